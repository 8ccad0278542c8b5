package org.cellarius.galaxy.population;

import java.util.Arrays;

/**
 * What "a contour of 75 per cent" means. The literature means either, so both have a name.
 */
public enum ContourLevel {
    /** Within the line lie so much of all stars, as densely as can be (Imig et al. 2023, ApJ 954, 124). */
    ENCLOSED,
    /** On the line the density is so much of the highest (Vickers et al. 2021, ApJ 922, 189). */
    OF_PEAK;

    /**
     * The density on the line.
     *
     * @param density in cells of one size, not below zero
     * @param fraction above 0, below 1
     * @return NaN where there is no star
     */
    public double of(double[] density, double fraction) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException("the level " + fraction + " of a contour does not lie between 0 and 1");
        }
        double[] sorted = Arrays.stream(density).filter(d -> d > 0).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return switch (this) {
            case OF_PEAK -> fraction * sorted[sorted.length - 1];
            case ENCLOSED -> {
                double wanted = fraction * Arrays.stream(sorted).sum();
                double within = 0;
                int k = sorted.length;
                while (k > 0 && within < wanted) {
                    within += sorted[--k];
                }
                yield sorted[k];
            }
        };
    }
}
