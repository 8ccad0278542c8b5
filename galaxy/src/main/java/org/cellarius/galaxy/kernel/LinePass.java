package org.cellarius.galaxy.kernel;

/**
 * One pass over stars with errors in x and y: all that a line's likelihood needs. The two forms give the same bits: every star goes
 * into one of {@link #SLOTS} partial sums by its number, in order.
 */
public sealed interface LinePass permits ScalarLinePass, VectorLinePass {

    /** Partial sums; no machine's registers hold more doubles. */
    int SLOTS = 8;

    /** The fastest form that this start of Java and this machine can run. */
    static LinePass best() {
        return Best.PASS;
    }

    /**
     * With S&sup2; = &sigma;_y&sup2; &minus; 2 m cov + m&sup2;&sigma;_x&sup2; + extra and r = y &minus; m x: &Sigma; 1/S&sup2;, &Sigma; r/S&sup2;,
     * &Sigma; r&sup2;/S&sup2;, &Sigma; ln S&sup2;.
     *
     * @param slope m
     * @param extra variance of the scatter seen along y
     */
    ScatterSums scatter(LineColumns stars, double slope, double extra);

    /** The sum of squares of orthogonal distance regression at a line, its derivatives, and what its covariance needs; covariances are not used. */
    DistanceSums distance(LineColumns stars, double slope, double intercept);

    /** Chosen once; the class on the Vector API is not touched where its module is missing. */
    final class Best {
        static final LinePass PASS =
                VectorApi.isThere() && VectorLinePass.fits() ? new VectorLinePass() : new ScalarLinePass();

        private Best() {}
    }
}
