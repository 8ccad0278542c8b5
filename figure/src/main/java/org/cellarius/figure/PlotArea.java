package org.cellarius.figure;

import java.awt.geom.Rectangle2D;

/**
 * The box of a panel on the paper, and the way from data to paper.
 *
 * @param box inside of the frame, in points
 * @param x axis along the width, left to right
 * @param y axis along the height, bottom to top
 */
record PlotArea(Rectangle2D box, Axis x, Axis y) {

    /** Further away than this, in points, is as far: what is cut at the box then still has its direction, and differences do not overflow. */
    private static final double FAR_PT = 1e9;

    /** Abscissa on the paper, in points, of {@code value} in the unit of x; NaN if it is not finite. */
    double xPt(double value) {
        return Double.isFinite(value) ? near(box.getMinX() + x.fraction(value) * box.getWidth()) : Double.NaN;
    }

    /** Ordinate on the paper, in points, of {@code value} in the unit of y; NaN if it is not finite. */
    double yPt(double value) {
        return Double.isFinite(value) ? near(box.getMaxY() - y.fraction(value) * box.getHeight()) : Double.NaN;
    }

    private static double near(double pt) {
        return Math.clamp(pt, -FAR_PT, FAR_PT);
    }

    /** The value of x at an abscissa on the paper. */
    double xAt(double xPt) {
        return x.valueAt((xPt - box.getMinX()) / box.getWidth());
    }

    /** The value of y at an ordinate on the paper. */
    double yAt(double yPt) {
        return y.valueAt((box.getMaxY() - yPt) / box.getHeight());
    }

    /** The part inside the box of the rectangle between two points of the data; may be empty. */
    Rectangle2D rectangle(double x0, double y0, double x1, double y1) {
        Rectangle2D rectangle = new Rectangle2D.Double();
        rectangle.setFrameFromDiagonal(xPt(x0), yPt(y0), xPt(x1), yPt(y1));
        return rectangle.createIntersection(box);
    }
}
