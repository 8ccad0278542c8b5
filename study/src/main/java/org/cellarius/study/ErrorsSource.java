package org.cellarius.study;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.galaxy.frame.DerivedQuantity;
import org.cellarius.galaxy.frame.DrawPlan;
import org.cellarius.galaxy.frame.DrawPlan.Summary;
import org.cellarius.galaxy.frame.ErrorColumns;
import org.cellarius.galaxy.frame.ErrorEstimate;
import org.cellarius.galaxy.frame.PhaseSpaceErrors.Covariance;

/**
 * How a study finds the errors of phase space.
 *
 * @param method first order, or draws
 * @param draws draws per star; 0 to first order
 * @param seed their seed
 * @param columns how the distance scatters, and which errors and correlations are used
 * @param summaries what is written beside the standard deviations
 * @param of orbital quantities whose errors are found too
 */
public record ErrorsSource(
        Method method,
        int draws,
        long seed,
        ErrorColumns columns,
        Set<Summary> summaries,
        List<String> of,
        Place place) {

    /** The two ways. */
    public enum Method {
        JACOBIAN,
        DRAWS
    }

    public ErrorsSource {
        summaries = Set.copyOf(summaries);
        of = List.copyOf(of);
        if (method == Method.JACOBIAN
                && (summaries.contains(Summary.MEANS) || summaries.contains(Summary.PERCENTILES))) {
            throw new IllegalArgumentException("means and percentiles are those of draws: add  draws: 1000");
        }
    }

    /** The same for the kernels; derived quantities follow the draws. */
    public ErrorEstimate estimate(List<DerivedQuantity> derived) {
        return switch (method) {
            case JACOBIAN ->
                new ErrorEstimate.FirstOrder(
                        columns, summaries.contains(Summary.COVARIANCE) ? Covariance.WRITTEN : Covariance.LEFT_OUT);
            case DRAWS -> new ErrorEstimate.Draws(columns, new DrawPlan(seed, draws, summaries, derived));
        };
    }

    /** The summaries as the study names them, in their own order. */
    public List<String> summaryWords() {
        return Arrays.stream(Summary.values())
                .filter(summaries::contains)
                .map(Choice::word)
                .toList();
    }

    /** What decides the numbers, in words: for the cache, the plan and the report. */
    public String settings() {
        String how = switch (method) {
            case JACOBIAN -> "first order";
            case DRAWS -> draws + " draws per star, seed " + seed;
        };
        return how + "; distance errors " + Choice.word(columns.distance()) + "; place on the sky "
                + Choice.word(columns.sky()) + "; correlations " + Choice.word(columns.correlations())
                + (summaries.isEmpty() ? "" : "; with " + String.join(", ", summaryWords()))
                + (of.isEmpty() ? "" : "; also of " + String.join(", ", of));
    }
}
