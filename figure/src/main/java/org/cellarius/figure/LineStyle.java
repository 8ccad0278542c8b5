package org.cellarius.figure;

import java.awt.Color;

/**
 * How lines look.
 *
 * @param colour colour; may be translucent
 * @param widthPt width, in points (1/72 inch), above 0
 * @param dash pattern
 */
public record LineStyle(Color colour, double widthPt, Dash dash) {

    /** Width of curves, in points. */
    public static final double USUAL_WIDTH_PT = 1.1;

    /** Thin grey dashes for lines that guide the eye. */
    public static final LineStyle GUIDE = new LineStyle(new Color(0x6E6E6E), 0.7, Dash.DASHED);

    public LineStyle {
        if (!(widthPt > 0 && widthPt <= 36)) {
            throw new IllegalArgumentException("width of a line is above 0 and at most 36 pt, not " + widthPt);
        }
    }

    /** The style of series {@code index}, counted from 0: its own colour and its own dashes. */
    public static LineStyle series(int index) {
        Dash[] dashes = Dash.values();
        return new LineStyle(
                Palette.series(index).colour(), USUAL_WIDTH_PT, dashes[Math.floorMod(index, dashes.length)]);
    }

    /** A solid line of one colour. */
    public static LineStyle solid(Palette colour) {
        return new LineStyle(colour.colour(), USUAL_WIDTH_PT, Dash.SOLID);
    }

    /** The same with other dashes. */
    public LineStyle with(Dash other) {
        return new LineStyle(colour, widthPt, other);
    }
}
