package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.population.CountsByGroup;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.PlaneCells;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.plane.PlaneStatistic.Measure;
import org.cellarius.measure.product.GroupStatistics;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Sample;

/**
 * Asks for a statistic in the cells of a plane.
 *
 * @param place x and y
 */
record CellStatistics(PlaneStatistic statistic, Sample sample, List<Expression> place) {

    /** That of a value, or of the stars themselves. */
    Inquiry<CellMeasures> of(Optional<Expression> value, CellPlan.Laid cells, CellArea area) {
        refuseTooMany(cells.cells().groups());
        return Inquiry.all(cells.parts().stream()
                        .map(part -> of(value, part.cells(), area))
                        .toList())
                .map(found -> CellMeasures.joined(cells.cells().groups(), sample.groups(), cells.parts(), found));
    }

    private Inquiry<CellMeasures> of(Optional<Expression> value, PlaneCells cells, CellArea area) {
        int slices = sample.groups();
        Grouping grouping = new Grouping.Both(cells, sample.grouping());
        if (!statistic.ofValue()) {
            return new GroupStatistics(sample)
                    .counted(grouping, columns(Optional.empty()))
                    .map(counted -> measures(
                            counted,
                            g -> statistic
                                    .fromMoments(counted[g], area.of(cells, g / slices))
                                    .orElseThrow()));
        }
        List<Expression> columns = columns(value);
        if (statistic.equals(new PlaneStatistic.Median(PlaneStatistic.MedianError.DENSITY))) {
            return new CellMedians(sample, grouping, columns).measured();
        }
        Inquiry<Moments[]> moments = new GroupStatistics(sample).moments(grouping, columns);
        return statistic
                .rank()
                .map(p -> sample.range(columns.getFirst())
                        .then(range -> new GroupStatistics(sample)
                                .quantiles(grouping, new double[] {p}, range[0], range[1], columns))
                        .with(moments, (ranks, m) -> measures(m, g -> ranked(m[g], ranks.values()[g][0]))))
                .orElseGet(() -> moments.map(m -> measures(
                        m,
                        g -> statistic
                                .fromMoments(m[g], area.of(cells, g / slices))
                                .orElseThrow())));
    }

    /** Each panel has all cells, also where it has no star. */
    private void refuseTooMany(int cells) {
        if ((long) cells * sample.groups() > PlaneCells.LARGEST) {
            throw new Unmeasurable(
                    "%s cells in each of %d panels are more than %s"
                            .formatted(Numbers.count(cells), sample.groups(), Numbers.count(PlaneCells.LARGEST)),
                    sample.head().place().toString(),
                    "Set a 'range' of x and y, choose larger cells, or fewer panels");
        }
    }

    /** Stars of each cell and slice. */
    Inquiry<long[]> counts(Grouping grouping) {
        return sample.fold(new CountsByGroup(grouping), columns(Optional.empty()));
    }

    private List<Expression> columns(Optional<Expression> value) {
        List<Expression> all = new ArrayList<>();
        value.ifPresent(all::add);
        all.addAll(place);
        return sample.with(all.toArray(Expression[]::new));
    }

    private Measure ranked(Moments moments, double quantile) {
        return new Measure(
                quantile, statistic.hasError() ? Moments.MEDIAN_OVER_MEAN * moments.standardError() : Double.NaN);
    }

    private static long[] counts(Moments[] moments) {
        return Arrays.stream(moments).mapToLong(Moments::n).toArray();
    }

    /** A cell with too few stars has no number, and no difference from another. */
    private CellMeasures measures(Moments[] moments, IntFunction<Measure> measure) {
        long[] counts = counts(moments);
        return new CellMeasures(
                counts,
                Arrays.stream(moments).mapToDouble(Moments::effective).toArray(),
                IntStream.range(0, counts.length)
                        .mapToObj(g -> !statistic.ofValue() || counts[g] >= statistic.fewestStars()
                                ? measure.apply(g)
                                : Measure.NONE)
                        .toArray(Measure[]::new));
    }
}
