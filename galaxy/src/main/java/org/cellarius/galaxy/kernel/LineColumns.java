package org.cellarius.galaxy.kernel;

/**
 * Stars with normal errors in x and y, in columns of equal length.
 *
 * @param x abscissae, best counted from their middle so that sums lose nothing
 * @param y ordinates
 * @param yVariance &sigma;_y&sup2;
 * @param xyTwice 2 cov(x, y)
 * @param xVariance &sigma;_x&sup2;
 */
public record LineColumns(double[] x, double[] y, double[] yVariance, double[] xyTwice, double[] xVariance) {

    public LineColumns {
        int n = x.length;
        if (y.length != n || yVariance.length != n || xyTwice.length != n || xVariance.length != n) {
            throw new IllegalArgumentException("columns of a line have different lengths");
        }
    }

    public int stars() {
        return x.length;
    }
}
