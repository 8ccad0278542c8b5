package org.cellarius.galaxy.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cellarius.galaxy.population.Quantiles;
import org.cellarius.galaxy.population.WeightedQuantiles;

/**
 * The check loss of lines through stars, the height free:
 *
 * <pre>  g(m) = min_b &Sigma; &rho;(y &minus; m x &minus; b),   &rho;(u) = u (&tau; &minus; [u &lt; 0])</pre>
 *
 * a convex function of straight pieces; each star's part counts as its weight says. One value costs a selection among n residuals, of weighted stars a sort. x and y are best counted
 * from their means.
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

    /** Empty where every star counts the same. */
    private final double[] weights;

    CheckLoss(double[] x, double[] y, double[] weights, double probability) {
        this.x = x;
        this.y = y;
        this.weights = weights;
        this.probability = probability;
        int last = x.length - 1;
        double place = probability * x.length;
        double whole = Math.rint(place);
        // A whole number of stars below: every height between two of them is as good.
        boolean between = Math.abs(place - whole) < 1e-9 && whole >= 1 && whole <= last;
        this.below = between ? (int) whole - 1 : Math.min((int) place, last);
        this.above = between ? (int) whole : below;
        this.largest = IntStream.range(0, x.length)
                .mapToDouble(i -> weight(i) * Math.abs(x[i]))
                .sum();
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

    private double weight(int i) {
        return weights.length == 0 ? 1 : weights[i];
    }

    /** The residuals between which the best height lies: two, where every height between them is as good. */
    private double[] middle() {
        int n = x.length;
        System.arraycopy(residuals, 0, scratch, 0, n);
        if (weights.length > 0) {
            return weightedMiddle();
        }
        Quantiles.select(scratch, 0, n - 1, below);
        double high = scratch[below];
        if (above > below) {
            high = Double.POSITIVE_INFINITY;
            for (int i = above; i < n; i++) {
                high = Math.min(high, scratch[i]);
            }
        }
        return new double[] {scratch[below], high};
    }

    /** Where the weights below pass the share &tau; of all. */
    private double[] weightedMiddle() {
        double[] own = weights.clone();
        WeightedQuantiles.sort(scratch, own, 0, own.length - 1);
        double all = 0;
        for (double w : own) {
            all += w;
        }
        double wanted = probability * all;
        double sum = 0;
        for (int k = 0; k < own.length; k++) {
            sum += own[k];
            boolean between = Math.abs(sum - wanted) < 1e-12 * all && k + 1 < own.length;
            if (between || sum > wanted || k + 1 == own.length) {
                return new double[] {scratch[k], scratch[between ? k + 1 : k]};
            }
        }
        throw new IllegalStateException("a line through no stars");
    }

    At at(double slope) {
        int n = x.length;
        for (int i = 0; i < n; i++) {
            residuals[i] = y[i] - slope * x[i];
        }
        double[] middle = middle();
        double low = middle[0];
        double high = middle[1];
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
            double rule = weight(i) * (u < 0 ? probability - 1 : probability);
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

    /** Least and largest &Sigma; &psi; x over the stars on the line, whose &psi; lie between &tau; &minus; 1 and &tau; (times their weights) and have this sum. */
    private double[] free(int[] stars, double sum) {
        int[] sorted = Arrays.stream(stars)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(i -> i)
                .toArray();
        double least = 0;
        double largestSum = 0;
        double left = sum;
        for (int i : sorted) {
            left -= weight(i) * (probability - 1);
        }
        double right = left;
        for (int k = 0; k < sorted.length; k++) {
            int first = sorted[k];
            double share = Math.clamp(left, 0, weight(first));
            left -= share;
            least += (weight(first) * (probability - 1) + share) * x[first];
            int last = sorted[sorted.length - 1 - k];
            double other = Math.clamp(right, 0, weight(last));
            right -= other;
            largestSum += (weight(last) * (probability - 1) + other) * x[last];
        }
        return new double[] {least, largestSum};
    }

    /** The slope of the line through two stars; NaN for stars of one x. */
    double through(int first, int second) {
        return x[first] == x[second] ? Double.NaN : (y[second] - y[first]) / (x[second] - x[first]);
    }
}
