package org.cellarius.galaxy.azimuth;

/** Columns of a design matrix, made orthonormal one after the other (modified Gram–Schmidt, done twice). */
final class OrthonormalColumns {

    /** A column of which less than this is left hangs on those before. */
    private static final double DEPENDENT = 1e-7;

    private final double[][] q;
    private final double[][] r;

    private OrthonormalColumns(double[][] q, double[][] r) {
        this.q = q;
        this.r = r;
    }

    /** The columns q of a = q r; a column that hangs on those before has a zero on the diagonal of r. */
    static OrthonormalColumns of(double[][] a) {
        int p = a.length;
        int n = p == 0 ? 0 : a[0].length;
        double[][] q = new double[p][];
        double[][] r = new double[p][p];
        for (int k = 0; k < p; k++) {
            double[] v = a[k].clone();
            double before = Math.sqrt(dot(v, v));
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < k; j++) {
                    double along = dot(q[j], v);
                    r[j][k] += along;
                    for (int i = 0; i < n; i++) {
                        v[i] -= along * q[j][i];
                    }
                }
            }
            double left = Math.sqrt(dot(v, v));
            if (left > DEPENDENT * before) {
                r[k][k] = left;
                for (int i = 0; i < n; i++) {
                    v[i] /= left;
                }
            } else {
                v = new double[n];
            }
            q[k] = v;
        }
        return new OrthonormalColumns(q, r);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    boolean independent() {
        for (int k = 0; k < r.length; k++) {
            if (r[k][k] == 0) {
                return false;
            }
        }
        return true;
    }

    /** How much of y lies along each column. */
    double[] along(double[] y) {
        double[] along = new double[q.length];
        for (int k = 0; k < q.length; k++) {
            along[k] = dot(q[k], y);
        }
        return along;
    }

    /** The coefficients of the original columns. */
    double[] coefficients(double[] along) {
        double[] c = along.clone();
        for (int k = c.length - 1; k >= 0; k--) {
            for (int j = k + 1; j < c.length; j++) {
                c[k] -= r[k][j] * c[j];
            }
            c[k] /= r[k][k];
        }
        return c;
    }

    /** (r<sup>T</sup> r)<sup>&minus;1</sup>: the covariance of the coefficients for errors of one. */
    double[][] covariance() {
        int p = r.length;
        double[][] inverse = new double[p][p];
        for (int k = 0; k < p; k++) {
            double[] unit = new double[p];
            unit[k] = 1;
            double[] column = coefficients(unit);
            for (int j = 0; j < p; j++) {
                inverse[j][k] = column[j];
            }
        }
        double[][] c = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                c[i][j] = dot(inverse[i], inverse[j]);
            }
        }
        return c;
    }

    /**
     * The covariance of the coefficients whatever the residuals scatter: the sandwich r<sup>&minus;1</sup> (&Sigma; q q<sup>T</sup> e&sup2;) r<sup>&minus;T</sup> (White 1980, Econometrica 48, 817).
     */
    double[][] covariance(double[] residual) {
        int p = r.length;
        double[][] meat = new double[p][p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                for (int i = 0; i < residual.length; i++) {
                    meat[j][k] += q[j][i] * q[k][i] * residual[i] * residual[i];
                }
                meat[k][j] = meat[j][k];
            }
        }
        // Once along the rows, once along the columns.
        double[][] half = new double[p][];
        for (int k = 0; k < p; k++) {
            half[k] = coefficients(meat[k]);
        }
        double[][] c = new double[p][p];
        for (int k = 0; k < p; k++) {
            double[] column = new double[p];
            for (int j = 0; j < p; j++) {
                column[j] = half[j][k];
            }
            double[] whole = coefficients(column);
            for (int j = 0; j < p; j++) {
                c[j][k] = whole[j];
            }
        }
        return c;
    }

    /** What is left of y beside the first columns. */
    double[] beside(double[] y, double[] along, int first) {
        double[] left = y.clone();
        for (int k = 0; k < first; k++) {
            for (int i = 0; i < left.length; i++) {
                left[i] -= along[k] * q[k][i];
            }
        }
        return left;
    }
}
