package org.cellarius.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws the frame of a panel with ticks inwards on all four sides, its labels and its title. */
final class AxesPainter {

    private AxesPainter() {}

    static void paint(Canvas canvas, FigureLayout.PlacedPanel placed) {
        PlotArea area = placed.area();
        PanelPlan plan = placed.plan();
        Path2D ticks = new Path2D.Double();
        plan.xTicks().minor().forEach(value -> level(ticks, area, value, Measures.MINOR_TICK_PT));
        plan.xTicks().major().forEach(value -> level(ticks, area, value, Measures.MAJOR_TICK_PT));
        plan.yTicks().minor().forEach(value -> upright(ticks, area, value, Measures.MINOR_TICK_PT));
        plan.yTicks().major().forEach(value -> upright(ticks, area, value, Measures.MAJOR_TICK_PT));
        if (ticks.getCurrentPoint() != null) {
            canvas.stroke(ticks, Measures.INK, Measures.TICK_WIDTH_PT);
        }
        if (plan.x().spacing() != Axis.Spacing.PROJECTED) {
            canvas.frame(area.box());
        }
        if (placed.labelsX()) {
            xLabels(canvas, area, plan);
        }
        if (placed.labelsY()) {
            yLabels(canvas, area, plan, placed.yTickWidthPt());
        }
        heading(canvas, placed.heading(), area.box());
    }

    private static void heading(Canvas canvas, PanelHeading heading, Rectangle2D box) {
        double baseline = box.getMinY() - 4;
        if (!heading.note().isEmpty()) {
            canvas.text(heading.note(), box.getMaxX(), baseline, Canvas.Anchor.END);
            baseline -= heading.apart() ? Measures.LINE_PT : 0;
        }
        for (RichText line : heading.title().reversed()) {
            if (heading.beside()) {
                canvas.text(line, box.getMinX(), baseline, Canvas.Anchor.START);
            } else {
                canvas.text(line, box.getCenterX(), baseline, Canvas.Anchor.MIDDLE);
            }
            baseline -= Measures.LINE_PT;
        }
    }

    private static void level(Path2D path, PlotArea area, double value, double lengthPt) {
        double x = area.xPt(value);
        Rectangle2D box = area.box();
        path.moveTo(x, box.getMinY());
        path.lineTo(x, box.getMinY() + lengthPt);
        path.moveTo(x, box.getMaxY());
        path.lineTo(x, box.getMaxY() - lengthPt);
    }

    private static void upright(Path2D path, PlotArea area, double value, double lengthPt) {
        double y = area.yPt(value);
        Rectangle2D box = area.box();
        path.moveTo(box.getMinX(), y);
        path.lineTo(box.getMinX() + lengthPt, y);
        path.moveTo(box.getMaxX(), y);
        path.lineTo(box.getMaxX() - lengthPt, y);
    }

    private static void xLabels(Canvas canvas, PlotArea area, PanelPlan plan) {
        Ticks ticks = plan.xTicks();
        Rectangle2D box = area.box();
        double top = box.getMaxY() + Measures.TICK_GAP_PT;
        double baseline = top + plan.xTickHeightPt(box.getWidth());
        boolean upright = plan.uprightNames(box.getWidth());
        for (int i = 0; i < ticks.major().size(); i++) {
            RichText label = AxisText.tick(ticks.labels().get(i));
            double x = area.xPt(ticks.major().get(i));
            if (upright) {
                canvas.textUpwards(label, x + 0.5 * label.capHeightPt(), top + 0.5 * label.widthPt());
            } else {
                canvas.text(label, x, baseline, Canvas.Anchor.MIDDLE);
            }
        }
        double textBaseline = baseline + Measures.LABEL_GAP_PT + Measures.LABEL_HEIGHT_PT - Measures.LABEL_DEPTH_PT;
        for (RichText line : AxisText.xLabel(plan, box.getWidth())) {
            canvas.text(line, box.getCenterX(), textBaseline, Canvas.Anchor.MIDDLE);
            textBaseline += Measures.LINE_PT;
        }
    }

    private static void yLabels(Canvas canvas, PlotArea area, PanelPlan plan, double tickWidthPt) {
        Ticks ticks = plan.yTicks();
        Rectangle2D box = area.box();
        double end = box.getMinX() - Measures.TICK_GAP_PT;
        for (int i = 0; i < ticks.major().size(); i++) {
            RichText label = AxisText.tick(ticks.labels().get(i));
            double baseline = area.yPt(ticks.major().get(i)) + 0.5 * label.capHeightPt();
            canvas.text(label, end, baseline, Canvas.Anchor.END);
        }
        double baseline = end - tickWidthPt - Measures.LABEL_GAP_PT - Measures.LABEL_DEPTH_PT;
        for (RichText line : AxisText.yLabel(plan, box.getHeight()).reversed()) {
            canvas.textUpwards(line, baseline, box.getCenterY());
            baseline -= Measures.LINE_PT;
        }
    }
}
