package org.cellarius.figure;

import java.awt.geom.Rectangle2D;

/**
 * A panel with its axes as they will be drawn in a box of known size.
 *
 * @param panel what is drawn
 * @param x abscissa; lengthened if the aspect asks for it
 * @param y ordinate, likewise
 * @param xTicks ticks along x
 * @param yTicks ticks along y
 */
record PanelPlan(Panel panel, Axis x, Axis y, Ticks xTicks, Ticks yTicks) {

    static PanelPlan of(Panel panel, double widthPt, double heightPt) {
        Axis x = panel.x();
        Axis y = panel.y();
        if (panel.equalAspect() && !x.logarithmic() && !y.logarithmic()) {
            double xScale = widthPt / x.span();
            double yScale = heightPt / y.span();
            x = xScale > yScale ? x.stretched(xScale / yScale) : x;
            y = yScale > xScale ? y.stretched(yScale / xScale) : y;
        }
        return new PanelPlan(panel, x, y, TickChoice.level(x, widthPt), TickChoice.upright(y, heightPt));
    }

    PlotArea in(Rectangle2D box) {
        return new PlotArea(box, x, y);
    }

    /** Whether names along x stand upright: side by side they would touch. */
    boolean uprightNames(double widthPt) {
        return !x.names().isEmpty() && AxisText.widestTickPt(xTicks) + 0.5 * Measures.SMALL_PT > widthPt / x.span();
    }

    /** Height of the labels of the ticks along x of a box {@code widthPt} wide. */
    double xTickHeightPt(double widthPt) {
        return uprightNames(widthPt) ? AxisText.widestTickPt(xTicks) : Measures.TICK_LABEL_HEIGHT_PT;
    }

    /** How far the labels along x reach beyond the right end of a box {@code widthPt} wide. */
    double xOverhangRightPt(double widthPt) {
        double furthest = 0;
        if (uprightNames(widthPt)) {
            return furthest;
        }
        for (int i = 0; i < xTicks.major().size(); i++) {
            double half = 0.5 * AxisText.tick(xTicks.labels().get(i)).widthPt();
            furthest = Math.max(furthest, half - (1 - x.fraction(xTicks.major().get(i))) * widthPt);
        }
        return furthest;
    }

    /** How far the labels along x reach beyond the left end. */
    double xOverhangLeftPt(double widthPt) {
        double furthest = 0;
        if (uprightNames(widthPt)) {
            return furthest;
        }
        for (int i = 0; i < xTicks.major().size(); i++) {
            double half = 0.5 * AxisText.tick(xTicks.labels().get(i)).widthPt();
            furthest = Math.max(furthest, half - x.fraction(xTicks.major().get(i)) * widthPt);
        }
        return furthest;
    }

    /** How far a label along y reaches beyond the upper or the lower end of a box {@code heightPt} high. */
    double yOverhangPt(double heightPt) {
        double furthest = 0;
        for (double value : yTicks.major()) {
            double fraction = y.fraction(value);
            double toEnd = Math.min(fraction, 1 - fraction) * heightPt;
            furthest = Math.max(furthest, 0.5 * Measures.TICK_LABEL_HEIGHT_PT - toEnd);
        }
        return furthest;
    }
}
