package org.cellarius.measure.product;

import org.cellarius.figure.Axis;

/** Room above the data of a figure of one column, where the legend of several series stands. */
public final class LegendRoom {

    /** Height of a line of a legend, in heights of a panel that is 88 mm wide with its labels. */
    private static final double LINE = 0.062;

    private static final double ABOVE = 0.03;

    private static final double MOST = 0.45;

    private LegendRoom() {}

    /** The axis with room for so many entries; a legend of one finds its place. */
    public static Axis above(Axis axis, int entries) {
        if (entries < 2) {
            return axis;
        }
        double share = Math.min(MOST, ABOVE + LINE * entries);
        return axis.over(axis.min(), axis.min() + (axis.max() - axis.min()) / (1 - share));
    }
}
