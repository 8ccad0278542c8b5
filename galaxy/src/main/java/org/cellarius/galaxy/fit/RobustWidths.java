package org.cellarius.galaxy.fit;

import java.util.Optional;

/**
 * How far slope and intercept of a weighted line can be off, whether or not the stars scatter as their weights say. The variance of
 * &Sigma; a_i y_i is a sum &Sigma; c_i r_i&sup2; over the residuals, between two that are unbiased:
 *
 * <ul>
 *   <li>the sandwich HC2 (MacKinnon and White 1985, J. Econometrics 29, 305), c_i = a_i&sup2;/(1 &minus; h_i), which asks nothing of the scatter, and of few stars knows little;
 *   <li>the two-component one, c_i = p + q w_i, unbiased where the variance of a star is &lambda;&sup2; + k &sigma;_i&sup2; of any &lambda; and k (Henderson 1953, Biometrics 9, 226: by the expected values of the two
 *       sums &Sigma; r&sup2; and &Sigma; w r&sup2;).
 * </ul>
 *
 * <p>The sandwich has the share n/(n + 20): few stars lean on the two components, many on what the scatter is. Student's t has the degrees of freedom that Bell and McCaffrey (2002, Survey
 * Methodology 28, 169) give such a form. How well this holds is measured: {@code docs/science/fits.md}.
 *
 * @param slope width of the slope
 * @param slopeFreedom its degrees of freedom
 * @param intercept width of the intercept
 * @param interceptFreedom its degrees of freedom
 */
record RobustWidths(double slope, double slopeFreedom, double intercept, double interceptFreedom) {

    /** A star of larger leverage lies on its own line: its residual tells nothing. */
    private static final double MOST_LEVERAGE = 1 - 1e-9;

    /** Of so many stars the sandwich has half of the weight. */
    private static final double HALF_SANDWICH = 20;

    /** Empty where a star carries the line alone. */
    static Optional<RobustWidths> of(WeightedResiduals residuals) {
        if (residuals.largestLeverage() >= MOST_LEVERAGE) {
            return Optional.empty();
        }
        Width slope = width(residuals, residuals.slopeCoefficients());
        Width intercept = width(residuals, residuals.interceptCoefficients());
        return slope.usable() && intercept.usable()
                ? Optional.of(new RobustWidths(slope.width(), slope.freedom(), intercept.width(), intercept.freedom()))
                : Optional.empty();
    }

    private record Width(double width, double freedom) {
        boolean usable() {
            return Double.isFinite(width) && freedom > 0;
        }

        static Width of(WeightedResiduals residuals, double[] c, double variance) {
            // Unbiased where the weights are right.
            double sum = residuals.sum(c) * variance / residuals.mean(c);
            return new Width(Math.sqrt(sum), residuals.freedom(c));
        }
    }

    private static Width width(WeightedResiduals residuals, double[] a) {
        int n = a.length;
        double equal = 0;
        double asStated = 0;
        double[] sandwich = new double[n];
        for (int i = 0; i < n; i++) {
            double square = a[i] * a[i];
            equal += square;
            asStated += square / residuals.weight(i);
            sandwich[i] = square / (1 - residuals.leverage(i));
        }
        Width alone = Width.of(residuals, sandwich, asStated);
        Optional<double[]> components = residuals.twoComponents(equal, asStated);
        if (components.isEmpty()) {
            return alone;
        }
        double[] pq = components.get();
        double share = n / (n + HALF_SANDWICH);
        double[] c = new double[n];
        for (int i = 0; i < n; i++) {
            c[i] = share * sandwich[i] + (1 - share) * (pq[0] + pq[1] * residuals.weight(i));
        }
        Width both = Width.of(residuals, c, asStated);
        // The two-component form can be negative by chance: then the sandwich alone is all there is.
        return both.width() > 0 ? new Width(both.width(), Math.max(both.freedom(), alone.freedom())) : alone;
    }
}
