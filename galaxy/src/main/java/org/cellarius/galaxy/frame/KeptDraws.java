package org.cellarius.galaxy.frame;

import java.util.Arrays;

/** All draws of one star, kept only where percentiles are wanted. */
final class KeptDraws {

    /** Those of a normal distribution below &minus;1, 0 and +1 standard deviations, as surveys round them. */
    static final double[] FRACTIONS = {0.16, 0.5, 0.84};

    private final double[][] values;
    private final int[] filled;

    /** Room for that many quantities; none where nothing is to be kept. */
    KeptDraws(int quantities, int draws) {
        values = new double[quantities][draws];
        filled = new int[quantities];
    }

    boolean wanted() {
        return values.length > 0;
    }

    void start() {
        Arrays.fill(filled, 0);
    }

    void keep(int quantity, int n, double[] v) {
        if (!wanted()) {
            return;
        }
        for (int i = 0; i < n; i++) {
            if (Double.isFinite(v[i])) {
                values[quantity][filled[quantity]++] = v[i];
            }
        }
    }

    /** Sorts the draws of a quantity; its percentiles may be asked for then. */
    void sort(int quantity) {
        Arrays.sort(values[quantity], 0, filled[quantity]);
    }

    /** Linear between order statistics at h = (n&minus;1)p, as {@link org.cellarius.galaxy.population.Quantiles}; NaN without draws. */
    double percentile(int quantity, double fraction) {
        int n = filled[quantity];
        if (n == 0) {
            return Double.NaN;
        }
        double h = (n - 1) * fraction;
        int below = (int) h;
        double low = values[quantity][below];
        double high = values[quantity][Math.min(below + 1, n - 1)];
        return low + (h - below) * (high - low);
    }
}
