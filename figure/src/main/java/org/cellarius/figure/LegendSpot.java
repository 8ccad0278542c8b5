package org.cellarius.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the legend stands.
 *
 * @param legend the legend in the columns chosen
 * @param place its rectangle, in points
 * @param covers whether it lies on data
 * @param fits whether it lies within its panel
 */
record LegendSpot(Legend legend, Rectangle2D place, boolean covers, boolean fits) {

    /** A note or a mark must not be covered: it weighs more than any number of points. */
    private static final double NOTE_WEIGHT = 1e9;

    private static final int MOST_COLUMNS = 3;

    /** Steps across and down in which gaps are looked for. */
    private static final int GAPS = 8;

    /** Between the notes of a corner and a legend there, in points. */
    private static final double NOTE_GAP_PT = 3;

    /** Outside of all panels, where nothing else is; its middle at {@code centre}, but within the paper. */
    static LegendSpot outside(Legend legend, double centre, double top, double paperPt) {
        double most = Math.max(Measures.EDGE_PT, paperPt - Measures.EDGE_PT - legend.widthPt());
        double left = Math.clamp(centre - 0.5 * legend.widthPt(), Measures.EDGE_PT, most);
        return new LegendSpot(
                legend, new Rectangle2D.Double(left, top, legend.widthPt(), legend.heightPt()), false, true);
    }

    static LegendSpot of(PlotArea area, Panel panel, Legend legend, Annotations annotations) {
        LegendSpot best = new LegendSpot(legend, new Rectangle2D.Double(), true, false);
        double lightest = Double.POSITIVE_INFINITY;
        int mostColumns = Math.min(MOST_COLUMNS, legend.entries().size());
        for (int columns = 1; columns <= mostColumns; columns++) {
            Legend shaped = legend.in(columns);
            for (Rectangle2D place : candidates(area.box(), panel.legendPlace(), shaped, annotations)) {
                // A legend in one column may stick out of a very small panel; a wider one may not.
                boolean inside = area.box().contains(place);
                double weight = weight(place, annotations);
                if ((inside || columns == 1) && weight < lightest) {
                    lightest = weight;
                    best = new LegendSpot(shaped, place, weight > 0, inside);
                }
            }
        }
        return best;
    }

    /** Places to try, the best looking first. */
    private static List<Rectangle2D> candidates(
            Rectangle2D box, LegendPlace where, Legend legend, Annotations annotations) {
        double left = box.getMinX() + Measures.INSET_PT;
        double centre = box.getCenterX() - 0.5 * legend.widthPt();
        double right = box.getMaxX() - Measures.INSET_PT - legend.widthPt();
        double middle = box.getCenterY() - 0.5 * legend.heightPt();
        Rectangle2D topLeft = at(left, below(box, annotations, Note.Corner.TOP_LEFT), legend);
        Rectangle2D topRight = at(right, below(box, annotations, Note.Corner.TOP_RIGHT), legend);
        Rectangle2D bottomLeft = at(left, above(box, annotations, Note.Corner.BOTTOM_LEFT, legend), legend);
        Rectangle2D bottomRight = at(right, above(box, annotations, Note.Corner.BOTTOM_RIGHT, legend), legend);
        return switch (where) {
            case TOP_LEFT -> List.of(topLeft);
            case TOP_RIGHT -> List.of(topRight);
            case BOTTOM_LEFT -> List.of(bottomLeft);
            case BOTTOM_RIGHT -> List.of(bottomRight);
            case NONE -> List.of();
            case BEST -> {
                var places = new ArrayList<>(List.of(
                        topLeft,
                        topRight,
                        bottomLeft,
                        bottomRight,
                        at(centre, box.getMinY() + Measures.INSET_PT, legend),
                        at(centre, box.getMaxY() - Measures.INSET_PT - legend.heightPt(), legend),
                        at(left, middle, legend),
                        at(right, middle, legend)));
                places.addAll(between(left, right, topLeft.getY(), bottomLeft.getY(), legend));
                yield places;
            }
        };
    }

    /** Where no corner is free a gap inside may be. */
    private static List<Rectangle2D> between(double left, double right, double top, double bottom, Legend legend) {
        var places = new ArrayList<Rectangle2D>();
        for (int i = 0; i <= GAPS; i++) {
            for (int j = 0; j <= GAPS; j++) {
                places.add(at(left + (right - left) * i / GAPS, top + (bottom - top) * j / GAPS, legend));
            }
        }
        return places;
    }

    private static Rectangle2D at(double x, double y, Legend legend) {
        return new Rectangle2D.Double(x, y, legend.widthPt(), legend.heightPt());
    }

    /** Ordinate below the notes of an upper corner. */
    private static double below(Rectangle2D box, Annotations annotations, Note.Corner corner) {
        double used = annotations.usedPt(corner);
        return box.getMinY() + Measures.INSET_PT + (used > 0 ? used + NOTE_GAP_PT : 0);
    }

    /** Ordinate of a legend above the notes of a lower corner. */
    private static double above(Rectangle2D box, Annotations annotations, Note.Corner corner, Legend legend) {
        double used = annotations.usedPt(corner);
        double bottom = box.getMaxY() - Measures.INSET_PT - (used > 0 ? used + NOTE_GAP_PT : 0);
        return bottom - legend.heightPt();
    }

    private static double weight(Rectangle2D place, Annotations annotations) {
        Rectangle2D near =
                new Rectangle2D.Double(place.getX() - 2, place.getY() - 2, place.getWidth() + 4, place.getHeight() + 4);
        double notes = NOTE_WEIGHT
                * annotations.taken().stream().filter(near::intersects).count();
        return notes + annotations.ink().under(near);
    }
}
