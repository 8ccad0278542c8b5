package org.cellarius.galaxy.fit;

import java.util.stream.IntStream;

/**
 * Least squares without each star in turn, from the sums of all: leaving out star i takes f (x_i &minus; x&#772;)&sup2; from S_xx, f = w_i W/(W &minus; w_i), and so on
 * (the merging of {@link LineSums} backwards). Good to 1e-12 of the refitted line unless one star has nearly all the weight.
 */
final class LeaveOneOut {

    private LeaveOneOut() {}

    /** Slope and intercept without each star; an empty row where there is none. */
    static double[][] lines(LeastSquares line, LineStars stars) {
        int n = stars.count();
        double[] weights = line.weights(stars);
        boolean weighted = weights.length > 0;
        LineSums all = LineSums.of(n, IntStream.range(0, n).toArray(), stars.x(), stars.y(), weights);
        double[][] lines = new double[n][0];
        for (int i = 0; i < n; i++) {
            double w = weighted ? weights[i] : 1;
            double rest = all.weight() - w;
            double factor = w * (all.weight() / rest);
            double dx = stars.x()[i] - all.meanX();
            double dy = stars.y()[i] - all.meanY();
            double sxx = all.sxx() - factor * dx * dx;
            double slope = (all.sxy() - factor * dx * dy) / sxx;
            double intercept = all.meanY() - dy * (w / rest) - slope * (all.meanX() - dx * (w / rest));
            if (n > 3 && sxx > 1e-12 * all.sxx() && Double.isFinite(slope + intercept)) {
                lines[i] = new double[] {slope, intercept};
            }
        }
        return lines;
    }
}
