package org.cellarius.galaxy.learned;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The learned density of one star after another: the targets of its neighbours, brought to its labels, with their weights. Where training targets have
 * errors, the sample is drawn together about its mean until its variance is that which the errors leave, given that variances are not negative; the variance of
 * the mean itself is added. One instance per thread: it owns scratch.
 */
public final class StarDensity {

    /** Sorting keys give their last bits to the place of the neighbour. */
    private static final int PLACE_BITS = 20;

    /** Beyond so many errors a variance is as measured, or none. */
    private static final double FAR = 6;

    private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;

    private final LearnedDensity learned;
    private final Neighbours near;
    private final NeighbourSlopes slopes;
    private final double[] shifts;
    private final double[] unsorted;
    private final long[] keys;
    private final double[] values;
    private final double[] weights;
    private final double[] levels;
    private int count;

    public StarDensity(LearnedDensity learned) {
        int n = learned.stars().stars();
        if (n > PLACE_MASK) {
            throw new IllegalArgumentException(n + " training stars; there may be at most " + PLACE_MASK);
        }
        this.learned = learned;
        this.near = new Neighbours(learned.forest(), learned.neighbours(), n);
        this.slopes = new NeighbourSlopes(learned.stars(), learned.ridge());
        this.shifts = new double[n];
        this.unsorted = new double[n];
        this.keys = new long[n];
        this.values = new double[n];
        this.weights = new double[n];
        this.levels = new double[n];
    }

    /** Turns to a star with these labels. */
    public void observe(double[] labels) {
        observe(labels, tree -> true);
    }

    /** The same by some of the trees; false where there are none. */
    boolean observe(double[] labels, IntPredicate trees) {
        if (!near.find(labels, trees)) {
            return false;
        }
        slopes.shifts(near, labels, shifts);
        count = near.count();
        double mean = 0;
        for (int k = 0; k < count; k++) {
            unsorted[k] = learned.stars().targets()[near.star(k)] + shifts[k];
            mean += near.weight(k) * unsorted[k];
        }
        double variance = 0;
        double noise = 0;
        double concentration = 0;
        for (int k = 0; k < count; k++) {
            double w = near.weight(k);
            double d = unsorted[k] - mean;
            double e = learned.stars().errors()[near.star(k)];
            variance += w * d * d;
            noise += w * e * e;
            concentration += w * w;
        }
        double left = positive(variance - noise, variance * Math.sqrt(2 * concentration)) + variance * concentration;
        double factor = noise > 0 && variance > 0 ? learned.spread() * Math.sqrt(left / variance) : 1;
        for (int k = 0; k < count; k++) {
            unsorted[k] = mean + factor * (unsorted[k] - mean);
        }
        sort();
        return true;
    }

    /** What a variance is that was measured with an error and cannot be negative: the mean of the normal distribution above 0. */
    private static double positive(double variance, double error) {
        double t = error > 0 ? variance / error : Double.POSITIVE_INFINITY;
        if (t > FAR) {
            return variance;
        }
        if (t < -FAR) {
            return -error / t;
        }
        return variance + error * Math.exp(-0.5 * t * t) / (Math.sqrt(2 * Math.PI) * NormalLevel.of(t));
    }

    /** Values in rising order with calibrated weights, and the level at the middle of each weight. */
    private void sort() {
        for (int k = 0; k < count; k++) {
            long bits = Double.doubleToLongBits(unsorted[k] + 0.0);
            long rising = bits ^ ((bits >> 63) & Long.MAX_VALUE);
            keys[k] = (rising & ~PLACE_MASK) | k;
        }
        Arrays.sort(keys, 0, count);
        double sum = 0;
        double before = 0;
        for (int k = 0; k < count; k++) {
            int place = (int) (keys[k] & PLACE_MASK);
            sum += near.weight(place);
            double level = k == count - 1 ? 1 : learned.calibration().of(Math.min(1, sum));
            values[k] = unsorted[place];
            weights[k] = level - before;
            levels[k] = 0.5 * (level + before);
            before = level;
        }
    }

    /**
     * How far the density is from a measured target: the continuous ranked probability score (Gneiting &amp; Raftery 2007, J. Am. Stat. Assoc. 102, 359),
     * in the unit of the target; least on average for the true density.
     */
    double score(double target) {
        double score = 0;
        for (int k = 0; k < count; k++) {
            score += weights[k] * (Math.abs(values[k] - target) - values[k] * (2 * levels[k] - 1));
        }
        return score;
    }

    /** Mean, in the unit of the target. */
    public double mean() {
        double mean = 0;
        for (int k = 0; k < count; k++) {
            mean += weights[k] * values[k];
        }
        return mean;
    }

    /**
     * Mean and standard deviation of a function of the target.
     *
     * @param logarithmic whether the target is a logarithm, and what it is the logarithm of is asked for
     */
    double[] moments(boolean logarithmic) {
        double mean = 0;
        double square = 0;
        double middle = logarithmic ? Math.exp(values[count / 2]) : values[count / 2];
        for (int k = 0; k < count; k++) {
            double d = (logarithmic ? Math.exp(values[k]) : values[k]) - middle;
            mean += weights[k] * d;
            square += weights[k] * d * d;
        }
        return new double[] {middle + mean, Math.sqrt(Math.max(0, square - mean * mean))};
    }

    /** The value at a level between 0 and 1, in the unit of the target. */
    public double quantile(double level) {
        int place = Arrays.binarySearch(levels, 0, count, level);
        int above = place >= 0 ? place : -place - 1;
        if (above == 0 || above == count || levels[above] == levels[above - 1]) {
            return values[Math.clamp(above, 0, count - 1)];
        }
        double share = (level - levels[above - 1]) / (levels[above] - levels[above - 1]);
        return values[above - 1] + share * (values[above] - values[above - 1]);
    }

    /**
     * The level of a measured target: the probability of one below it (probability integral transform).
     *
     * @param error standard error of the measurement, in the unit of the target; the density is of true targets, and is widened by it
     */
    public double level(double target, double error) {
        if (error > 0) {
            double level = 0;
            for (int k = 0; k < count; k++) {
                level += weights[k] * NormalLevel.of((target - values[k]) / error);
            }
            return Math.clamp(level, 0, 1);
        }
        int place = Arrays.binarySearch(values, 0, count, target);
        int above = place >= 0 ? place : -place - 1;
        if (above == 0 || above == count) {
            return above == 0 ? 0.5 * levels[0] : 0.5 * (1 + levels[count - 1]);
        }
        double step = values[above] - values[above - 1];
        double share = step > 0 ? (target - values[above - 1]) / step : 0.5;
        return levels[above - 1] + share * (levels[above] - levels[above - 1]);
    }
}
