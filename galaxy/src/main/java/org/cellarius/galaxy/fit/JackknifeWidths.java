package org.cellarius.galaxy.fit;

/**
 * What a jackknife's variance of slope and intercept is expected to be, and how well it is known, where the stars scatter as the line's weights say. Leaving out group g moves the estimate by L_g r_g;
 * the covariance of these moves is
 *
 * <pre>  K = diag(s) &minus; U A&sup1; U&#7488;,   A = &Sigma; w (1, x)&#7488;(1, x) of all stars, A_g of a group, B_g = (A &minus; A_g)&sup1; A_g,
 *   s_g = (B_g (A &minus; A_g)&sup1;)_kk,   u_g = row k of B_g,</pre>
 *
 * so that its expectation and degrees of freedom, (tr K)&sup2;/tr K&sup2;, cost one pass over the stars (Bell and McCaffrey 2002, Survey Methodology 28, 169, whose sandwich CR3 a jackknife of groups
 * is; of single stars HC3, MacKinnon and White 1985). The jackknife alone is too wide for few stars, and Student's t of n &minus; 2 too narrow for it.
 *
 * @param slope what the error of the slope is multiplied by
 * @param slopeFreedom degrees of freedom of the result
 * @param intercept the same of the intercept
 * @param interceptFreedom its degrees of freedom
 */
record JackknifeWidths(double slope, double slopeFreedom, double intercept, double interceptFreedom) {

    /** Satterthwaite's degrees of freedom make intervals too wide where they are few: measured, a third of what the stars have is a floor (docs/science/fits.md). */
    private static final double FLOOR = 1.0 / 3;

    /**
     * Of a line through stars of such weights.
     *
     * @param weights empty where all count the same
     * @param group of each star, from 0
     * @param groups how many
     */
    static JackknifeWidths of(double[] x, double[] weights, int[] group, int groups) {
        double mean = 0;
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            double w = weights.length == 0 ? 1 : weights[i];
            total += w;
            mean += w * (x[i] - x[0]);
        }
        mean = x[0] + mean / total;
        // Heights at the mean x, so that A is diagonal.
        double[][] sums = new double[groups][3];
        for (int i = 0; i < x.length; i++) {
            double w = weights.length == 0 ? 1 : weights[i];
            double dx = x[i] - mean;
            double[] s = sums[group[i]];
            s[0] += w;
            s[1] += w * dx;
            s[2] += w * dx * dx;
        }
        double spread = 0;
        for (double[] s : sums) {
            spread += s[2];
        }
        double most = Math.min(groups, x.length - 1.0) - 1;
        double[] ofSlope = factorAndFreedom(sums, total, spread, 0, 1);
        double[] ofIntercept = factorAndFreedom(sums, total, spread, 1, -mean);
        return new JackknifeWidths(
                ofSlope[0],
                Math.max(FLOOR * most, Math.min(most, ofSlope[1])),
                ofIntercept[0],
                Math.max(FLOOR * most, Math.min(most, ofIntercept[1])));
    }

    /** Of the estimate level &times; height + tilt &times; slope. */
    private static double[] factorAndFreedom(double[][] sums, double total, double spread, double level, double tilt) {
        double trace = 0;
        double square = 0;
        double moved = 0;
        double moveLevel = 0;
        double moveTilt = 0;
        double ll = 0;
        double lt = 0;
        double tt = 0;
        for (double[] s : sums) {
            double a = total - s[0];
            double b = -s[1];
            double c = spread - s[2];
            double determinant = a * c - b * b;
            // v = (A - A_g)^-1 (level, tilt)
            double v0 = (c * level - b * tilt) / determinant;
            double v1 = (a * tilt - b * level) / determinant;
            double u0 = s[0] * v0 + s[1] * v1;
            double u1 = s[1] * v0 + s[2] * v1;
            double own = u0 * v0 + u1 * v1;
            double hat = u0 * u0 / total + u1 * u1 / spread;
            trace += own - hat;
            square += own * own - 2 * own * hat;
            moved += own;
            moveLevel += u0;
            moveTilt += u1;
            ll += u0 * u0 / total;
            lt += u0 * u1 / Math.sqrt(total * spread);
            tt += u1 * u1 / spread;
        }
        square += ll * ll + 2 * lt * lt + tt * tt;
        int groups = sums.length;
        // About their mean.
        double centred = trace - (moved - moveLevel * moveLevel / total - moveTilt * moveTilt / spread) / groups;
        double expected = (groups - 1.0) / groups * centred;
        double variance = level * level / total + tilt * tilt / spread;
        return new double[] {Math.sqrt(variance / expected), trace * trace / square};
    }

    boolean usable() {
        return Double.isFinite(slope + intercept) && slopeFreedom > 0 && interceptFreedom > 0;
    }
}
