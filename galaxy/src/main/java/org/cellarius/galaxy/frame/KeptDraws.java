package org.cellarius.galaxy.frame;

import java.util.Arrays;
import org.cellarius.galaxy.population.Quantiles;

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

    /**
     * Percentiles of a quantity at {@link #FRACTIONS}, linear between order statistics at h = (n&minus;1)p as in {@link
     * Quantiles}; NaN without draws. Reorders the draws.
     */
    double[] percentiles(int quantity) {
        double[] result = new double[FRACTIONS.length];
        int n = filled[quantity];
        int from = 0;
        for (int k = 0; k < result.length; k++) {
            double h = (n - 1) * FRACTIONS[k];
            int below = (int) h;
            result[k] = n == 0 ? Double.NaN : between(values[quantity], from, n, below, h - below);
            from = below;
        }
        return result;
    }

    private static double between(double[] v, int from, int n, int below, double part) {
        Quantiles.select(v, from, n - 1, below);
        double low = v[below];
        // All that stands behind the selected one is not smaller; the next one is the least of it.
        double next = below + 1 < n ? Double.POSITIVE_INFINITY : low;
        for (int i = below + 1; i < n; i++) {
            next = Math.min(next, v[i]);
        }
        return low + part * (next - low);
    }
}
