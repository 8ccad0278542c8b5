package org.cellarius.figure;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Draws the legend of a panel. */
final class LegendPainter {

    private LegendPainter() {}

    static void paint(Canvas canvas, LegendSpot spot) {
        Legend legend = spot.legend();
        Rectangle2D place = spot.place();
        if (spot.covers()) {
            Rectangle2D paper = new Rectangle2D.Double(
                    place.getX() - 2, place.getY() - 1, place.getWidth() + 4, place.getHeight() + 2);
            canvas.fill(paper, CurvePainter.translucent(Color.WHITE, 0.8));
        }
        for (int i = 0; i < legend.entries().size(); i++) {
            Legend.Entry entry = legend.entries().get(i);
            double left = place.getX() + legend.leftOfPt(i);
            double middle = place.getY() + legend.middleOfPt(i);
            entry.layers().forEach(layer -> sample(canvas, layer, left, middle, legend.samplePt()));
            double textX = left + legend.samplePt() + Legend.SAMPLE_GAP_PT;
            canvas.text(entry.text(), textX, middle + 0.5 * entry.text().capHeightPt(), Canvas.Anchor.START);
        }
    }

    private static void sample(Canvas canvas, Layer layer, double left, double middle, double widthPt) {
        double centre = left + 0.5 * widthPt;
        Line2D stroke = new Line2D.Double(left, middle, left + widthPt, middle);
        Rectangle2D patch = new Rectangle2D.Double(left, middle - 3, widthPt, 6);
        switch (layer) {
            case Points points -> PointPainter.symbol(canvas, opaque(points.style()), centre, middle, true);
            case OutsidePoints ignored -> {}
            case ErrorBars bars -> {
                PointPainter.sampleBars(canvas, bars.style(), centre, middle, 0.36 * Measures.LINE_PT);
                PointPainter.symbol(canvas, bars.style(), centre, middle, true);
            }
            case Line line -> canvas.stroke(stroke, line.style());
            case ReferenceLine line -> canvas.stroke(stroke, line.style());
            case Band band -> canvas.fill(patch, CurvePainter.translucent(band.colour(), band.alpha()));
            case Steps steps -> steps(canvas, steps, stroke, patch);
            case Coloured ignored -> {}
            case Density ignored -> {}
            case Mark ignored -> {}
            case Note ignored -> {}
        }
    }

    private static void steps(Canvas canvas, Steps steps, Line2D stroke, Rectangle2D patch) {
        if (steps.filled()) {
            canvas.fill(patch, CurvePainter.translucent(steps.style().colour(), CurvePainter.TINT));
            canvas.stroke(patch, steps.style());
        } else {
            canvas.stroke(stroke, steps.style());
        }
    }

    /** Faint tiny dots would not be seen alone. */
    private static PointStyle opaque(PointStyle style) {
        Color full = CurvePainter.translucent(style.colour(), 1);
        return new PointStyle(full, style.symbol(), Math.max(2.4, style.sizePt()), style.filled());
    }
}
