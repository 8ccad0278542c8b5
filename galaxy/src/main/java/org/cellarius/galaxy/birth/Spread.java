package org.cellarius.galaxy.birth;

import java.util.Arrays;

/**
 * Range and level of [Fe/H] in a sample.
 *
 * @param n stars
 * @param range dex
 * @param rangeError one sigma, dex
 * @param level median or mean, dex
 * @param levelError one sigma, dex
 * @param covariance of both errors, dex&sup2;
 */
public record Spread(long n, double range, double rangeError, double level, double levelError, double covariance) {

    /** No number. */
    static Spread none(long n) {
        return new Spread(n, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    static double covariance(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(Double.NaN);
        double meanB = Arrays.stream(b).average().orElse(Double.NaN);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (a.length - 1);
    }
}
