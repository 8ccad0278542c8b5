package org.cellarius.galaxy.fit;

import java.util.Optional;

/**
 * How far slope and intercept of a weighted line can be off, whether or not the stars scatter as their weights say: the sandwich HC2
 * (MacKinnon and White 1985, J. Econometrics 29, 305), &Sigma; a_i&sup2; r_i&sup2;/(1 &minus; h_i), with Student's t of the degrees of freedom that Bell and McCaffrey (2002, Survey
 * Methodology 28, 169) give it; Imbens and Koles&aacute;r (2016, Rev. Econ. Stat. 98, 701) show that this holds for few points.
 *
 * @param slope width of the slope
 * @param slopeFreedom its degrees of freedom
 * @param intercept width of the intercept
 * @param interceptFreedom its degrees of freedom
 */
record RobustWidths(double slope, double slopeFreedom, double intercept, double interceptFreedom) {

    /** A star of larger leverage lies on its own line: its residual tells nothing. */
    private static final double MOST_LEVERAGE = 1 - 1e-9;

    /** Empty where a star carries the line alone. */
    static Optional<RobustWidths> of(LineStars stars, double[] weights, LineFit fit) {
        int n = stars.count();
        double[] slopes = new double[n];
        double[] intercepts = new double[n];
        double[] leverage = new double[n];
        double[] residual = new double[n];
        double total = 0;
        double sxx = 0;
        for (int i = 0; i < n; i++) {
            double dx = stars.x()[i] - fit.meanX();
            total += weights[i];
            sxx += weights[i] * dx * dx;
        }
        for (int i = 0; i < n; i++) {
            double dx = stars.x()[i] - fit.meanX();
            slopes[i] = weights[i] * dx / sxx;
            intercepts[i] = weights[i] / total - fit.meanX() * slopes[i];
            leverage[i] = weights[i] / total + slopes[i] * dx;
            residual[i] = stars.y()[i] - fit.at(stars.x()[i]);
            if (!(leverage[i] < MOST_LEVERAGE)) {
                return Optional.empty();
            }
        }
        double[] slope = width(slopes, leverage, residual, stars, weights, fit.meanX(), total, sxx);
        double[] intercept = width(intercepts, leverage, residual, stars, weights, fit.meanX(), total, sxx);
        boolean usable = Double.isFinite(slope[0] + intercept[0]) && slope[1] > 0 && intercept[1] > 0;
        return usable
                ? Optional.of(new RobustWidths(slope[0], slope[1], intercept[0], intercept[1]))
                : Optional.empty();
    }

    /** Width and degrees of freedom of &Sigma; a_i y_i: (tr MD)&sup2;/tr (MD)&sup2;, M = 1 &minus; H of rank n &minus; 2, so that sums over stars are all that is needed. */
    private static double[] width(
            double[] a,
            double[] leverage,
            double[] residual,
            LineStars stars,
            double[] weights,
            double meanX,
            double total,
            double sxx) {
        double variance = 0;
        double trace = 0;
        double own = 0;
        double level = 0;
        double both = 0;
        double tilt = 0;
        for (int i = 0; i < a.length; i++) {
            double rest = 1 - leverage[i];
            double dx = stars.x()[i] - meanX;
            double share = a[i] * a[i] / weights[i];
            double d = share / rest;
            variance += a[i] * a[i] * residual[i] * residual[i] / rest;
            trace += share;
            own += d * d * (1 - 2 * leverage[i]);
            level += d * weights[i] / total;
            both += d * weights[i] * dx / Math.sqrt(total * sxx);
            tilt += d * weights[i] * dx * dx / sxx;
        }
        return new double[] {Math.sqrt(variance), trace * trace / (own + level * level + 2 * both * both + tilt * tilt)
        };
    }
}
