package org.cellarius.galaxy.fit;

/**
 * Errors of a line whose stars count differently, whatever that has to do with their scatter: the sandwich HC2 (MacKinnon and White 1985, J. Econometrics 29, 305; of survey
 * samples Binder 1983, Int. Stat. Rev. 51, 279),
 *
 * <pre>  var(&Sigma; a_i y_i) = &Sigma; a_i&sup2; r_i&sup2;/(1 &minus; h_i).</pre>
 *
 * @param slope of the slope
 * @param intercept of the intercept
 * @param covariance of both
 */
record SandwichErrors(double slope, double intercept, double covariance) {

    /**
     * Of a line with the normal equations &Sigma; w r = 0 and &Sigma; w x r = 0.
     *
     * @param weights that of the errors times what the stars count
     */
    static SandwichErrors of(double[] x, double[] residual, double[] weights) {
        var line = new WeightedResiduals(x, residual, weights);
        double[] variances = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            // A star on its own line tells nothing of its scatter.
            double rest = Math.max(1e-9, 1 - line.leverage(i));
            variances[i] = residual[i] * residual[i] / rest;
        }
        return of(line, variances);
    }

    /** Of stars whose variances are known. */
    static SandwichErrors ofVariances(double[] x, double[] variances, double[] weights) {
        return of(new WeightedResiduals(x, new double[x.length], weights), variances);
    }

    private static SandwichErrors of(WeightedResiduals line, double[] variances) {
        double[] slopes = line.slopeCoefficients();
        double[] intercepts = line.interceptCoefficients();
        double ss = 0;
        double ii = 0;
        double si = 0;
        for (int i = 0; i < slopes.length; i++) {
            ss += slopes[i] * slopes[i] * variances[i];
            ii += intercepts[i] * intercepts[i] * variances[i];
            si += slopes[i] * intercepts[i] * variances[i];
        }
        return new SandwichErrors(Math.sqrt(ss), Math.sqrt(ii), si);
    }

    /** The larger of each. */
    SandwichErrors orLarger(SandwichErrors o) {
        double ofSlope = Math.max(slope, o.slope);
        double ofIntercept = Math.max(intercept, o.intercept);
        double correlation = covariance / (slope * intercept);
        return new SandwichErrors(ofSlope, ofIntercept, correlation * ofSlope * ofIntercept);
    }

    double[][] matrix() {
        return new double[][] {{slope * slope, covariance}, {covariance, intercept * intercept}};
    }
}
