package org.cellarius.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws {@link OutsidePoints}. */
final class OutsidePainter {

    private static final double LENGTH_PT = 5;
    private static final double HALF_WIDTH_PT = 2.2;
    private static final double NUMBER_GAP_PT = 2;

    private OutsidePainter() {}

    /**
     * An arrow.
     *
     * @param tip on the frame
     * @param right 1 towards larger abscissae on the paper, &minus;1 towards smaller, 0 neither
     * @param down likewise for ordinates on the paper
     */
    record Arrow(Point2D tip, int right, int down, int points) {}

    static List<Arrow> arrows(PlotArea area, OutsidePoints outside) {
        Rectangle2D box = area.box();
        var arrows = new ArrayList<Arrow>();
        for (int i = 0; i < outside.x().length; i++) {
            double x = area.xPt(outside.x()[i]);
            double y = area.yPt(outside.y()[i]);
            if (Double.isNaN(x + y)
                    || (inside(x, box.getMinX(), box.getMaxX()) && inside(y, box.getMinY(), box.getMaxY()))) {
                continue;
            }
            var tip = new Point2D.Double(
                    Math.clamp(x, box.getMinX(), box.getMaxX()), Math.clamp(y, box.getMinY(), box.getMaxY()));
            add(
                    arrows,
                    new Arrow(tip, side(x, box.getMinX(), box.getMaxX()), side(y, box.getMinY(), box.getMaxY()), 1));
        }
        return arrows;
    }

    /** Where the number of an arrow stands. */
    static Point2D numberOf(Arrow arrow) {
        double norm = Math.hypot(arrow.right, arrow.down);
        double away = LENGTH_PT + NUMBER_GAP_PT + 0.5 * Measures.SMALL_PT;
        return new Point2D.Double(
                arrow.tip.getX() - away * arrow.right / norm, arrow.tip.getY() - away * arrow.down / norm);
    }

    /** What an arrow and its number cover. */
    static Rectangle2D placeOf(Arrow arrow) {
        Point2D number = numberOf(arrow);
        double half = 0.5 * Measures.SMALL_PT;
        Rectangle2D place = new Rectangle2D.Double();
        place.setFrameFromDiagonal(arrow.tip, number);
        place.add(new Rectangle2D.Double(number.getX() - half, number.getY() - half, 2 * half, 2 * half));
        return place;
    }

    private static boolean inside(double v, double from, double to) {
        return v >= from && v <= to;
    }

    private static int side(double v, double from, double to) {
        return v < from ? -1 : v > to ? 1 : 0;
    }

    private static void add(List<Arrow> arrows, Arrow one) {
        for (int k = 0; k < arrows.size(); k++) {
            Arrow other = arrows.get(k);
            if (other.right == one.right
                    && other.down == one.down
                    && other.tip.distance(one.tip) < 2 * HALF_WIDTH_PT + Measures.SMALL_PT) {
                arrows.set(k, new Arrow(other.tip, other.right, other.down, other.points + one.points));
                return;
            }
        }
        arrows.add(one);
    }

    static void paint(Canvas canvas, PlotArea area, OutsidePoints outside) {
        for (Arrow arrow : arrows(area, outside)) {
            double norm = Math.hypot(arrow.right, arrow.down);
            double dx = arrow.right / norm;
            double dy = arrow.down / norm;
            double baseX = arrow.tip.getX() - LENGTH_PT * dx;
            double baseY = arrow.tip.getY() - LENGTH_PT * dy;
            Path2D head = new Path2D.Double();
            head.moveTo(arrow.tip.getX(), arrow.tip.getY());
            head.lineTo(baseX - HALF_WIDTH_PT * dy, baseY + HALF_WIDTH_PT * dx);
            head.lineTo(baseX + HALF_WIDTH_PT * dy, baseY - HALF_WIDTH_PT * dx);
            head.closePath();
            canvas.fill(head, outside.colour());
            number(canvas, arrow, baseX - NUMBER_GAP_PT * dx, baseY - NUMBER_GAP_PT * dy);
        }
    }

    /** Behind the arrow, as seen from the frame. */
    private static void number(Canvas canvas, Arrow arrow, double x, double y) {
        RichText text = RichText.of(Integer.toString(arrow.points), Measures.SMALL_PT);
        double width = text.widthPt();
        double height = text.capHeightPt();
        double left = x - 0.5 * width * (1 + arrow.right);
        double base = y + 0.5 * height * (1 - arrow.down);
        canvas.textWithRim(text, left, base);
    }
}
