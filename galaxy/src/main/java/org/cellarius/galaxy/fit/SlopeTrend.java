package org.cellarius.galaxy.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@link SlopeOfSlopes} found: a line with scatter through slopes, and its band. */
public final class SlopeTrend {

    private final FittedLine line;
    private final Optional<ScatterPosterior> posterior;
    private final double mass;

    SlopeTrend(FittedLine line, Optional<ScatterPosterior> posterior, double mass) {
        this.line = line;
        this.posterior = posterior;
        this.mass = mass;
    }

    /**
     * {@code slope} (b), {@code intercept} (a) and {@code scatter} (&epsilon;) with errors and percentiles, or a status and a sentence. The ends of
     * the highest-density intervals are the measures {@code slope_hdi_low}, {@code slope_hdi_high} and so on, their mass is {@code hdi_mass}.
     */
    public FittedLine line() {
        return line;
    }

    /** Means of a + b c, units of the slopes, at abscissae c; empty without a line. */
    public double[] means(double... at) {
        return posterior
                .map(p -> Arrays.stream(at)
                        .map(c -> p.mixture(g -> g.mean(c), g -> g.sd(c)).mean())
                        .toArray())
                .orElse(new double[0]);
    }

    /** Highest-density intervals of a + b c, the trend and not the points about it, at abscissae c; empty without a line. */
    public List<Span> band(double... at) {
        return posterior
                .map(p -> Arrays.stream(at)
                        .mapToObj(c -> p.mixture(g -> g.mean(c), g -> g.sd(c)).highestDensity(mass))
                        .toList())
                .orElse(List.of());
    }
}
