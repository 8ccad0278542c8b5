package org.cellarius.measure.smooth;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.smooth.MapGrid;
import org.cellarius.galaxy.smooth.SplineAxis;
import org.cellarius.measure.product.AxisSource;

/**
 * A coordinate of a smooth map.
 *
 * @param of the quantity, with the range of the map
 * @param axis its splines
 * @param cell wanted width of the cells in which the map is told, unit of the coordinate
 */
record SmoothCoordinate(AxisSource of, SplineAxis axis, double cell) {

    /** Intervals between knots of the first two coordinates, and of the third. */
    private static final int USUAL_INTERVALS = 16;

    private static final int USUAL_INTERVALS_OF_THIRD = 4;

    /** Cells in an interval. */
    private static final int USUAL_CELLS = 4;

    /** Cells along a coordinate. */
    private static final int MOST_CELLS = 2000;

    static SmoothCoordinate read(Section s, int number) {
        AxisSource of = new AxisSource(
                s.text("of"),
                s.optionalText("label"),
                s.optionalText("unit"),
                AxisSource.rising(s, "range"),
                s.place("of"));
        return s.place("range").checked(() -> {
            var axis = new SplineAxis(
                    of.range().get(0),
                    of.range().get(1),
                    (int) s.integerOr("intervals", number < 2 ? USUAL_INTERVALS : USUAL_INTERVALS_OF_THIRD),
                    s.has("periodic") && Boolean.parseBoolean(s.text("periodic")),
                    (int) s.integerOr("differences", 2));
            double width = (axis.to() - axis.from()) / (USUAL_CELLS * axis.intervals());
            double cell = s.numberOr("cell", width);
            if (!((axis.to() - axis.from()) / cell <= MOST_CELLS)) {
                throw new InputError(
                        "cells of " + cell + " over the range from " + axis.from() + " to " + axis.to()
                                + " are more than " + MOST_CELLS,
                        s.place("cell").toString(),
                        "Take wider cells");
            }
            return new SmoothCoordinate(of, axis, cell);
        });
    }

    /** Edges of its cells. */
    double[] edges() {
        return MapGrid.even(axis, cell);
    }

    static List<SmoothCoordinate> all(Section s) {
        List<Section> along = s.elements("along");
        return java.util.stream.IntStream.range(0, along.size())
                .mapToObj(k -> read(along.get(k), k))
                .toList();
    }

    /** Whether it is the quantity of that name. */
    boolean is(String name) {
        return of.expression().strip().equalsIgnoreCase(name);
    }

    static Optional<double[]> edges(List<Double> given) {
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(given.stream().mapToDouble(v -> v).toArray());
    }
}
