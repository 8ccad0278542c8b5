package org.cellarius.galaxy.posterior;

import java.util.List;

/**
 * A density of one coordinate known at equal steps, as the trapezoidal rule leaves it; between them its logarithm is a polynomial
 * of degree five, exact for a normal. Quantiles are good to 1e-4 of the width where the steps are one standard deviation.
 *
 * @param origin first place
 * @param step distance of places
 * @param lnDensity logarithms there, of any normalisation
 */
record EquallySpaced(double origin, double step, double[] lnDensity) {

    private static final int PARTS = 32;

    /** The places below which these probabilities lie. */
    double[] quantiles(List<Double> levels) {
        int cells = (lnDensity.length - 1) * PARTS;
        double[] below = new double[cells + 1];
        double left = density(0);
        for (int c = 0; c < cells; c++) {
            double middle = density((c + 0.5) / PARTS);
            double right = density((c + 1.0) / PARTS);
            below[c + 1] = below[c] + (left + 4 * middle + right);
            left = right;
        }
        return levels.stream()
                .mapToDouble(level -> place(below, level * below[cells]))
                .toArray();
    }

    private double place(double[] below, double target) {
        int low = 0;
        int high = below.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (below[middle] <= target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double mass = below[high] - below[low];
        return origin + step * (low + (mass > 0 ? (target - below[low]) / mass : 0.5)) / PARTS;
    }

    /** The density at a place in steps from the origin. */
    private double density(double t) {
        int last = lnDensity.length - 1;
        int cell = Math.min((int) t, last - 1);
        int from = Math.max(0, cell - 2);
        int to = Math.min(last, cell + 3);
        double sum = 0;
        for (int i = from; i <= to; i++) {
            double weight = 1;
            for (int j = from; j <= to; j++) {
                if (j != i) {
                    weight *= (t - j) / (i - j);
                }
            }
            sum += weight * lnDensity[i];
        }
        return Math.exp(sum);
    }
}
