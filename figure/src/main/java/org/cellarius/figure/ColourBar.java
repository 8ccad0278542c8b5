package org.cellarius.figure;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A colour scale drawn upright beside panels.
 *
 * @param scale what it explains
 * @param place where it stands, its pointed ends included, in points
 * @param pointedBelow whether values lie below the scale
 * @param pointedAbove whether values lie above it
 * @param ticks ticks along it
 */
record ColourBar(ColourScale scale, Rectangle2D place, boolean pointedBelow, boolean pointedAbove, Ticks ticks) {

    /** The bar to the right of {@code box}, as high, for the cells of {@code plans}. */
    static ColourBar beside(Rectangle2D box, ColourScale scale, List<PanelPlan> plans) {
        boolean below = false;
        boolean above = false;
        for (PanelPlan plan : plans) {
            for (Layer layer : plan.panel().layers()) {
                if (layer instanceof Coloured coloured) {
                    double[] value = coloured.value();
                    for (int i = 0; i < value.length; i++) {
                        boolean drawn = coloured.drawn(i);
                        below |= drawn && value[i] < scale.min();
                        above |= drawn && value[i] > scale.max();
                    }
                }
            }
        }
        Rectangle2D place = new Rectangle2D.Double(
                box.getMaxX() + Measures.BAR_GAP_PT, box.getY(), Measures.BAR_WIDTH_PT, box.getHeight());
        return new ColourBar(scale, place, below, above, TickChoice.upright(scale.axis(), box.getHeight()));
    }

    /** Width that a bar of this height needs with its gap and labels, in points. */
    static double roomPt(ColourScale scale, double heightPt) {
        Ticks ticks = TickChoice.upright(scale.axis(), heightPt);
        int lines = scale.label().isEmpty() && scale.unit().isEmpty()
                ? 0
                : AxisText.barLabel(scale.axis(), ticks, heightPt).size();
        return Measures.BAR_GAP_PT
                + Measures.BAR_WIDTH_PT
                + Measures.TICK_GAP_PT
                + AxisText.widestTickPt(ticks)
                + (lines > 0 ? Measures.LABEL_GAP_PT + Measures.LABEL_HEIGHT_PT + (lines - 1) * Measures.LINE_PT : 0);
    }

    /** The part between the pointed ends. */
    Rectangle2D body() {
        double point = Measures.BAR_WIDTH_PT;
        double top = place.getMinY() + (pointedAbove ? point : 0);
        double bottom = place.getMaxY() - (pointedBelow ? point : 0);
        return new Rectangle2D.Double(place.getX(), top, place.getWidth(), bottom - top);
    }
}
