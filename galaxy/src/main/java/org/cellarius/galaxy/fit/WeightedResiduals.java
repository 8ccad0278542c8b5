package org.cellarius.galaxy.fit;

import java.util.Arrays;
import java.util.Optional;

/**
 * The residuals of a weighted line, r = M y with M = 1 &minus; H of rank n &minus; 2, and what sums &Sigma; c_i r_i&sup2; are expected to be. M is known by its
 * leverages and three sums, so that nothing costs more than one pass over the stars.
 */
final class WeightedResiduals {

    /** Below this determinant, relative, weights are nearly equal and two components cannot be told apart. */
    private static final double SMALLEST_DETERMINANT = 1e-9;

    private final double[] weights;
    private final double[] dx;
    private final double[] leverage;
    private final double[] residual;
    private final double meanX;
    private final double total;
    private final double sxx;

    /**
     * Of a line with the normal equations &Sigma; w r = 0 and &Sigma; w x r = 0.
     *
     * @param x abscissae, or the places of the nearest points of the line
     */
    WeightedResiduals(double[] x, double[] residual, double[] weights) {
        int n = x.length;
        this.weights = weights;
        this.dx = new double[n];
        this.leverage = new double[n];
        this.residual = residual;
        double sumW = 0;
        double sumWx = 0;
        for (int i = 0; i < n; i++) {
            sumW += weights[i];
            sumWx += weights[i] * (x[i] - x[0]);
        }
        this.meanX = x[0] + sumWx / sumW;
        double sumXx = 0;
        for (int i = 0; i < n; i++) {
            dx[i] = x[i] - meanX;
            sumXx += weights[i] * dx[i] * dx[i];
        }
        this.total = sumW;
        this.sxx = sumXx;
        for (int i = 0; i < n; i++) {
            leverage[i] = weights[i] / total + weights[i] * dx[i] * dx[i] / sxx;
        }
    }

    double weight(int i) {
        return weights[i];
    }

    double leverage(int i) {
        return leverage[i];
    }

    double largestLeverage() {
        return Arrays.stream(leverage).max().orElse(1);
    }

    /** The slope is &Sigma; a_i y_i. */
    double[] slopeCoefficients() {
        double[] a = new double[dx.length];
        Arrays.setAll(a, i -> weights[i] * dx[i] / sxx);
        return a;
    }

    double[] interceptCoefficients() {
        double[] a = new double[dx.length];
        Arrays.setAll(a, i -> weights[i] / total - meanX * weights[i] * dx[i] / sxx);
        return a;
    }

    /** &Sigma; c_i r_i&sup2;. */
    double sum(double[] c) {
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            sum += c[i] * residual[i] * residual[i];
        }
        return sum;
    }

    /** What it is expected to be where variances are 1/w: tr MD, D = c/w. */
    double mean(double[] c) {
        double trace = 0;
        for (int i = 0; i < c.length; i++) {
            trace += c[i] / weights[i] * (1 - leverage[i]);
        }
        return trace;
    }

    /** The degrees of freedom of a chi-squared with its mean and variance, where variances are 1/w: (tr MD)&sup2;/tr (MD)&sup2;. */
    double freedom(double[] c) {
        double own = 0;
        double level = 0;
        double both = 0;
        double tilt = 0;
        for (int i = 0; i < c.length; i++) {
            double d = c[i] / weights[i];
            own += d * d * (1 - 2 * leverage[i]);
            level += d * weights[i] / total;
            both += d * weights[i] * dx[i] / Math.sqrt(total * sxx);
            tilt += d * weights[i] * dx[i] * dx[i] / sxx;
        }
        double mean = mean(c);
        return mean * mean / (own + level * level + 2 * both * both + tilt * tilt);
    }

    /**
     * p and q so that &Sigma; (p + q w_i) r_i&sup2; is expected to be {@code equal} where all variances are 1, and {@code asStated} where they are 1/w; empty where
     * weights are too much alike.
     */
    Optional<double[]> twoComponents(double equal, double asStated) {
        int n = dx.length;
        double w2 = 0;
        double w2x = 0;
        double w2xx = 0;
        for (int i = 0; i < n; i++) {
            double square = weights[i] * weights[i];
            w2 += square;
            w2x += square * dx[i];
            w2xx += square * dx[i] * dx[i];
        }
        // Expected sums of r^2 and w r^2, for variances of 1 and of 1/w.
        double plainEqual = 0;
        double plainStated = 0;
        double weighedEqual = 0;
        for (int i = 0; i < n; i++) {
            double own = 1
                    - 2 * leverage[i]
                    + w2 / (total * total)
                    + 2 * dx[i] * w2x / (total * sxx)
                    + dx[i] * dx[i] * w2xx / (sxx * sxx);
            plainEqual += own;
            weighedEqual += weights[i] * own;
            plainStated += (1 - leverage[i]) / weights[i];
        }
        double weighedStated = n - 2.0;
        double determinant = plainEqual * weighedStated - plainStated * weighedEqual;
        if (!(Math.abs(determinant) > SMALLEST_DETERMINANT * plainEqual * weighedStated)) {
            return Optional.empty();
        }
        return Optional.of(new double[] {
            (equal * weighedStated - asStated * weighedEqual) / determinant,
            (asStated * plainEqual - equal * plainStated) / determinant
        });
    }
}
