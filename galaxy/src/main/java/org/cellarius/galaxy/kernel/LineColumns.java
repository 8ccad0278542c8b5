package org.cellarius.galaxy.kernel;

/**
 * Stars with normal errors in x and y, in columns of equal length.
 *
 * @param x abscissae, best counted from their middle so that sums lose nothing
 * @param y ordinates
 * @param yVariance &sigma;_y&sup2;
 * @param xyTwice 2 cov(x, y)
 * @param xVariance &sigma;_x&sup2;
 * @param counts how often a star counts; empty: once
 */
public record LineColumns(
        double[] x, double[] y, double[] yVariance, double[] xyTwice, double[] xVariance, double[] counts) {

    public LineColumns {
        int n = x.length;
        if (y.length != n
                || yVariance.length != n
                || xyTwice.length != n
                || xVariance.length != n
                || (counts.length != n && counts.length != 0)) {
            throw new IllegalArgumentException("columns of a line have different lengths");
        }
    }

    /** Stars that count once. */
    public LineColumns(double[] x, double[] y, double[] yVariance, double[] xyTwice, double[] xVariance) {
        this(x, y, yVariance, xyTwice, xVariance, new double[0]);
    }

    /** How often a star counts. */
    public double count(int star) {
        return counts.length == 0 ? 1 : counts[star];
    }

    /** How often all stars count together: their number, where each counts once. */
    public double total() {
        if (counts.length == 0) {
            return x.length;
        }
        double sum = 0;
        for (double c : counts) {
            sum += c;
        }
        return sum;
    }

    public int stars() {
        return x.length;
    }
}
