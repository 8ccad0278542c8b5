package org.cellarius.galaxy.fit;

/**
 * A linear least-squares problem, folded star by star into the triangular factor of its design matrix with the right-hand
 * side as last column. Unlike the normal equations it loses no digits to squaring.
 *
 * @param rows upper triangle: as many rows and columns as unknowns plus one
 * @param n number of stars folded in
 */
public record TriangularFactor(double[][] rows, long n) {

    static TriangularFactor empty(int unknowns) {
        return new TriangularFactor(new double[unknowns + 1][unknowns + 1], 0);
    }

    /** The factor with {@code count} further stars; {@code columns[k]} is column k of them, overwritten. */
    TriangularFactor plus(double[][] columns, int count) {
        int m = rows.length;
        double[][] r = new double[m][];
        for (int k = 0; k < m; k++) {
            r[k] = rows[k].clone();
        }
        for (int k = 0; k < m; k++) {
            double below = 0;
            for (int i = 0; i < count; i++) {
                below += columns[k][i] * columns[k][i];
            }
            if (below == 0) {
                continue;
            }
            // The reflection that turns (r_kk, column) into (alpha, 0).
            double norm = Math.sqrt(r[k][k] * r[k][k] + below);
            double alpha = r[k][k] > 0 ? -norm : norm;
            double head = r[k][k] - alpha;
            double factor = 2 / (head * head + below);
            for (int j = k + 1; j < m; j++) {
                double dot = head * r[k][j];
                for (int i = 0; i < count; i++) {
                    dot += columns[k][i] * columns[j][i];
                }
                double f = factor * dot;
                r[k][j] -= f * head;
                for (int i = 0; i < count; i++) {
                    columns[j][i] -= f * columns[k][i];
                }
            }
            r[k][k] = alpha;
        }
        return new TriangularFactor(r, n + count);
    }

    /** The factor of both problems together. */
    TriangularFactor plus(TriangularFactor other) {
        int m = rows.length;
        double[][] columns = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < m; k++) {
                columns[k][i] = other.rows[i][k];
            }
        }
        return new TriangularFactor(plus(columns, m).rows, n + other.n);
    }

    /** Whether the stars determine all unknowns. */
    boolean determined() {
        int unknowns = rows.length - 1;
        double largest = 0;
        for (int k = 0; k < unknowns; k++) {
            largest = Math.max(largest, Math.abs(rows[k][k]));
        }
        for (int k = 0; k < unknowns; k++) {
            if (!(Math.abs(rows[k][k]) > 1e-12 * largest)) {
                return false;
            }
        }
        return n >= unknowns;
    }

    /** The unknowns. */
    double[] solved() {
        int unknowns = rows.length - 1;
        double[] c = new double[unknowns];
        for (int k = unknowns - 1; k >= 0; k--) {
            double s = rows[k][unknowns];
            for (int j = k + 1; j < unknowns; j++) {
                s -= rows[k][j] * c[j];
            }
            c[k] = s / rows[k][k];
        }
        return c;
    }
}
