package org.cellarius.galaxy.population;

/** Numbers on a regular grid, smoothed by a Gaussian. What would fall beyond the edge is lost there, as stars beyond it are missing too. */
public final class SmoothedGrid {

    /** The Gaussian is cut at so many standard deviations. */
    private static final double REACH = 4;

    private SmoothedGrid() {}

    /**
     * The smoothed numbers.
     *
     * @param values at column i and row j in {@code [j * columns + i]}
     * @param sigmaX standard deviation along a row, in cells; 0 leaves it
     * @param sigmaY likewise along a column
     */
    public static double[] of(double[] values, int columns, double sigmaX, double sigmaY) {
        int rows = values.length / columns;
        double[] along = convolved(values, columns, rows, 1, columns, kernel(sigmaX));
        return convolved(along, rows, columns, columns, 1, kernel(sigmaY));
    }

    private static double[] kernel(double sigma) {
        if (!(sigma >= 0 && sigma < 1e4)) {
            throw new IllegalArgumentException("a smoothing of " + sigma + " cells");
        }
        int reach = (int) Math.ceil(REACH * sigma);
        double[] kernel = new double[2 * reach + 1];
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            kernel[k + reach] = sigma == 0 ? 1 : Math.exp(-0.5 * (k / sigma) * (k / sigma));
            sum += kernel[k + reach];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= sum;
        }
        return kernel;
    }

    private static double[] convolved(double[] values, int length, int lines, int step, int lineStep, double[] kernel) {
        double[] smooth = new double[values.length];
        int reach = kernel.length / 2;
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < length; i++) {
                double v = values[line * lineStep + i * step];
                if (v == 0) {
                    continue;
                }
                for (int k = Math.max(-reach, -i); k <= Math.min(reach, length - 1 - i); k++) {
                    smooth[line * lineStep + (i + k) * step] += v * kernel[k + reach];
                }
            }
        }
        return smooth;
    }
}
