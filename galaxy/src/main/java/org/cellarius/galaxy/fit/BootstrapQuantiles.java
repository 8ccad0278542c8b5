package org.cellarius.galaxy.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.kernel.StudentT;
import org.cellarius.galaxy.population.Quantiles;
import org.cellarius.galaxy.posterior.Percentiles;

/**
 * The intervals that a bootstrap's replicates give. Those between percentiles of the replicates hold the truth of few stars too seldom (of eight: 59 to 65 of 68 per cent); two remedies:
 *
 * <ul>
 *   <li>least squares and orthogonal distances: symmetric studentized, value &plusmn; s q, q the quantile of |&theta;_r &minus; &theta;|/s_r over the replicates, s the sandwich error of the stars
 *       and s_r that of a replicate (Hall 1988, J. Royal Stat. Soc. B 50, 35; Hall 1992, The Bootstrap and Edgeworth Expansion, &sect;3.6);
 *   <li>others: percentiles further out, at &Phi;(&radic;(n/(n &minus; 1)) t_{n &minus; 1}(p)) for p (Hesterberg 2015, Am. Statistician 69, 371: "expanded percentile").
 * </ul>
 */
final class BootstrapQuantiles {

    private BootstrapQuantiles() {}

    /** Whether a line's replicates are studentized: it is linear in y given its weights. */
    static boolean studentized(LineEstimator line) {
        return line instanceof LeastSquares || line instanceof OrthogonalDistanceRegression;
    }

    /** In words, for results. */
    static String text(LineEstimator line) {
        return studentized(line)
                ? "quantiles symmetric studentized (Hall 1988)"
                : "quantiles expanded percentiles (Hesterberg 2015)";
    }

    /**
     * Errors of slope and intercept by the sandwich HC0 of least squares with the line's weights (White 1980, Econometrica 48, 817).
     */
    static double[] sandwich(LineEstimator line, LineStars stars, double slope, double intercept) {
        double[] weights = LineWeights.of(line, stars, slope, 0);
        double[] x = stars.x();
        double total = 0;
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            double w = weights.length == 0 ? 1 : weights[i];
            total += w;
            mean += w * (x[i] - x[0]);
        }
        mean = x[0] + mean / total;
        double sxx = 0;
        double levels = 0;
        double tilts = 0;
        double both = 0;
        for (int i = 0; i < x.length; i++) {
            double w = weights.length == 0 ? 1 : weights[i];
            double dx = x[i] - mean;
            double moved = w * (stars.y()[i] - slope * x[i] - intercept);
            sxx += w * dx * dx;
            levels += moved * moved;
            both += moved * moved * dx;
            tilts += moved * moved * dx * dx;
        }
        double ofSlope = tilts / (sxx * sxx);
        double ofIntercept =
                levels / (total * total) - 2 * mean * both / (total * sxx) + mean * mean * tilts / (sxx * sxx);
        return new double[] {Math.sqrt(ofSlope), Math.sqrt(Math.max(0, ofIntercept))};
    }

    /**
     * Symmetric studentized; empty where the stars lie on a line.
     *
     * @param error s
     * @param values of the replicates
     * @param errors s_r; replicates of two different stars have none, and do not enter
     */
    static Optional<Percentiles> symmetric(double value, double error, double[] values, double[] errors) {
        double[] sizes = new double[values.length];
        int count = 0;
        for (int r = 0; r < values.length; r++) {
            if (errors[r] > 1e-9 * error) {
                sizes[count++] = Math.abs(values[r] - value) / errors[r];
            }
        }
        if (!(error > 0) || count < 2) {
            return Optional.empty();
        }
        double[] sorted = Arrays.copyOf(sizes, count);
        Arrays.sort(sorted);
        List<Double> p = Percentiles.LEVELS;
        double inner = error * Quantiles.ofSorted(sorted, p.get(3) - p.get(1));
        double outer = error * Quantiles.ofSorted(sorted, p.get(4) - p.get(0));
        return Optional.of(new Percentiles(value - outer, value - inner, value, value + inner, value + outer));
    }

    /** Percentiles of the replicates, further out for few stars. */
    static Percentiles expanded(double[] values, long n) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] q = Percentiles.LEVELS.stream()
                .mapToDouble(p -> Quantiles.ofSorted(sorted, level(p, n)))
                .toArray();
        return new Percentiles(q[0], q[1], q[2], q[3], q[4]);
    }

    static double level(double p, long n) {
        return StandardNormal.below(Math.sqrt(n / (n - 1.0)) * StudentT.quantile(p, n - 1.0));
    }
}
