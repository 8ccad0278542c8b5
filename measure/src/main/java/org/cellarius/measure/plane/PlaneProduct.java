package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.expression.Expression;
import org.cellarius.figure.Axis;
import org.cellarius.galaxy.population.StarsInCells;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.plane.PlaneCellStatistics.Modelled;
import org.cellarius.measure.product.Populations;
import org.cellarius.measure.product.Populations.PopulationSample;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.Stars;

/** Measures a plane in a population: its cells, the statistic of each, what is drawn besides. */
final class PlaneProduct {

    private final Plane plane;
    private final PopulationSample of;
    private final Sample sample;
    private final Quantity x;
    private final Quantity y;

    private PlaneProduct(Plane plane, PopulationSample of) {
        this.plane = plane;
        this.of = of;
        this.sample = of.sample();
        this.x = sample.quantity(plane.x());
        this.y = sample.quantity(plane.y());
    }

    static Inquiry<ProductResult> measured(Plane plane, Stars stars) {
        return Populations.measured(
                        stars,
                        plane.head(),
                        plane.populations(),
                        plane.slicing(),
                        one -> new PlaneProduct(
                                        plane,
                                        new PopulationSample(
                                                one.population(), one.sample().cutBy(plane.panels())))
                                .series())
                .then(series ->
                        result(new PlaneFrame(plane, stars.quantity(plane.x()), stars.quantity(plane.y()), series)));
    }

    private static Inquiry<ProductResult> result(PlaneFrame frame) {
        List<PlaneProduct> each = frame.series().stream()
                .map(one -> new PlaneProduct(frame.plane(), one.of()))
                .toList();
        return Inquiry.all(each.stream()
                        .map(one -> one.sample.missing(one.columns()))
                        .toList())
                .with(
                        Inquiry.all(each.stream().map(one -> one.outside(frame)).toList()),
                        (missing, outside) -> new PlaneResult(frame)
                                .told(
                                        missing,
                                        outside.stream().mapToLong(n -> n).sum()));
    }

    private Inquiry<PlaneSeries> series() {
        return new PlaneGrid(plane, sample, x, y)
                .cells()
                .then(cells -> statistics(cells)
                        .then(found -> new PlaneExtras(plane, of, x, y, found)
                                .found()
                                .with(
                                        held(cells, found),
                                        (more, held) -> new PlaneSeries(of, plane.leastStars(), found, held, more))));
    }

    /** Stars of each slice in the cells that are shown. */
    private Inquiry<long[]> held(CellPlan.Laid cells, PlaneCellStatistics found) {
        int slices = sample.groups();
        if (plane.cells().steps().isEmpty()) {
            return Inquiry.found(IntStream.range(0, slices)
                    .mapToLong(s -> found.stars(found.shown(s, plane.leastStars()), s))
                    .toArray());
        }
        boolean[] shown = new boolean[cells.cells().groups() * slices];
        for (int s = 0; s < slices; s++) {
            for (int cell : found.shown(s, plane.leastStars())) {
                shown[found.at(cell, s)] = true;
            }
        }
        boolean[][] counted = new boolean[cells.parts().size()][];
        for (int p = 0; p < counted.length; p++) {
            int[] numbers = cells.parts().get(p).numbers();
            counted[p] = new boolean[numbers.length * slices];
            for (int i = 0; i < counted[p].length; i++) {
                counted[p][i] = shown[found.at(numbers[i / slices], i % slices)];
            }
        }
        var parts = cells.parts().stream().map(CellPlan.Part::cells).toList();
        return measured().fold(new StarsInCells(parts, counted, sample.grouping()), sample.with(x.value(), y.value()));
    }

    /** The stars that any of the statistics is of. */
    private Sample measured() {
        Sample stars = sample;
        if (plane.value().isPresent()) {
            stars = stars.also(plane.value(sample.of()).isFinite());
        }
        if (model().isPresent()) {
            stars = stars.also(model().get().isFinite());
        }
        return plane.difference().isEmpty()
                ? stars
                : stars.also(of(plane.difference().get().first())
                        .or(of(plane.difference().get().second())));
    }

    private Expression of(String condition) {
        return sample.of()
                .condition(condition, plane.difference().orElseThrow().place().toString());
    }

    /** Value and model, where there are any, x and y, slices. */
    private List<Expression> columns() {
        List<Expression> all = new ArrayList<>();
        if (plane.value().isPresent()) {
            all.add(plane.value(sample.of()));
        }
        model().ifPresent(all::add);
        all.add(x.value());
        all.add(y.value());
        return sample.with(all.toArray(Expression[]::new));
    }

    private Optional<Expression> model() {
        return plane.model().map(m -> sample.quantity(m).value());
    }

    private Inquiry<PlaneCellStatistics> statistics(CellPlan.Laid cells) {
        Optional<Expression> value = plane.value().map(v -> plane.value(sample.of()));
        int slices = sample.groups();
        if (plane.difference().isPresent()) {
            Difference d = plane.difference().get();
            return of(sample.also(of(d.first())), value, cells)
                    .with(of(sample.also(of(d.second())), value, cells), (a, b) -> difference(cells, slices, a, b));
        }
        Optional<Expression> model = model();
        if (model.isEmpty()) {
            return of(sample, value, cells)
                    .map(m -> new PlaneCellStatistics(
                            cells.cells(),
                            slices,
                            m.counts(),
                            m.effective(),
                            m.counts(),
                            m.measures(),
                            Optional.empty()));
        }
        // All three are statistics of the same stars.
        Sample modelled =
                sample.also(model.get().isFinite()).also(value.orElseThrow().isFinite());
        return of(modelled, value, cells)
                .with(
                        of(modelled, model, cells)
                                .with(
                                        of(modelled, Optional.of(value.get().minus(model.get())), cells),
                                        (m, r) -> new Modelled(m.measures(), r.measures())),
                        (m, both) -> new PlaneCellStatistics(
                                cells.cells(),
                                slices,
                                m.counts(),
                                m.effective(),
                                m.counts(),
                                m.measures(),
                                Optional.of(both)));
    }

    /** Of numbers of stars one side may be empty; a mean of nothing is none. */
    private PlaneCellStatistics difference(CellPlan.Laid cells, int slices, CellMeasures a, CellMeasures b) {
        boolean ofValue = plane.statistic().ofValue();
        long[] all = a.counts().clone();
        double[] effective = a.effective().clone();
        long[] least = a.counts().clone();
        for (int i = 0; i < all.length; i++) {
            all[i] += b.counts()[i];
            effective[i] += b.effective()[i];
            least[i] = ofValue ? Math.min(least[i], b.counts()[i]) : Math.max(least[i], b.counts()[i]);
        }
        return new PlaneCellStatistics(cells.cells(), slices, all, effective, least, a.minus(b), Optional.empty());
    }

    private Inquiry<CellMeasures> of(Sample stars, Optional<Expression> value, CellPlan.Laid cells) {
        return new CellStatistics(plane.statistic(), stars, List.of(x.value(), y.value()))
                .of(value, cells, CellArea.of(plane, x, y));
    }

    /** Stars of the sample that have a place and a value, and that the axes do not hold. */
    private Inquiry<Long> outside(PlaneFrame drawn) {
        List<Expression> known = new ArrayList<>();
        for (Expression e : columns()) {
            known.add(e.isFinite());
        }
        Axis along = drawn.xAxis();
        Axis up = drawn.yAxis();
        known.add(sample.beyond(x, along, y, up));
        return drawn.empty() || drawn.faceOn() || drawn.projected()
                ? Inquiry.found(0L)
                : sample.count(Expression.all(known));
    }
}
