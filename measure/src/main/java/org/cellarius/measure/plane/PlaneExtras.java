package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.population.Contours;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.RectangularCells;
import org.cellarius.galaxy.population.SmoothedGrid;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.plane.PlaneLook.Contouring;
import org.cellarius.measure.plane.PlaneLook.Drawn;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Populations.PopulationSample;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.RunningWindows;
import org.cellarius.measure.product.Sample;

/** What a plane shows besides its cells: stars one by one, contours, running medians. */
record PlaneExtras(Plane plane, PopulationSample of, Quantity x, Quantity y, PlaneCellStatistics cells) {

    /** More stars than these are not drawn one by one: they would hide each other. */
    static final long MOST_POINTS = 200_000;

    /** The finest grid for contours, along an axis. */
    private static final int FINEST = 1500;

    /**
     * What was found.
     *
     * @param points stars by slice; empty where cells are drawn
     * @param contours lines of each level, by slice
     * @param running by slice
     */
    record Found(
            List<StarPoints> points,
            List<List<List<Contours.Ring>>> contours,
            List<RunningWindows> running,
            List<String> notes) {}

    /** Stars of a slice: places and values. */
    record StarPoints(double[] x, double[] y, double[] value) {}

    private Sample sample() {
        return of.sample();
    }

    Inquiry<Found> found() {
        return points().with(contours(), (points, contours) -> {
            var notes = new ArrayList<>(points.notes());
            return new Found(points.points(), contours, running(notes), notes);
        });
    }

    private record Points(List<StarPoints> points, List<String> notes) {}

    private Inquiry<Points> points() {
        if (plane.look().drawn() != Drawn.POINTS) {
            return Inquiry.found(new Points(List.of(), List.of()));
        }
        return sample().count(Expression.always()).then(stars -> {
            if (stars > MOST_POINTS) {
                return Inquiry.found(new Points(
                        List.of(),
                        List.of("%s are more than can be seen one by one (%s): %s."
                                .formatted(
                                        Numbers.stars(stars),
                                        Numbers.count(MOST_POINTS),
                                        plane.look().stand() == PlaneLook.Stand.TOGETHER
                                                ? "they are left out, lines are drawn"
                                                : "cells are drawn"))));
            }
            List<Expression> read = new ArrayList<>();
            read.add(plane.value().isPresent() ? plane.value(sample().of()) : Expression.of(0.0));
            read.add(x.value());
            read.add(y.value());
            return sample().columns(read).map(columns -> new Points(bySlice(columns), List.of()));
        });
    }

    private List<StarPoints> bySlice(double[][] columns) {
        Grouping grouping = sample().grouping();
        int n = columns[0].length;
        var all = new ArrayList<StarPoints>();
        for (int s = 0; s < sample().groups(); s++) {
            int slice = s;
            int[] members = IntStream.range(0, n)
                    .filter(i -> grouping.groupOf(columns, 3, i) == slice)
                    .toArray();
            all.add(new StarPoints(
                    IntStream.of(members).mapToDouble(i -> columns[1][i]).toArray(),
                    IntStream.of(members).mapToDouble(i -> columns[2][i]).toArray(),
                    IntStream.of(members).mapToDouble(i -> columns[0][i]).toArray()));
        }
        return all;
    }

    private Inquiry<List<List<List<Contours.Ring>>>> contours() {
        if (plane.look().contours().isEmpty()) {
            return Inquiry.found(List.of());
        }
        Contouring contouring = plane.look().contours().get();
        Optional<RectangularCells> grid = grid(contouring);
        if (grid.isEmpty()) {
            return Inquiry.found(List.of());
        }
        return new CellStatistics(new PlaneStatistic.Count(), sample(), List.of(x.value(), y.value()))
                .counts(new Grouping.Both(grid.get(), sample().grouping()))
                .map(counts -> IntStream.range(0, sample().groups())
                        .mapToObj(s -> rings(contouring, grid.get(), counts, s))
                        .toList());
    }

