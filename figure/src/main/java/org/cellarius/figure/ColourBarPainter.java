package org.cellarius.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws a {@link ColourBar}. */
final class ColourBarPainter {

    private static final int STRIPES = 128;

    /** The pointed ends reach this far under the stripes, so that no seam shows, in points. */
    private static final double UNDER_PT = 1;

    private ColourBarPainter() {}

    static void paint(Canvas canvas, ColourBar bar) {
        Rectangle2D body = bar.body();
        ColourMap map = bar.scale().map();
        if (bar.pointedBelow()) {
            canvas.fill(point(body, body.getMaxY() - UNDER_PT, bar.place().getMaxY()), map.colour(0));
        }
        if (bar.pointedAbove()) {
            canvas.fill(point(body, body.getMinY() + UNDER_PT, bar.place().getMinY()), map.colour(1));
        }
        // Each stripe reaches to the upper end and is covered by the next: no seams.
        for (int i = 0; i < STRIPES; i++) {
            double reach = body.getHeight() * (STRIPES - i) / STRIPES;
            canvas.fillSharply(
                    new Rectangle2D.Double(body.getX(), body.getY(), body.getWidth(), reach),
                    map.colour((i + 0.5) / STRIPES));
        }
        canvas.frame(outline(bar));
        ticks(canvas, bar);
    }

    private static Path2D point(Rectangle2D body, double baseY, double tipY) {
        Path2D path = new Path2D.Double();
        double edgeY = tipY > baseY ? body.getMaxY() : body.getMinY();
        path.moveTo(body.getMinX(), baseY);
        path.lineTo(body.getMinX(), edgeY);
        path.lineTo(body.getCenterX(), tipY);
        path.lineTo(body.getMaxX(), edgeY);
        path.lineTo(body.getMaxX(), baseY);
        path.closePath();
        return path;
    }

    private static Path2D outline(ColourBar bar) {
        Rectangle2D body = bar.body();
        Path2D path = new Path2D.Double();
        path.moveTo(body.getMinX(), body.getMinY());
        if (bar.pointedAbove()) {
            path.lineTo(body.getCenterX(), bar.place().getMinY());
        }
        path.lineTo(body.getMaxX(), body.getMinY());
        path.lineTo(body.getMaxX(), body.getMaxY());
        if (bar.pointedBelow()) {
            path.lineTo(body.getCenterX(), bar.place().getMaxY());
        }
        path.lineTo(body.getMinX(), body.getMaxY());
        path.closePath();
        return path;
    }

    private static void ticks(Canvas canvas, ColourBar bar) {
        Rectangle2D body = bar.body();
        Axis axis = bar.scale().axis();
        Ticks ticks = bar.ticks();
        double textX = body.getMaxX() + Measures.TICK_GAP_PT;
        for (int i = 0; i < ticks.major().size(); i++) {
            double y = body.getMaxY() - axis.fraction(ticks.major().get(i)) * body.getHeight();
            double length = 0.7 * Measures.MAJOR_TICK_PT;
            canvas.stroke(
                    new Line2D.Double(body.getMaxX() - length, y, body.getMaxX(), y),
                    Measures.INK,
                    Measures.TICK_WIDTH_PT);
            RichText label = AxisText.tick(ticks.labels().get(i));
            canvas.text(label, textX, y + 0.5 * label.capHeightPt(), Canvas.Anchor.START);
        }
        double baseline = textX
                + AxisText.widestTickPt(ticks)
                + Measures.LABEL_GAP_PT
                + Measures.LABEL_HEIGHT_PT
                - Measures.LABEL_DEPTH_PT;
        for (RichText line : AxisText.barLabel(axis, ticks, bar.place().getHeight())) {
            canvas.textUpwards(line, baseline, bar.place().getCenterY());
            baseline += Measures.LINE_PT;
        }
    }
}
