package org.cellarius.galaxy.kernel;

/**
 * The standard normal's density and smaller tail for columns of deviates: what lies beyond nine deviations counts as nothing. Relative
 * error below 1e-12. The two forms give the same bits: every step is one rounded operation of the same sequence.
 */
public sealed interface NormalTails permits ScalarNormalTails, VectorNormalTails {

    /** The fastest form that this start of Java and this machine can run. */
    static NormalTails best() {
        return Best.TAILS;
    }

    /**
     * The density at x and the probability beyond |x| on one side, for the first n elements; arrays hold {@link DrawMath#padded}(n).
     */
    void of(int n, double[] x, double[] density, double[] tail);

    /** Chosen once; the class on the Vector API is not touched where its module is missing. */
    final class Best {
        static final NormalTails TAILS =
                VectorApi.isThere() && VectorDrawMath.fits() ? new VectorNormalTails() : new ScalarNormalTails();

        private Best() {}
    }
}
