package org.cellarius.galaxy.kernel;

/**
 * Integrals of a star's normal likelihood along straight pieces of curves, which are closed forms. Curves come as pieces in groups of
 * {@value #POINTS} points, of {@value #POINTS} numbers for each row: coordinates first, in the order of the dimensions. The last
 * point of a group begins no piece. The two forms give the same bits: every step is one rounded operation of the same sequence.
 */
public sealed interface CurveIntegrals permits ScalarCurveIntegrals, VectorCurveIntegrals {

    /** Points of a group. */
    int POINTS = 16;

    /** Squared length, in squared errors, below which a piece counts as a point. */
    double POINT_LIKE = 1e-8;

    double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    /** The fastest form that this start of Java and this machine can run. */
    static CurveIntegrals best() {
        return Best.INTEGRALS;
    }

    /**
     * Weighted sum of equally long stretches of one array.
     *
     * @param offsets where each stretch begins
     * @param weights of each
     * @param count numbers of a stretch, a multiple of {@value #POINTS}
     * @param out receives the sum from {@code at} on
     */
    void mix(int stretches, int[] offsets, double[] weights, double[] values, int count, double[] out, int at);

    /**
     * Where a star stands to the pieces of groups, in units of its errors: with x its distance along the piece's line from where it begins,
     * {@code lower} = &minus;x, {@code upper} = length &minus; x, {@code exponent} = &minus;&frac12; squared distance from the line; of a piece
     * that counts as a point from that.
     *
     * @param groups how many groups
     * @param rows rows of a group, at least as many as dimensions
     * @param curves {@code curves[(g rows + d) POINTS + i]}; one number longer than that
     */
    void project(
            int groups,
            int rows,
            double[] curves,
            SegmentDistances.Measured star,
            double[] exponent,
            double[] lower,
            double[] upper);

    /**
     * The mean of the likelihood over each piece, 1 where the star lies on it.
     *
     * @param n numbers, a multiple of {@value #POINTS}
     * @param across e to the exponents of {@link #project}
     * @param lowerTail, upperTail smaller tails of the standard normal beyond its lower and upper
     * @param means to be filled
     */
    void means(
            int n,
            double[] across,
            double[] lower,
            double[] upper,
            double[] lowerTail,
            double[] upperTail,
            double[] means);

    /** Chosen once; the class on the Vector API is not touched where its module is missing. */
    final class Best {
        static final CurveIntegrals INTEGRALS = VectorApi.isThere() && VectorCurveIntegrals.fits()
                ? new VectorCurveIntegrals()
                : new ScalarCurveIntegrals();

        private Best() {}
    }
}
