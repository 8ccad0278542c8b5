package org.cellarius.galaxy.fit;

import org.cellarius.galaxy.posterior.Prior;

/** The likelihood of a line with scatter, its height counted at a pivot amid the stars, where it hardly depends on the slope. */
interface LineLikelihood {

    /** The x at which heights are counted. */
    double pivot();

    /**
     * ln of the likelihood.
     *
     * @param height the line's y at the pivot
     */
    double ln(double slope, double height, double scatter);

    /** Slope, height, scatter: where to begin. */
    double[] start();

    /** About how wide the likelihood is in each of them. */
    double[] widths();

    /** Moves a start into the supports of the priors. */
    static double inside(Prior prior, double value) {
        return switch (prior) {
            case Prior.Uniform u -> {
                double margin = 0.02 * (u.high() - u.low());
                double low = u.low() == 0 ? 1e-6 * u.high() : u.low() + margin;
                yield Math.clamp(value, low, u.high() - margin);
            }
            case Prior.RootUniform u -> Math.clamp(value, 1e-6 * u.high(), 0.98 * u.high());
            case Prior.Normal n -> value;
            case Prior.HalfNormal h -> Math.max(value, 1e-6 * h.scale());
            case Prior.HalfCauchy h -> Math.max(value, 1e-6 * h.scale());
        };
    }
}
