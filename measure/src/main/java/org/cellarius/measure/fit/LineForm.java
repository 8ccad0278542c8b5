package org.cellarius.measure.fit;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LinePriors;
import org.cellarius.galaxy.fit.Span;
import org.cellarius.galaxy.posterior.Computation;

/** What is known of a line before it is said of which age bin it is. */
sealed interface LineForm {

    /** A line with all its settings. */
    record Whole(LineEstimator line) implements LineForm {}

    /** Chen et al.'s line, which weighs by the age bin if there is one. */
    record Chen2025(LinePriors priors, Computation computation) implements LineForm {}

    /**
     * Lines of all age bins at once, one of which is reported.
     *
     * @param edgesGyr edges of the bins, Gyr; empty: bins as wide as the one reported on both sides of it, from 0 to 13 Gyr
     */
    record OfAgeBins(Optional<List<Double>> edgesGyr, LinePriors priors, Computation computation) implements LineForm {

        List<Double> edgesAround(Span bin) {
            return edgesGyr.orElseGet(() -> AgeBins.around(bin));
        }
    }
}
