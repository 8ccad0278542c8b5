package org.cellarius.galaxy.smooth;

/** A step of Newton's method uphill in a few parameters. */
final class NewtonStep {

    private static final double FLATTEST = 1e-6;

    private NewtonStep() {}

    /**
     * The step.
     *
     * @param curvature minus the second derivatives, nearly symmetric; a ridge is made a hill by what is added to its diagonal
     * @param slope first derivatives
     * @param stays parameters that do not move
     * @param longest no parameter moves farther
     */
    static double[] of(double[][] curvature, double[] slope, boolean[] stays, double longest) {
        int d = slope.length;
        double[][] a = new double[d][d];
        double size = FLATTEST;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                a[i][j] = stays[i] || stays[j] ? (i == j ? 1 : 0) : 0.5 * (curvature[i][j] + curvature[j][i]);
            }
            size = Math.max(size, Math.abs(a[i][i]));
        }
        double lowest = SymmetricEigenvalues.rising(a)[0];
        double added = Math.max(0, 1e-4 * size - lowest);
        double[][] m = new double[d][d + 1];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                m[i][j] = a[i][j] + (i == j ? added : 0);
            }
            m[i][d] = stays[i] ? 0 : slope[i];
        }
        double[] step = eliminated(m);
        double most = 0;
        for (double s : step) {
            most = Math.max(most, Math.abs(s));
        }
        if (most > longest) {
            for (int i = 0; i < d; i++) {
                step[i] *= longest / most;
            }
        }
        return step;
    }

    /** The solution of a positive definite system, its right side being the last column. */
    private static double[] eliminated(double[][] m) {
        int d = m.length;
        for (int p = 0; p < d; p++) {
            for (int i = p + 1; i < d; i++) {
                double f = m[i][p] / m[p][p];
                for (int j = p; j <= d; j++) {
                    m[i][j] -= f * m[p][j];
                }
            }
        }
        double[] x = new double[d];
        for (int i = d - 1; i >= 0; i--) {
            double s = m[i][d];
            for (int j = i + 1; j < d; j++) {
                s -= m[i][j] * x[j];
            }
            x[i] = s / m[i][i];
        }
        return x;
    }
}
