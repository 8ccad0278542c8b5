package org.cellarius.measure.product;

import org.cellarius.figure.Axis;

/** Room above the data of a figure of one column, where the legend of several series stands. */
public final class LegendRoom {

    /** Height of a line of a legend, in heights of a panel that is 88 mm wide with its labels. */
    private static final double LINE = 0.062;

    private static final double ABOVE = 0.03;

    /** A legend of more entries stands below the figure, where it covers data. */
    private static final int MOST_ENTRIES = 6;

    private LegendRoom() {}

    /** The axis with room for so many entries; a legend of one finds its place, one of many stands below. */
    public static Axis above(Axis axis, int entries) {
        if (entries < 2 || entries > MOST_ENTRIES) {
            return axis;
        }
        double share = ABOVE + LINE * entries;
        return axis.over(axis.min(), axis.min() + (axis.max() - axis.min()) / (1 - share));
    }
}
