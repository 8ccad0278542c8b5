package org.cellarius.galaxy.smooth;

import java.util.List;

/**
 * Products of the splines of one, two or three coordinates. Coefficients are numbered so that those which meet at a place lie close together: the outermost coordinate is the one
 * that gives the narrowest band.
 */
public final class SplineBasis {

    /** More would need more memory than a map is worth. */
    private static final int MOST_COEFFICIENTS = 4000;

    private final List<SplineAxis> axes;
    private final int[] stride;
    private final int coefficients;
    private final int local;
    private final int band;

    public SplineBasis(List<SplineAxis> axes) {
        if (axes.isEmpty() || axes.size() > 3) {
            throw new IllegalArgumentException("a smooth map over " + axes.size() + " coordinates: it has 1, 2 or 3");
        }
        this.axes = List.copyOf(axes);
        long all = 1;
        int each = 1;
        for (SplineAxis axis : axes) {
            all *= axis.coefficients();
            each *= SplineAxis.LOCAL;
        }
        if (all > MOST_COEFFICIENTS) {
            throw new IllegalArgumentException("a smooth map of " + all + " coefficients: at most " + MOST_COEFFICIENTS
                    + " are possible; take fewer intervals");
        }
        coefficients = (int) all;
        local = each;
        stride = narrowest(this.axes);
        band = band(this.axes, stride);
    }

    public List<SplineAxis> axes() {
        return axes;
    }

    /** How many coefficients. */
    public int coefficients() {
        return coefficients;
    }

    /** Products that differ from zero at a place: 4 to the power of the number of coordinates. */
    public int local() {
        return local;
    }

    /** Boxes between the knots. */
    int boxes() {
        int all = 1;
        for (SplineAxis axis : axes) {
            all *= axis.intervals();
        }
        return all;
    }

    /** How far apart the numbers of coefficients are at most that meet in a box. */
    int band() {
        return band;
    }

    int stride(int axis) {
        return stride[axis];
    }

    /** Room for the places of one star, used again for the next. */
    Place place() {
        return new Place();
    }

    /** Where a star lies among the knots, and the splines there. */
    final class Place {
        private final int[] interval = new int[axes.size()];
        private final double[] along = new double[SplineAxis.LOCAL * axes.size()];
        private final double[] weights = new double[local];

        /** Moves to a place; false where it lies outside. */
        boolean at(double[][] columns, int row) {
            for (int k = 0; k < interval.length; k++) {
                if (!along(k, columns[k][row])) {
                    return false;
                }
            }
            multiply();
            return true;
        }

        /** Moves to a place; false where it lies outside. */
        boolean at(double... x) {
            for (int k = 0; k < interval.length; k++) {
                if (!along(k, x[k])) {
                    return false;
                }
            }
            multiply();
            return true;
        }

        private boolean along(int k, double x) {
            SplineAxis axis = axes.get(k);
            interval[k] = axis.interval(x);
            if (interval[k] < 0) {
                return false;
            }
            axis.weights(x, interval[k], along, SplineAxis.LOCAL * k);
            return true;
        }

        private void multiply() {
            weights[0] = 1;
            int filled = 1;
            for (int k = 0; k < interval.length; k++) {
                // From the back, so that what is read is not yet overwritten.
                for (int a = filled - 1; a >= 0; a--) {
                    double before = weights[a];
                    for (int b = SplineAxis.LOCAL - 1; b >= 0; b--) {
                        weights[SplineAxis.LOCAL * a + b] = before * along[SplineAxis.LOCAL * k + b];
                    }
                }
                filled *= SplineAxis.LOCAL;
            }
        }

        /** The products of splines at the place; valid until the next move, not to be changed. */
        double[] weights() {
            return weights;
        }

        /** The box of the place. */
        int box() {
            int number = 0;
            for (int k = 0; k < interval.length; k++) {
                number = number * axes.get(k).intervals() + interval[k];
            }
            return number;
        }

        /** The numbers of the coefficients that belong to {@link #weights()}. */
        void numbers(int[] into) {
            numbersIn(interval, into);
        }
    }

    /** The numbers of the coefficients that meet in a box. */
    void numbers(int box, int[] into) {
        int[] interval = new int[axes.size()];
        int rest = box;
        for (int k = axes.size() - 1; k >= 0; k--) {
            interval[k] = rest % axes.get(k).intervals();
            rest /= axes.get(k).intervals();
        }
        numbersIn(interval, into);
    }

    private void numbersIn(int[] interval, int[] into) {
        for (int a = 0; a < local; a++) {
            int rest = a;
            int number = 0;
            for (int k = axes.size() - 1; k >= 0; k--) {
                number += stride[k] * axes.get(k).coefficient(interval[k], rest % SplineAxis.LOCAL);
                rest /= SplineAxis.LOCAL;
            }
            into[a] = number;
        }
    }

    private static int[] narrowest(List<SplineAxis> axes) {
        int[][] orders = switch (axes.size()) {
            case 1 -> new int[][] {{0}};
            case 2 -> new int[][] {{0, 1}, {1, 0}};
            default -> new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        };
        int[] best = strides(axes, orders[0]);
        for (int[] order : orders) {
            int[] one = strides(axes, order);
            if (band(axes, one) < band(axes, best)) {
                best = one;
            }
        }
        return best;
    }

    private static int[] strides(List<SplineAxis> axes, int[] outerFirst) {
        int[] stride = new int[axes.size()];
        int next = 1;
        for (int i = outerFirst.length - 1; i >= 0; i--) {
            stride[outerFirst[i]] = next;
            next *= axes.get(outerFirst[i]).coefficients();
        }
        return stride;
    }

    private static int band(List<SplineAxis> axes, int[] stride) {
        int width = 0;
        for (int k = 0; k < axes.size(); k++) {
            int apart = axes.get(k).coefficients() - 1;
            width += stride[k]
                    * (axes.get(k).periodic()
                            ? apart
                            : Math.min(
                                    apart,
                                    Math.max(SplineAxis.LOCAL - 1, axes.get(k).differences())));
        }
        return width;
    }
}
