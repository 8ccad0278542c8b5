package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.fit.LineFit;
import org.cellarius.galaxy.population.Contours;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.measure.Inquiry;
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

    /**
     * What was found.
     *
     * @param points stars by slice; empty where cells are drawn
     * @param contours lines of each level, by slice
     * @param running by slice
     * @param lines straight ones by slice; empty where none is wanted
     */
    record Found(
            List<StarPoints> points,
            List<List<List<Contours.Ring>>> contours,
            List<RunningWindows> running,
            List<LineFit> lines,
            List<String> notes) {}

    /** Stars of a slice: places and values. */
    record StarPoints(double[] x, double[] y, double[] value) {}

    private Sample sample() {
        return of.sample();
    }

    Inquiry<Found> found() {
        return points().with(new PlaneContours(plane, sample(), x, y, cells).found(), Drawings::new)
                .with(StraightLine.through(plane.look().line(), sample(), x, y), (drawings, lines) -> {
                    var notes = new ArrayList<>(drawings.points().notes());
                    return new Found(drawings.points().points(), drawings.contours(), running(notes), lines, notes);
                });
    }

    private record Drawings(Points points, List<List<List<Contours.Ring>>> contours) {}

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
