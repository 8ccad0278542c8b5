package org.cellarius.galaxy.posterior;

/**
 * Covariances of chains with themselves some steps later. Eight lags are summed side by side, each in its own order: a sum waits for its last term, eight of them wait
 * together, and the numbers are those of one after another.
 */
final class LaggedProducts {

    private static final int BESIDE = 8;

    /** Minus their means. */
    private final double[][] chains;

    /** Sums over each chain, of the lags from {@link #first} on. */
    private final double[][] sums;

    private int first = -1;

    /**
     * @param values chain, step; chains are equally long
     * @param means of the chains
     */
    LaggedProducts(double[][] values, double[] means) {
        this.chains = new double[values.length][values[0].length];
        this.sums = new double[values.length][BESIDE];
        for (int c = 0; c < chains.length; c++) {
            for (int s = 0; s < chains[c].length; s++) {
                chains[c][s] = values[c][s] - means[c];
            }
        }
    }

    int chains() {
        return chains.length;
    }

    /** Mean product of the deviations from a chain's mean that are so many steps apart, where missing ones count as 0. */
    double covariance(int chain, int lag) {
        int wanted = lag - lag % BESIDE;
        if (wanted != first) {
            for (int c = 0; c < chains.length; c++) {
                sum(chains[c], wanted, sums[c]);
            }
            first = wanted;
        }
        return sums[chain][lag - first] / chains[chain].length;
    }

    private static void sum(double[] v, int lag, double[] into) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int whole = Math.max(0, v.length - lag - BESIDE + 1);
        for (int s = 0; s < whole; s++) {
            double now = v[s];
            int at = s + lag;
            s0 += now * v[at];
            s1 += now * v[at + 1];
            s2 += now * v[at + 2];
            s3 += now * v[at + 3];
            s4 += now * v[at + 4];
            s5 += now * v[at + 5];
            s6 += now * v[at + 6];
            s7 += now * v[at + 7];
        }
        double[] found = {s0, s1, s2, s3, s4, s5, s6, s7};
        for (int k = 0; k < BESIDE; k++) {
            double sum = found[k];
            for (int s = whole; s + lag + k < v.length; s++) {
                sum += v[s] * v[s + lag + k];
            }
            into[k] = sum;
        }
    }
}
