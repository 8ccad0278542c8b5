package org.cellarius.figure;

/**
 * A straight line through the whole panel.
 *
 * @param x abscissa of a point on the line, in the unit of the panel's x axis
 * @param y ordinate of that point, in the unit of the panel's y axis
 * @param dx direction along x, in the unit of x
 * @param dy direction along y, in the unit of y; slope = dy / dx
 * @param style colour, width, dashes
 * @param legend text of the legend; empty for none
 */
public record ReferenceLine(double x, double y, double dx, double dy, LineStyle style, String legend) implements Layer {

    public ReferenceLine {
        boolean finite = Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(dx) && Double.isFinite(dy);
        if (!finite || (dx == 0 && dy == 0)) {
            throw new IllegalArgumentException("a reference line needs a finite point and a direction, not (" + x + ", "
                    + y + ") along (" + dx + ", " + dy + ")");
        }
    }

    /** The line {@code y = value}. */
    public static ReferenceLine horizontal(double y, LineStyle style, String legend) {
        return new ReferenceLine(0, y, 1, 0, style, legend);
    }

    /** The line {@code x = value}. */
    public static ReferenceLine vertical(double x, LineStyle style, String legend) {
        return new ReferenceLine(x, 0, 0, 1, style, legend);
    }

    /** The line through (x, y) with {@code slope}, in units of y per unit of x. */
    public static ReferenceLine sloped(double x, double y, double slope, LineStyle style, String legend) {
        return new ReferenceLine(x, y, 1, slope, style, legend);
    }

    /** The line through two points. */
    public static ReferenceLine through(double x0, double y0, double x1, double y1, LineStyle style, String legend) {
        return new ReferenceLine(x0, y0, x1 - x0, y1 - y0, style, legend);
    }
}
