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
        return Math.log(
                (1 - share) * Math.exp(lnOfDisc) + share * Math.exp(-0.5 * d * d / all) / Math.sqrt(2 * Math.PI * all));
    }
}
