package org.cellarius.measure.plane;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.MedianErrors;
import org.cellarius.galaxy.population.QuantilesByGroup;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.plane.PlaneStatistic.Measure;
import org.cellarius.measure.product.GroupStatistics;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Sample;

/**
 * Medians of cells with errors that assume no distribution.
 *
 * @param columns the value, then those of the grouping
 */
record CellMedians(Sample sample, Grouping grouping, List<Expression> columns) {

    /** Of more cells the neighbours of all medians would not fit in memory. */
    private static final int MOST = 250_000;

    /** All that a sample of any size is probed at, in rising order. */
    private static final double[] PROBABILITIES = MedianErrors.allProbabilities();

    Inquiry<CellMeasures> measured() {
        if (grouping.groups() > MOST) {
            throw new Unmeasurable(
                    "%s cells are too many (above %s) for errors of medians by the density of their stars"
                            .formatted(Numbers.count(grouping.groups()), Numbers.count(MOST)),
                    sample.head().place().toString(),
                    "Choose larger cells, or say  median-error: normal");
        }
        return sample.range(columns.getFirst())
                .then(range ->
                        new GroupStatistics(sample).quantiles(grouping, PROBABILITIES, range[0], range[1], columns))
                .then(this::withErrors);
    }

    private Inquiry<CellMeasures> withErrors(QuantilesByGroup quantiles) {
        long[] counts = quantiles.counts();
        double[][] probes = new double[counts.length][];
        Arrays.setAll(
                probes,
                g -> Arrays.stream(MedianErrors.probabilities(quantiles.effective()[g]))
                        .map(p -> quantiles.values()[g][at(p)])
                        .toArray());
        return new GroupStatistics(sample)
                .medianErrors(grouping, quantiles, probes, columns)
                .map(errors -> new CellMeasures(
                        counts,
                        quantiles.effective(),
                        IntStream.range(0, counts.length)
                                .mapToObj(g -> new Measure(quantiles.values()[g][at(0.5)], errors[g]))
                                .toArray(Measure[]::new)));
    }

    private static int at(double probability) {
        return Arrays.binarySearch(PROBABILITIES, probability);
    }
}
