package org.cellarius.galaxy.migration;

/**
 * Stars of another origin, or with a wrong age: their [Fe/H] is normal, whatever radius and age. Their share is fitted.
 *
 * @param meanDex dex
 * @param widthDex standard deviation, dex
 */
public record Contaminants(double meanDex, double widthDex) {
    public Contaminants {
        if (!(Double.isFinite(meanDex) && widthDex > 0 && widthDex < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("contaminants of mean " + meanDex + " and width " + widthDex
                    + " dex: the width must be above zero");
        }
    }

    /** p([Fe/H]) of them and of the disc together, its logarithm. */
    double lnMixed(double lnOfDisc, double share, double feHDex, double variance) {
        double all = widthDex * widthDex + variance;
        double d = feHDex - meanDex;
        double disc = Math.log1p(-share) + lnOfDisc;
        double other = Math.log(share) - 0.5 * (d * d / all + Math.log(2 * Math.PI * all));
        double higher = Math.max(disc, other);
        // A star far from both has densities below the smallest number.
        return higher == Double.NEGATIVE_INFINITY
                ? higher
                : higher + Math.log1p(Math.exp(Math.min(disc, other) - higher));
    }
}
