package org.cellarius.galaxy.smooth;

import org.cellarius.galaxy.column.Partial;

/**
 * The sums of a fit at one intrinsic variance, in one pass. Columns: the coordinates, the value, and its error where there is one. Stars outside the range, or without a number,
 * are passed over.
 *
 * @param errors whether the last column holds errors, &sigma;
 * @param variance the intrinsic variance s&sup2;, square of the value's unit; above 0 without errors
 * @param reference what is subtracted from each value
 */
record SplineSums(
        SplineBasis basis, boolean errors, double variance, double reference, HeldOut heldOut, HeldOut.Side side)
        implements Partial<NormalSums> {

    @Override
    public int columns() {
        return basis.axes().size() + (errors ? 2 : 1);
    }

    @Override
    public NormalSums empty() {
        return new NormalSums(basis);
    }

    @Override
    public NormalSums fold(NormalSums state, int rows, double[][] in) {
        var place = basis.place();
        int value = basis.axes().size();
        int count = columns();
        for (int i = 0; i < rows; i++) {
            double y = in[value][i] - reference;
            double sigma = errors ? in[value + 1][i] : 0;
            double total = sigma * sigma + variance;
            if (usable(y, sigma, total) && place.at(in, i) && heldOut.chosen(side, in, count, i)) {
                state.add(place.box(), place.weights(), y, total);
            }
        }
        return state;
    }

    /** Whether a star has a value and an error that weigh. */
    static boolean usable(double y, double sigma, double variance) {
        return Double.isFinite(y) && sigma >= 0 && variance > 0 && variance < Double.POSITIVE_INFINITY;
    }

    @Override
    public NormalSums merge(NormalSums left, NormalSums right) {
        return left.plus(right);
    }
}
