package org.cellarius.galaxy.frame;

/**
 * Cholesky's factor L of a correlation matrix, C = L L^T: correlated normals are L times independent ones.
 *
 * <p>Fully correlated quantities (semi-definite matrices) are allowed; a matrix with a pivot below &minus;1e-12 belongs to
 * no random variables.
 *
 * @param exists whether the matrix has such a factor
 * @param lower L, rows one after the other
 */
record CorrelationFactor(boolean exists, double[] lower) {

    private static final double TOLERANCE = 1e-12;

    /** The factor of the n by n matrix with its rows and columns taken in the given order. */
    static CorrelationFactor of(double[] matrix, int[] order) {
        int n = order.length;
        double[] lower = new double[n * n];
        boolean exists = true;
        for (int j = 0; j < n; j++) {
            double pivot = rest(matrix, lower, order, j, j);
            exists &= pivot >= -TOLERANCE;
            double root = Math.sqrt(Math.max(pivot, 0));
            lower[j * n + j] = root;
            for (int i = j + 1; i < n; i++) {
                double rest = rest(matrix, lower, order, i, j);
                boolean singular = pivot <= TOLERANCE;
                exists &= !singular || Math.abs(rest) <= Math.sqrt(TOLERANCE);
                lower[i * n + j] = singular ? 0 : rest / root;
            }
        }
        return new CorrelationFactor(exists, lower);
    }

    private static double rest(double[] matrix, double[] lower, int[] order, int i, int j) {
        int n = order.length;
        double rest = matrix[order[i] * n + order[j]];
        for (int k = 0; k < j; k++) {
            rest -= lower[i * n + k] * lower[j * n + k];
        }
        return rest;
    }

    double at(int row, int column) {
        return lower[row * StarErrors.DISTANCE_FIRST.length + column];
    }
}
