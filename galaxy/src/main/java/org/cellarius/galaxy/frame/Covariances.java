package org.cellarius.galaxy.frame;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.OutputColumn;

/** Small matrices of errors, and how their elements are named in tables. */
final class Covariances {

    private static final List<String> STATE = List.of("x", "y", "z", "vx", "vy", "vz");

    private Covariances() {}

    /**
     * The 21 columns of the covariance of the cartesian state: {@code x_x_cov x_y_cov} to {@code vz_vz_cov}, the upper
     * triangle row by row, variances included; kpc&sup2;, kpc km/s or km&sup2;/s&sup2;.
     */
    static List<OutputColumn> columns() {
        var columns = new ArrayList<OutputColumn>();
        for (int i = 0; i < 6; i++) {
            for (int j = i; j < 6; j++) {
                String unit = j < 3 ? "kpc2" : i < 3 ? "kpc.km/s" : "km2/s2";
                String what = i == j
                        ? "variance of " + STATE.get(i)
                        : "covariance of " + STATE.get(i) + " and " + STATE.get(j);
                columns.add(new OutputColumn(STATE.get(i) + "_" + STATE.get(j) + "_cov", unit, what));
            }
        }
        return List.copyOf(columns);
    }

    /** Writes the upper triangle of a 6 by 6 matrix into 21 columns. */
    static void write(double[][] covariance, double[][] out, int from, int row) {
        int k = from;
        for (int i = 0; i < 6; i++) {
            for (int j = i; j < 6; j++) {
                out[k++][row] = covariance[i][j];
            }
        }
    }

    /** J C J^T. */
    static double[][] propagate(double[][] jacobian, double[][] covariance) {
        double[][] half = product(jacobian, covariance);
        double[][] result = new double[jacobian.length][jacobian.length];
        for (int i = 0; i < result.length; i++) {
            for (int j = 0; j <= i; j++) {
                result[i][j] = along(half[i], jacobian[j]);
                result[j][i] = result[i][j];
            }
        }
        return result;
    }

    /** The diagonal of J C J^T. */
    static double[] variances(double[][] jacobian, double[][] covariance) {
        double[][] half = product(jacobian, covariance);
        double[] result = new double[jacobian.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = along(half[i], jacobian[i]);
        }
        return result;
    }

    /** A times B. What does not depend on a missing quantity is not missing: nothing times NaN is nothing. */
    static double[][] product(double[][] a, double[][] b) {
        int width = b[0].length;
        double[][] result = new double[a.length][width];
        for (int i = 0; i < a.length; i++) {
            double[] row = result[i];
            for (int k = 0; k < b.length; k++) {
                double factor = a[i][k];
                if (factor != 0) {
                    for (int j = 0; j < width; j++) {
                        row[j] += factor * b[k][j];
                    }
                }
            }
        }
        return result;
    }

    /** Sum over those k for which the second factor is not zero. */
    private static double along(double[] half, double[] row) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            if (row[k] != 0) {
                sum += half[k] * row[k];
            }
        }
        return sum;
    }
}
