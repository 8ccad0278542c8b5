package org.cellarius.galaxy.kernel;

/**
 * The likelihood of a line with latent x and truncated y, for columns of stars; the formulas stand with the likelihood that uses it. The
 * two forms give the same bits: every step is one rounded operation of the same sequence. Columns are worked on in whole groups of {@link
 * DrawMath#SLOTS}.
 */
public sealed interface TruncatedPass permits ScalarTruncatedPass, VectorTruncatedPass {

    /** The fastest form that this start of Java and this machine can run. */
    static TruncatedPass best() {
        return Best.PASS;
    }

    /**
     * From x, y, errors and weights to limits, &kappa;&sup2;, root, square and centre.
     *
     * @param slope of the line
     * @param height of the line at the pivot
     * @param scatterVariance square of the scatter
     * @param lowest lower limit of y
     * @param highest upper limit of y
     */
    void limits(
            int n,
            TruncatedColumns c,
            double slope,
            double height,
            double scatterVariance,
            double lowest,
            double highest);

    /**
     * From limits, densities, tails and &kappa;&sup2; to the factor, where the line lies between the limits: with g the derivatives of 1/D, (1/D +
     * g2 v/2 + g4 v&sup2;/8 + g6 v&sup3;/48) root, v = &kappa;&sup2;. The derivatives of D are Hermite polynomials times the densities at its limits; those
     * of its inverse follow from D (1/D) = 1 by Leibniz' rule.
     */
    void series(int n, TruncatedColumns c);

    /** Chosen once; the class on the Vector API is not touched where its module is missing. */
    final class Best {
        static final TruncatedPass PASS =
                VectorApi.isThere() && VectorDrawMath.fits() ? new VectorTruncatedPass() : new ScalarTruncatedPass();

        private Best() {}
    }
}
