package org.cellarius.galaxy.kernel;

/**
 * Distances of a star from straight pieces of curves in the space of its observables, in units of its errors. Pieces lie in blocks
 * of {@value #BLOCK}: piece i of block b goes from {@code points[(b dims + d) POINTS + i]}, in coordinate d, to the next point. The two forms give the same bits: every step is one rounded operation of the same sequence.
 */
public sealed interface SegmentDistances permits ScalarSegmentDistances, VectorSegmentDistances {

    /** Pieces of a block. */
    int BLOCK = 16;

    /** Points of a block: where each piece begins, and where the last one ends. */
    int POINTS = BLOCK + 1;

    /** Boxes of a group: their number is a multiple of it. */
    int BOXES = 8;

    /** The fastest form that this start of Java and this machine can run. */
    static SegmentDistances best() {
        return Best.DISTANCES;
    }

    /**
     * A star's measurement.
     *
     * @param values one for each dimension
     * @param inverseErrors 1/error of each
     */
    record Measured(double[] values, double[] inverseErrors) {}

    /**
     * Least squared distances from boxes: no place within is nearer.
     *
     * @param lowest {@code lowest[d][b]}: lower side of box b
     * @param highest {@code highest[d][b]}: its upper side
     * @param from first box, a multiple of {@value #BOXES}, as is {@code to}, the one behind the last
     * @param squares {@code squares[b - from]}: to be filled
     */
    void boxes(double[][] lowest, double[][] highest, int from, int to, Measured star, double[] squares);

    /**
     * Squared distances of the nearest points of pieces.
     *
     * @param blocks how many blocks
     * @param which their numbers
     * @param squares {@code squares[BLOCK k + i]}: of piece i of the k-th block; to be filled
     */
    void nearest(int blocks, int[] which, double[] points, Measured star, double[] squares);

    /** Chosen once; the class on the Vector API is not touched where its module is missing. */
    final class Best {
        static final SegmentDistances DISTANCES = VectorApi.isThere() && VectorSegmentDistances.fits()
                ? new VectorSegmentDistances()
                : new ScalarSegmentDistances();

        private Best() {}
    }
}
