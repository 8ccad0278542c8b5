package org.cellarius.measure.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.engine.Question;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.population.CountsByGroup;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.MedianErrors;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.MomentsByGroup;
import org.cellarius.galaxy.population.QuantilePass;
import org.cellarius.galaxy.population.QuantileStep;
import org.cellarius.galaxy.population.QuantilesByGroup;
import org.cellarius.galaxy.population.WeightedQuantiles;
import org.cellarius.measure.Inquiry;

/** Statistics of the groups of a sample; its stars count as their weights say. Expressions are the value, then the grouping's. */
public record GroupStatistics(Sample sample) {

    /** Moments of a value; the grouping's expressions follow it. */
    public Inquiry<Moments[]> moments(Grouping grouping, List<Expression> expressions) {
        return sample.fold(new MomentsByGroup(grouping, sample.weighting()), sample.weighted(expressions));
    }

    /** What the stars of each group count, and their number. */
    public Inquiry<Moments[]> counted(Grouping grouping, List<Expression> ofGrouping) {
        var read = new ArrayList<>(ofGrouping);
        read.addFirst(Expression.of(0.0));
        return sample.weight().isPresent()
                ? moments(grouping, read)
                : sample.fold(new CountsByGroup(grouping), ofGrouping)
                        .map(counts ->
                                Arrays.stream(counts).mapToObj(Moments::counted).toArray(Moments[]::new));
    }

    /**
     * Errors of the medians of groups.
     *
     * @param probes per group the quantiles at {@link MedianErrors#probabilities} of its effective number of stars
     */
    public Inquiry<double[]> medianErrors(
            Grouping grouping, QuantilesByGroup quantiles, double[][] probes, List<Expression> expressions) {
        var errors = MedianErrors.of(grouping, sample.weighting(), quantiles, probes);
        return sample.fold(errors, sample.weighted(expressions))
                .map(found -> IntStream.range(0, probes.length)
                        .mapToDouble(g -> errors.error(found, g, quantiles.effective()[g]))
                        .toArray());
    }

    /** Exact quantiles, in as many rounds as they need; those of weighted stars hold the columns in memory. */
    public Inquiry<QuantilesByGroup> quantiles(
            Grouping grouping, double[] probabilities, double min, double max, List<Expression> expressions) {
        if (sample.weight().isPresent()) {
            return Inquiry.of(new Question.Columns(sample.weighted(expressions), sample.condition()))
                    .map(read -> WeightedQuantiles.of(grouping, probabilities, read));
        }
        return refined(QuantilePass.first(grouping, probabilities, min, max), expressions);
    }

    private Inquiry<QuantilesByGroup> refined(QuantileStep step, List<Expression> expressions) {
        return switch (step) {
            case QuantilePass pass ->
                sample.fold(pass, expressions).then(found -> refined(pass.after(found), expressions));
            case QuantilesByGroup done -> Inquiry.found(done);
        };
    }
}
