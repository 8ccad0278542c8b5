package org.cellarius.galaxy.birth;

import org.cellarius.galaxy.population.Quantiles;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Percentiles of samples of a sample: of up to {@value #RESAMPLED} stars by drawing stars anew (bootstrap), of more by the normal limit of their ranks, a Brownian bridge, which takes
 * as long for a million stars as for two thousand.
 *
 * @param sorted values in rising order
 * @param random numbers
 * @param family which of them: the bin
 */
record PercentileDraws(double[] sorted, CounterRandom random, long family) {

    static final int RESAMPLED = 2000;

    /** One draw of the quantiles at some shares, in rising order. */
    double[] draw(double[] shares, int number) {
        return sorted.length <= RESAMPLED ? resampled(shares, number) : moved(shares, number);
    }

    private double[] resampled(double[] shares, int number) {
        int n = sorted.length;
        int[] times = new int[n];
        for (int i = 0; i < n; i++) {
            times[(int) Math.unsignedMultiplyHigh(random.bits(family, number * RESAMPLED + i), n)]++;
        }
        double[] found = new double[shares.length];
        int star = -1;
        int before = 0;
        for (int k = 0; k < shares.length; k++) {
            double place = shares[k] * (n - 1);
            int rank = (int) place;
            while (before <= rank) {
                before += times[++star];
            }
            double low = sorted[star];
            double high = low;
            if (before == rank + 1 && rank + 1 < n) {
                int next = star + 1;
                while (times[next] == 0) {
                    next++;
                }
                high = sorted[next];
            }
            found[k] = low + (place - rank) * (high - low);
        }
        return found;
    }

    private double[] moved(double[] shares, int number) {
        int steps = shares.length + 1;
        double[] walk = new double[shares.length];
        double here = 0;
        double at = 0;
        for (int k = 0; k < shares.length; k++) {
            here += Math.sqrt(shares[k] - at) * random.normal(family, steps * number + k);
            at = shares[k];
            walk[k] = here;
        }
        double end = here + Math.sqrt(1 - at) * random.normal(family, steps * number + shares.length);
        double root = Math.sqrt((double) sorted.length);
        for (int k = 0; k < shares.length; k++) {
            double share = shares[k] + (walk[k] - shares[k] * end) / root;
            walk[k] = Quantiles.ofSorted(sorted, Math.clamp(share, 0, 1));
        }
        return walk;
    }
}
