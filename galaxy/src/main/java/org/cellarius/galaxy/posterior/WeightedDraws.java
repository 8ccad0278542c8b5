package org.cellarius.galaxy.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws from a posterior, in the parameters' own units.
 *
 * @param values one row a draw
 * @param weights relative weight of each draw
 */
record WeightedDraws(double[][] values, double[] weights) {

    static WeightedDraws equal(double[][] values) {
        double[] weights = new double[values.length];
        Arrays.fill(weights, 1);
        return new WeightedDraws(values, weights);
    }

    double effectiveSize() {
        double sum = 0;
        double squares = 0;
        for (double w : weights) {
            sum += w;
            squares += w * w;
        }
        return sum * sum / squares;
    }

    double[] means() {
        int d = values[0].length;
        double[] means = new double[d];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i];
            for (int k = 0; k < d; k++) {
                means[k] += weights[i] * values[i][k];
            }
        }
        for (int k = 0; k < d; k++) {
            means[k] /= sum;
        }
        return means;
    }

    double[][] covariance() {
        double[] means = means();
        int d = means.length;
        double[][] covariance = new double[d][d];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i];
            for (int k = 0; k < d; k++) {
                for (int j = 0; j < d; j++) {
                    covariance[k][j] += weights[i] * (values[i][k] - means[k]) * (values[i][j] - means[j]);
                }
            }
        }
        for (double[] row : covariance) {
            for (int j = 0; j < d; j++) {
                row[j] /= sum;
            }
        }
        return covariance;
    }

    List<Percentiles> percentiles() {
        var all = new ArrayList<Percentiles>();
        for (int k = 0; k < values[0].length; k++) {
            all.add(Percentiles.of(quantiles(k)));
        }
        return all;
    }

    /** At most so many of the draws, of equal weight: those in which evenly spaced shares of the weight end. */
    double[][] some(int most) {
        int n = Math.min(most, values.length);
        double[][] some = new double[n][];
        double total = Arrays.stream(weights).sum();
        double below = 0;
        int taken = 0;
        for (int i = 0; i < values.length && taken < n; i++) {
            below += weights[i];
            while (taken < n && (taken + 0.5) * total <= below * n) {
                some[taken++] = values[i];
            }
        }
        return Arrays.copyOf(some, taken);
    }

    private double[] quantiles(int parameter) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a][parameter], values[b][parameter]));
        double total = Arrays.stream(weights).sum();
        double[] quantiles = new double[Percentiles.LEVELS.size()];
        int next = 0;
        double below = 0;
        for (int r = 0; r < order.length && next < quantiles.length; r++) {
            double middle = below + 0.5 * weights[order[r]];
            while (next < quantiles.length && middle >= Percentiles.LEVELS.get(next) * total) {
                quantiles[next++] = values[order[r]][parameter];
            }
            below += weights[order[r]];
        }
        while (next < quantiles.length) {
            quantiles[next++] = values[order[order.length - 1]][parameter];
        }
        return quantiles;
    }
}
