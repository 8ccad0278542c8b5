package org.cellarius.study;

import java.util.List;
import org.cellarius.catalogue.Choice;
import org.cellarius.galaxy.frame.DistanceErrorModel;
import org.cellarius.galaxy.frame.ErrorColumns.Correlations;
import org.cellarius.study.yaml.Place;

/**
 * How a study finds the errors of phase space.
 *
 * @param method first order, or draws
 * @param draws draws per star; 0 to first order
 * @param seed their seed
 * @param distance how the distance scatters
 * @param correlations which of Gaia's correlations are used
 * @param of orbital quantities whose errors are found too
 */
public record ErrorsSource(
        Method method,
        int draws,
        long seed,
        DistanceErrorModel distance,
        Correlations correlations,
        List<String> of,
        Place place) {

    /** The two ways. */
    public enum Method {
        JACOBIAN,
        DRAWS
    }

    public ErrorsSource {
        of = List.copyOf(of);
    }

    /** What decides the numbers, in words: for the cache, the plan and the report. */
    public String settings() {
        String how = switch (method) {
            case JACOBIAN -> "first order";
            case DRAWS -> draws + " draws per star, seed " + seed;
        };
        return how + "; distance errors " + Choice.word(distance) + "; correlations " + Choice.word(correlations)
                + (of.isEmpty() ? "" : "; also of " + String.join(", ", of));
    }
}