    /** Cells in which the stars of the contours are counted, with room for smoothing; empty where there are no stars. */
    private Optional<RectangularCells> grid(Contouring contouring) {
        String where = plane.head().place().toString();
        double wx = contouring
                .widths()
                .map(w -> w.x().in(x.unit(), plane.x().expression(), where))
                .orElse(cells.cells().stepX());
        double wy = contouring
                .widths()
                .map(w -> w.y().in(y.unit(), plane.y().expression(), where))
                .orElse(cells.cells().stepY());
        double[] x01 = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] y01 = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int s = 0; s < sample().groups(); s++) {
            for (int c : cells.peopled(s)) {
                x01[0] = Math.min(x01[0], cells.cells().lowX(c));
                x01[1] = Math.max(x01[1], cells.cells().highX(c));
                y01[0] = Math.min(y01[0], cells.cells().lowY(c));
                y01[1] = Math.max(y01[1], cells.cells().highY(c));
            }
        }
        if (!(x01[0] < x01[1])) {
            return Optional.empty();
        }
        if ((x01[1] - x01[0]) / wx > FINEST || (y01[1] - y01[0]) / wy > FINEST) {
            throw new org.cellarius.catalogue.InputError(
                    "the cells of the contours are too small: there would be more than " + FINEST + " along an axis",
                    where,
                    "Set a larger 'cell' of the contours, or a 'range' of x and y");
        }
        double room = 4 * contouring.smoothing() + 1;
        return Optional.of(RectangularCells.covering(
                wx, wy, x01[0] - room * wx, x01[1] + room * wx, y01[0] - room * wy, y01[1] + room * wy));
    }

    /** For each level. */
    private List<List<Contours.Ring>> rings(Contouring contouring, RectangularCells grid, long[] counts, int slice) {
        int rows = 1;
        while (rows < grid.groups() && grid.lowX(rows) == grid.lowX(0)) {
            rows++;
        }
        int columns = grid.groups() / rows;
        double[] values = new double[grid.groups()];
        for (int c = 0; c < values.length; c++) {
            values[(c % rows) * columns + c / rows] = counts[c * sample().groups() + slice];
        }
        double[] smooth = SmoothedGrid.of(values, columns, contouring.smoothing(), contouring.smoothing());
        var lines = new Contours(
                smooth,
                columns,
                0.5 * (grid.lowX(0) + grid.highX(0)),
                grid.widthX(),
                0.5 * (grid.lowY(0) + grid.highY(0)),
                grid.widthY());
        return contouring.levels().stream()
                .map(level -> {
                    double at = contouring.of().of(smooth, level);
                    return at > 0 ? lines.at(at) : List.<Contours.Ring>of();
                })
                .toList();
    }

    private List<RunningWindows> running(List<String> notes) {
        if (plane.look().running().isEmpty()) {
            return List.of();
        }
        PlaneLook.Running wanted = plane.look().running().get();
        List<RunningWindows> all = IntStream.range(0, sample().groups())
                .mapToObj(s -> RunningWindows.of(sample(), x, y, s, wanted.window(), wanted.overlap()))
                .toList();
        for (int s = 0; s < all.size(); s++) {
            if (all.get(s).windows().isEmpty()) {
                notes.add(of.subject(s) + " has "
                        + Numbers.stars(all.get(s).stars()) + ", fewer than one window of " + wanted.window()
                        + ": it has no running median.");
            }
        }
        return all;
    }

    /** Values of stars that no cell counts are left as they are: the number of stars in the cell of each. */
    static double[] crowding(StarPoints stars, PlaneCellStatistics cells, int slice) {
        double[] n = new double[stars.x().length];
        Arrays.fill(n, Double.NaN);
        if (cells.cells() instanceof Grouping grouping) {
            double[][] place = {stars.x(), stars.y()};
            for (int i = 0; i < n.length; i++) {
                int cell = grouping.groupOf(place, 0, i);
                if (cell >= 0) {
                    n[i] = cells.measures()[cells.at(cell, slice)].value();
                }
            }
        }
        return n;
    }
}
