package org.cellarius.galaxy.distance;

/**
 * Stars whose space density falls exponentially with the distance from the Sun: P(r) = r&sup2; exp(&minus;r/L)/(2 L&sup3;)
 * (Bailer-Jones 2015, 2015PASP..127..994B, sec. 7). Its mode is 2 L, its mean 3 L.
 *
 * @param lengthKpc the length scale L, kpc: 1.35 kpc in Astraatmadja and Bailer-Jones (2016, 2016ApJ...833..119A)
 */
public record ExponentialDensityPrior(double lengthKpc) {

    private static final double SHORTEST_KPC = 1e-3;
    private static final double LONGEST_KPC = 1e3;

    public ExponentialDensityPrior {
        if (!(SHORTEST_KPC <= lengthKpc && lengthKpc <= LONGEST_KPC)) {
            throw new IllegalArgumentException(
                    "a length scale of " + lengthKpc + " kpc: it must lie between 0.001 and 1000 kpc");
        }
    }

    /** In words, for provenance. */
    public String settings() {
        return "exponentially decreasing space density, length scale " + lengthKpc + " kpc";
    }

    /** The papers. */
    public String citation() {
        return "Distances from parallaxes: Bailer-Jones 2015, PASP 127, 994 (2015PASP..127..994B); "
                + "Bailer-Jones et al. 2018, AJ 156, 58 (2018AJ....156...58B)";
    }
}
