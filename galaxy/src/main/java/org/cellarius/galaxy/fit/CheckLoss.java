package org.cellarius.galaxy.fit;

import java.util.Arrays;
import org.cellarius.galaxy.population.Quantiles;

/**
 * The check loss of lines through stars, the height free:
 *
 * <pre>  g(m) = min_b &Sigma; &rho;(y &minus; m x &minus; b),   &rho;(u) = u (&tau; &minus; [u &lt; 0])</pre>
 *
 * a convex function of straight pieces. One value costs a selection among n residuals. x and y are best counted from their means.
 */
final class CheckLoss {

    /** Residuals nearer to the line than this many units in the last place of their terms lie on it. */
    private static final double ON_THE_LINE = 8 * Math.ulp(1.0);

    private final double[] x;
    private final double[] y;
    private final double probability;
    private final int below;
    private final int above;
    private final double largest;
    private final double[] residuals;
    private final double[] scratch;

    CheckLoss(double[] x, double[] y, double probability) {
        this.x = x;
        this.y = y;
        this.probability = probability;
        int last = x.length - 1;
        double place = probability * x.length;
        double whole = Math.rint(place);
        // A whole number of stars below: every height between two of them is as good.
        boolean between = Math.abs(place - whole) < 1e-9 && whole >= 1 && whole <= last;
        this.below = between ? (int) whole - 1 : Math.min((int) place, last);
        this.above = between ? (int) whole : below;
        this.largest = Arrays.stream(x).map(Math::abs).sum();
        this.residuals = new double[x.length];
        this.scratch = new double[x.length];
    }

    /**
     * The loss at a slope.
     *
     * @param height the best b there; the middle where a range of them is equally good
     * @param loss g
     * @param steepestDown lower end of the subdifferential of g
     * @param steepestUp its upper end: between them lies 0 where the slope is the best one
     * @param low a star on the line, or the nearest below it where the height is not unique
     * @param high the same, or the nearest above it
     */
    record At(double slope, double height, double loss, double steepestDown, double steepestUp, int low, int high) {

        boolean best() {
            return steepestDown <= 0 && steepestUp >= 0;
        }
    }

    At at(double slope) {
        int n = x.length;
        for (int i = 0; i < n; i++) {
            residuals[i] = y[i] - slope * x[i];
        }
        System.arraycopy(residuals, 0, scratch, 0, n);
        Quantiles.select(scratch, 0, n - 1, below);
        double low = scratch[below];
        double high = low;
        if (above > below) {
            high = Double.POSITIVE_INFINITY;
            for (int i = above; i < n; i++) {
                high = Math.min(high, scratch[i]);
            }
        }
        double height = 0.5 * (low + high);
        double loss = 0;
        double moment = 0;
        double weight = 0;
        int lowStar = 0;
        int highStar = 0;
        int on = 0;
        int[] onLine = new int[4];
        for (int i = 0; i < n; i++) {
            double u = residuals[i] - height;
            double rule = u < 0 ? probability - 1 : probability;
            loss += rule * u;
            if (Math.abs(u) <= ON_THE_LINE * (Math.abs(y[i]) + Math.abs(slope * x[i]))) {
                onLine = on < onLine.length ? onLine : Arrays.copyOf(onLine, 2 * on);
                onLine[on++] = i;
            } else {
                weight += rule;
                moment += rule * x[i];
            }
            lowStar = residuals[i] == low ? i : lowStar;
            highStar = residuals[i] == high ? i : highStar;
        }
        double[] free = free(Arrays.copyOf(onLine, on), -weight);
        double noise = 1e-13 * largest;
        return new At(slope, height, loss, -(moment + free[1]) - noise, -(moment + free[0]) + noise, lowStar, highStar);
    }

    /** Least and largest &Sigma; &psi; x over the stars on the line, whose &psi; lie between &tau; &minus; 1 and &tau; and have this sum. */
    private double[] free(int[] stars, double sum) {
        double[] sorted = Arrays.stream(stars).mapToDouble(i -> x[i]).sorted().toArray();
        double least = 0;
        double largestSum = 0;
        double left = sum - stars.length * (probability - 1);
        double right = left;
        for (int k = 0; k < sorted.length; k++) {
            double share = Math.clamp(left, 0, 1);
            left -= share;
            least += (probability - 1 + share) * sorted[k];
            double other = Math.clamp(right, 0, 1);
            right -= other;
            largestSum += (probability - 1 + other) * sorted[sorted.length - 1 - k];
        }
        return new double[] {least, largestSum};
    }

    /** The slope of the line through two stars; NaN for stars of one x. */
    double through(int first, int second) {
        return x[first] == x[second] ? Double.NaN : (y[second] - y[first]) / (x[second] - x[first]);
    }
}
