package org.cellarius.galaxy.learned;

/**
 * How the target changes with the labels among the neighbours of a star: a plane by weighted least squares with a ridge (locally linear forest:
 * Friedberg et al. 2020, J. Comput. Graph. Stat. 30, 503). One instance per thread: it owns scratch.
 */
final class NeighbourSlopes {

    private final TrainingStars stars;
    private final double[] widths;
    private final double ridge;
    private final double[][] matrix;
    private final double[] side;
    private final double[] means;

    /**
     * The slopes for a training set.
     *
     * @param ridge added to the variances of the labels, in units of those of all training stars; infinite for slopes of 0
     */
    NeighbourSlopes(TrainingStars stars, double ridge) {
        int labels = stars.labels().length;
        this.stars = stars;
        this.widths = stars.labelWidths();
        this.ridge = ridge;
        this.matrix = new double[labels][labels];
        this.side = new double[labels];
        this.means = new double[labels];
    }

    /**
     * What has to be added to each neighbour's target to bring it to the labels of the star.
     *
     * @param shifts {@code shifts[k]} of neighbour k: to be filled
     */
    void shifts(Neighbours near, double[] labels, double[] shifts) {
        if (Double.isInfinite(ridge)) {
            java.util.Arrays.fill(shifts, 0, near.count(), 0);
            return;
        }
        sum(near);
        solve();
        for (int k = 0; k < near.count(); k++) {
            double shift = 0;
            for (int j = 0; j < side.length; j++) {
                shift += side[j] * (labels[j] - stars.labels()[j][near.star(k)]) / widths[j];
            }
            shifts[k] = shift;
        }
    }

    private void sum(Neighbours near) {
        int labels = side.length;
        double meanTarget = 0;
        java.util.Arrays.fill(means, 0);
        for (int k = 0; k < near.count(); k++) {
            double w = near.weight(k);
            meanTarget += w * stars.targets()[near.star(k)];
            for (int j = 0; j < labels; j++) {
                means[j] += w * stars.labels()[j][near.star(k)];
            }
        }
        for (int j = 0; j < labels; j++) {
            java.util.Arrays.fill(matrix[j], 0);
            matrix[j][j] = ridge;
            side[j] = 0;
        }
        for (int k = 0; k < near.count(); k++) {
            double w = near.weight(k);
            double d = stars.targets()[near.star(k)] - meanTarget;
            for (int j = 0; j < labels; j++) {
                double a = w * (stars.labels()[j][near.star(k)] - means[j]) / widths[j];
                side[j] += a * d;
                for (int m = 0; m <= j; m++) {
                    matrix[j][m] += a * (stars.labels()[m][near.star(k)] - means[m]) / widths[m];
                }
            }
        }
    }

    /** Solves for the slopes in place, by the triangular factor of the matrix; the ridge makes it positive. */
    private void solve() {
        int n = side.length;
        for (int j = 0; j < n; j++) {
            for (int m = 0; m <= j; m++) {
                double sum = matrix[j][m];
                for (int k = 0; k < m; k++) {
                    sum -= matrix[j][k] * matrix[m][k];
                }
                matrix[j][m] = j == m ? Math.sqrt(sum) : sum / matrix[m][m];
            }
        }
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < j; k++) {
                side[j] -= matrix[j][k] * side[k];
            }
            side[j] /= matrix[j][j];
        }
        for (int j = n - 1; j >= 0; j--) {
            for (int k = j + 1; k < n; k++) {
                side[j] -= matrix[k][j] * side[k];
            }
            side[j] /= matrix[j][j];
        }
    }
}
