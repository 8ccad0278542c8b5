package org.cellarius.measure.plane;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.population.Contours;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.RectangularCells;
import org.cellarius.galaxy.population.SmoothedGrid;
import org.cellarius.galaxy.population.StarsByHeight;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.plane.PlaneLook.Contouring;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/**
 * Lines of equal density of stars, which are counted in cells of their own. Beside sectors these are squares of X and Y, as wide as a ring: equal areas, and no seam behind the centre.
 */
record PlaneContours(Plane plane, Sample sample, Quantity x, Quantity y, PlaneCellStatistics cells) {

    /** Fewer stars have no contours: ovals about two of them would be the smoothing. */
    static final int FEWEST = 10;

    /** The finest grid, along an axis. */
    private static final int FINEST = 1500;

    /** What sectors are drawn on. */
    private static final List<String> FACE_ON = List.of("x", "y");

    /** The columns of stars that only contours read. */
    static List<String> columns(Plane plane) {
        return plane.look().contours().isPresent() && plane.cells().form() == CellPlan.CellForm.POLAR
                ? FACE_ON
                : List.of();
    }

    private boolean faceOn() {
        return !columns(plane).isEmpty();
    }

    private List<Expression> place() {
        return faceOn() ? FACE_ON.stream().map(Expression::number).toList() : List.of(x.value(), y.value());
    }

    /** From where to where there are stars, along x or y. */
    private double[] covered(boolean along) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < sample.groups(); s++) {
            for (int c : cells.peopled(s)) {
                low = Math.min(
                        low, along ? cells.cells().lowX(c) : cells.cells().lowY(c));
                high = Math.max(
                        high, along ? cells.cells().highX(c) : cells.cells().highY(c));
            }
        }
        return faceOn() && low < high ? new double[] {-farthest(), farthest()} : new double[] {low, high};
    }

    private double farthest() {
        return IntStream.range(0, sample.groups())
                .boxed()
                .flatMapToDouble(s -> IntStream.of(cells.peopled(s))
                        .mapToDouble(c -> cells.cells().highY(c)))
                .max()
                .orElse(0);
    }

    /** Lines of each level, by slice. */
    Inquiry<List<List<List<Contours.Ring>>>> found() {
        if (plane.look().contours().isEmpty()) {
            return Inquiry.found(List.of());
        }
        Contouring contouring = plane.look().contours().get();
        Optional<RectangularCells> grid = grid(contouring);
        if (grid.isEmpty()) {
            return Inquiry.found(List.of());
        }
        return new CellStatistics(new PlaneStatistic.Count(), sample, place())
                .counts(new Grouping.Both(grid.get(), sample.grouping()))
                .map(counts -> IntStream.range(0, sample.groups())
                        .mapToObj(s -> density(contouring, grid.get(), counts, s))
                        .toList())
                .then(densities -> lines(contouring, densities));
    }

    /** The part of the plane whose stars count: that of the axes. */
    private double[] within(boolean along) {
        double[] cells = covered(along);
        List<Double> range = faceOn() ? List.of() : (along ? x : y).range();
        return range.isEmpty()
                ? cells
                : new double[] {Math.max(cells[0], range.get(0)), Math.min(cells[1], range.get(1))};
    }

    /** For each slice, for each level. */
    private Inquiry<List<List<List<Contours.Ring>>>> lines(Contouring contouring, List<Contours> densities) {
        var heights = new StarsByHeight(densities, sample.grouping(), within(true), within(false));
        return sample.fold(heights, sample.with(place().toArray(Expression[]::new)))
                .map(counted -> IntStream.range(0, densities.size())
                        .mapToObj(s -> contouring.levels().stream()
                                .map(level -> heights.stars(counted, s) < FEWEST
                                        ? List.<Contours.Ring>of()
                                        : rings(
                                                densities.get(s),
                                                switch (contouring.of()) {
                                                    case OF_PEAK ->
                                                        level * densities.get(s).highest();
                                                    case ENCLOSED -> heights.enclosing(counted, s, level);
                                                }))
                                .toList())
                        .toList());
    }

    private static List<Contours.Ring> rings(Contours density, double height) {
        return height > 0 ? density.at(height) : List.of();
    }

    /** Cells in which the stars of the contours are counted, with room for smoothing; empty where there are no stars. */
    private Optional<RectangularCells> grid(Contouring contouring) {
        String where = plane.head().place().toString();
        double wx = contouring
                .widths()
                .map(w -> w.x().in(faceOn() ? y.unit() : x.unit(), plane.x().expression(), where))
                .orElse(faceOn() ? cells.cells().stepY() : cells.cells().stepX());
        double wy = contouring
                .widths()
                .map(w -> w.y().in(y.unit(), plane.y().expression(), where))
                .orElse(cells.cells().stepY());
        double[] x01 = covered(true);
        double[] y01 = covered(false);
        if (!(x01[0] < x01[1])) {
            return Optional.empty();
        }
        if ((x01[1] - x01[0]) / wx > FINEST || (y01[1] - y01[0]) / wy > FINEST) {
            throw new Unmeasurable(
                    "the cells of the contours are too small: there would be more than " + FINEST + " along an axis",
                    where,
                    "Set a larger 'cell' of the contours, or a 'range' of x and y");
        }
        double room = 4 * contouring.smoothing() + 1;
        return Optional.of(RectangularCells.covering(
                wx, wy, x01[0] - room * wx, x01[1] + room * wx, y01[0] - room * wy, y01[1] + room * wy));
    }

    /** The smoothed counts of a slice. */
    private Contours density(Contouring contouring, RectangularCells grid, long[] counts, int slice) {
        int rows = 1;
        while (rows < grid.groups() && grid.lowX(rows) == grid.lowX(0)) {
            rows++;
        }
        int columns = grid.groups() / rows;
        double[] values = new double[grid.groups()];
        for (int c = 0; c < values.length; c++) {
            values[(c % rows) * columns + c / rows] = counts[c * sample.groups() + slice];
        }
        return new Contours(
                SmoothedGrid.of(values, columns, contouring.smoothing(), contouring.smoothing()),
                columns,
                0.5 * (grid.lowX(0) + grid.highX(0)),
                grid.widthX(),
                0.5 * (grid.lowY(0) + grid.highY(0)),
                grid.widthY());
    }
}
