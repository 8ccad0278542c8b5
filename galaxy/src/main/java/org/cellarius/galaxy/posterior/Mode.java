package org.cellarius.galaxy.posterior;

import java.util.Optional;

/**
 * The highest point of a density and its curvature there.
 *
 * @param coordinates the place, good to a tenth of a standard deviation or better
 * @param lnDensity the height
 * @param precision minus the matrix of second derivatives
 */
public record Mode(double[] coordinates, double lnDensity, double[][] precision) {

    private static final int MOST_STEPS = 60;

    /** A step so short, in standard deviations, that another would not matter. */
    private static final double SHORT = 0.03;

    /** Newton's method with second differences; steps are cut where they overshoot. Empty where no maximum is found. */
    static Optional<Mode> of(OpenDensity density, double[] start, double[] widths) {
        int d = density.dimensions();
        double[] u = start.clone();
        double[] h = widths.clone();
        double ln = density.ln(u);
        if (Double.isInfinite(ln)) {
            return Optional.empty();
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[d];
            double[][] precision = new double[d][d];
            differences(density, u, ln, h, gradient, precision);
            Optional<Cholesky> factor = Cholesky.of(precision);
            double[] move = new double[d];
            if (factor.isPresent()) {
                move = factor.get().solve(gradient);
            } else {
                // Not concave here: climb along each coordinate by its own curvature, or by some widths.
                for (int k = 0; k < d; k++) {
                    double curvature = Math.abs(precision[k][k]);
                    move[k] = curvature > 0
                            ? Math.clamp(gradient[k] / curvature, -3 * h[k], 3 * h[k])
                            : 2 * Math.signum(gradient[k]) * h[k];
                }
            }
            double length = factor.map(f -> f.length(gradient)).orElse(1.0);
            if (factor.isPresent() && length < SHORT) {
                return Optional.of(new Mode(u, ln, precision));
            }
            double fraction = Math.min(1, 5 / Math.max(length, 1e-300));
            boolean climbed = false;
            for (int cut = 0; cut < 12 && !climbed; cut++) {
                double[] next = new double[d];
                for (int k = 0; k < d; k++) {
                    next[k] = u[k] + fraction * move[k];
                }
                double there = density.ln(next);
                if (there > ln) {
                    u = next;
                    ln = there;
                    climbed = true;
                }
                fraction *= 0.4;
            }
            if (!climbed) {
                if (factor.isPresent() && length < 0.5) {
                    return Optional.of(new Mode(u, ln, precision));
                }
                for (int k = 0; k < d; k++) {
                    h[k] *= 0.3;
                }
                continue;
            }
            for (int k = 0; k < d; k++) {
                double curvature = Math.abs(precision[k][k]);
                h[k] = curvature > 0 ? Math.clamp(0.5 / Math.sqrt(curvature), 0.1 * h[k], 10 * h[k]) : 2 * h[k];
                h[k] = Math.clamp(h[k], 1e-9, 2);
            }
        }
        return Optional.empty();
    }

    private static void differences(
            OpenDensity density, double[] u, double ln, double[] h, double[] gradient, double[][] precision) {
        int d = u.length;
        double[] moved = u.clone();
        double[] above = new double[d];
        double[] below = new double[d];
        for (int k = 0; k < d; k++) {
            moved[k] = u[k] + h[k];
            above[k] = density.ln(moved);
            moved[k] = u[k] - h[k];
            below[k] = density.ln(moved);
            moved[k] = u[k];
            gradient[k] = (above[k] - below[k]) / (2 * h[k]);
            precision[k][k] = (2 * ln - above[k] - below[k]) / (h[k] * h[k]);
        }
        for (int k = 0; k < d; k++) {
            for (int j = 0; j < k; j++) {
                moved[k] = u[k] + h[k];
                moved[j] = u[j] + h[j];
                double both = density.ln(moved);
                moved[k] = u[k] - h[k];
                moved[j] = u[j] - h[j];
                double neither = density.ln(moved);
                moved[k] = u[k];
                moved[j] = u[j];
                double mixed =
                        (both + neither - above[k] - below[k] - above[j] - below[j] + 2 * ln) / (2 * h[k] * h[j]);
                precision[k][j] = -mixed;
                precision[j][k] = -mixed;
            }
        }
        for (int k = 0; k < d; k++) {
            if (!Double.isFinite(gradient[k])) {
                gradient[k] = above[k] > below[k] ? 1 / h[k] : -1 / h[k];
            }
        }
    }
}
