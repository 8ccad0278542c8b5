package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.figure.Axis;
import org.cellarius.galaxy.population.CountsByGroup;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.MomentsByGroup;
import org.cellarius.galaxy.population.PlaneCells;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.Unmeasured;

/** Measures a plane: its cells, the statistic of each, table and figure. */
final class PlaneProduct {

    private final Plane plane;
    private final Sample sample;
    private final Quantity x;
    private final Quantity y;

    private PlaneProduct(Plane plane, Sample sample) {
        this.plane = plane;
        this.sample = sample;
        this.x = sample.quantity(plane.x());
        this.y = sample.quantity(plane.y());
    }

    static Inquiry<ProductResult> measured(Plane plane, Sample stars) {
        return stars.peopled().then(sample -> new PlaneProduct(plane, sample).result());
    }

    private Inquiry<ProductResult> result() {
        return new PlaneGrid(plane, sample, x, y).cells().then(this::statistics).then(found -> {
            var drawn = new PlaneFigure(plane, sample, x, y, found);
            return sample.missing(sample.with(columns()))
                    .with(outside(drawn), (missing, outside) -> told(found, drawn, missing, outside));
        });
    }

    /** Value, if there is one, x and y. */
    private Expression[] columns() {
        List<Expression> all = new ArrayList<>();
        if (plane.value().isPresent()) {
            all.add(plane.value(sample.of()));
        }
        all.add(x.value());
        all.add(y.value());
        return all.toArray(Expression[]::new);
    }

    private Inquiry<PlaneCellStatistics> statistics(PlaneCells cells) {
        Grouping grouping = new Grouping.Both(cells, sample.grouping());
        PlaneCells.refuseCount(cells.groups(), sample.groups());
        List<Expression> columns = sample.with(columns());
        if (!plane.statistic().ofValue()) {
            return sample.fold(new CountsByGroup(grouping), columns)
                    .map(counts -> new PlaneCellStatistics(
                            cells,
                            sample.groups(),
                            counts,
                            Arrays.stream(counts)
                                    .mapToObj(n -> plane.statistic()
                                            .fromMoments(counted(n), cells.area())
                                            .orElseThrow())
                                    .toArray(PlaneStatistic.Measure[]::new)));
        }
        Inquiry<Moments[]> moments = sample.fold(new MomentsByGroup(grouping), columns);
        return probability()
                .map(p -> sample.range(columns.getFirst())
                        .then(range -> sample.quantiles(grouping, new double[] {p}, range[0], range[1], columns))
                        .with(moments, (ranks, m) -> statistics(cells, m, g -> ranked(m[g], ranks.values()[g][0]))))
                .orElseGet(() -> moments.map(m -> statistics(
                        cells,
                        m,
                        g -> plane.statistic().fromMoments(m[g], cells.area()).orElseThrow())));
    }

    /** Of statistics that need the ranks of the values. */
    private Optional<Double> probability() {
        return switch (plane.statistic()) {
            case PlaneStatistic.Median s -> Optional.of(0.5);
            case PlaneStatistic.Quantile s -> Optional.of(s.probability());
            case PlaneStatistic.Count s -> Optional.empty();
            case PlaneStatistic.Density s -> Optional.empty();
            case PlaneStatistic.Mean s -> Optional.empty();
            case PlaneStatistic.Dispersion s -> Optional.empty();
            case PlaneStatistic.StandardError s -> Optional.empty();
            case PlaneStatistic.Fraction s -> Optional.empty();
        };
    }

    private PlaneStatistic.Measure ranked(Moments moments, double quantile) {
        return new PlaneStatistic.Measure(
                quantile,
                plane.statistic().hasError() ? Moments.MEDIAN_OVER_MEAN * moments.standardError() : Double.NaN);
    }

    private static Moments counted(long n) {
        return new Moments(n, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    private PlaneCellStatistics statistics(
            PlaneCells cells, Moments[] moments, java.util.function.IntFunction<PlaneStatistic.Measure> measure) {
        return new PlaneCellStatistics(
                cells,
                sample.groups(),
                Arrays.stream(moments).mapToLong(Moments::n).toArray(),
                IntStream.range(0, moments.length).mapToObj(measure).toArray(PlaneStatistic.Measure[]::new));
    }

    /** Stars of the sample that have a place and a value, and that the axes do not hold. */
    private Inquiry<Long> outside(PlaneFigure drawn) {
        List<Expression> known = new ArrayList<>();
        for (Expression e : sample.with(columns())) {
            known.add(e.isFinite());
        }
        Axis along = drawn.xAxis();
        Axis up = drawn.yAxis();
        known.add(x.value()
                .isBetween(Expression.of(along.min()), Expression.of(along.max()))
                .and(y.value().isBetween(Expression.of(up.min()), Expression.of(up.max())))
                .negated());
        return drawn.empty() ? Inquiry.found(0L) : sample.count(Expression.all(known));
    }

    private ProductResult told(PlaneCellStatistics found, PlaneFigure drawn, long missing, long outside) {
        var notes = new ArrayList<String>();
        var unmeasured = new ArrayList<Unmeasured>();
        for (int s = 0; s < sample.groups(); s++) {
            if (found.shown(s, plane.minimumCount()).length == 0) {
                String slice = sample.plainName(s);
                notes.add("No cell" + (slice.isEmpty() ? "" : " of the slice " + slice) + " holds "
                        + Numbers.stars(plane.minimumCount())
                        + ": nothing is shown. Choose larger cells or a smaller minimum-count.");
                unmeasured.add(new Unmeasured(
                        slice.isEmpty() ? "fullest cell" : slice, found.fullest(s), plane.minimumCount()));
            }
        }
        if (missing > 0) {
            notes.add(Numbers.stars(missing) + " of the sample "
                    + (missing == 1 ? "lacks" : "lack") + " one of the quantities of the plane, and "
                    + (missing == 1 ? "does not enter." : "do not enter."));
        }
        var tables = new LinkedHashMap<String, SmallTable>();
        String name = plane.head().name();
        tables.put(name, PlaneTable.of(plane, sample, x, y, drawn.valueUnit(), found));
        return new ProductResult(
                plane.head(),
                tables,
                List.of(new Illustration(name, drawn.figure(outside), drawn.caption(outside))),
                notes,
                unmeasured);
    }
}
