package org.cellarius.galaxy.fit;

import java.util.Arrays;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.posterior.Percentiles;

/**
 * A weighted mixture of normals of one peak.
 *
 * @param weights of sum 1
 * @param means in the quantity's units
 * @param sds in the quantity's units
 */
record NormalMixture(double[] weights, double[] means, double[] sds) {

    private static final int MOST_STEPS = 200;

    private static final int HALVINGS = 24;

    double mean() {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * means[k];
        }
        return sum;
    }

    double sd() {
        double mean = mean();
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double d = means[k] - mean;
            sum += weights[k] * (sds[k] * sds[k] + d * d);
        }
        return Math.sqrt(sum);
    }

    double density(double value) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * StandardNormal.density((value - means[k]) / sds[k]) / sds[k];
        }
        return sum;
    }

    double below(double value) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * StandardNormal.below((value - means[k]) / sds[k]);
        }
        return sum;
    }

    /** By Newton's steps within a bracket, to the last digits but two. */
    double quantile(double probability) {
        double t = StandardNormal.quantile(probability);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        // The mixture's quantile lies among those of its parts.
        for (int k = 0; k < weights.length; k++) {
            low = Math.min(low, means[k] + t * sds[k]);
            high = Math.max(high, means[k] + t * sds[k]);
        }
        double width = high - low;
        double value = Math.clamp(mean() + t * sd(), low, high);
        for (int k = 0; k < MOST_STEPS; k++) {
            double off = below(value) - probability;
            if (off < 0) {
                low = value;
            } else {
                high = value;
            }
            double next = value - off / density(value);
            if (!(next > low && next < high)) {
                next = 0.5 * (low + high);
            }
            if (Math.abs(next - value) <= 1e-15 * (width + Math.abs(value))) {
                return next;
            }
            value = next;
        }
        return value;
    }

    Percentiles percentiles() {
        double[] q = Percentiles.LEVELS.stream().mapToDouble(this::quantile).toArray();
        return new Percentiles(q[0], q[1], q[2], q[3], q[4]);
    }

    /** The shortest interval of that probability: its ends have the same density. To 1e-6 of a standard deviation. */
    Span highestDensity(double mass) {
        double low = 0;
        double high = 1 - mass;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = 0.5 * (low + high);
            if (density(quantile(middle)) < density(quantile(middle + mass))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double left = 0.5 * (low + high);
        return new Span(quantile(left), quantile(left + mass));
    }

    /** Without the parts that carry less than a share of 1e-13. */
    static NormalMixture of(double[] weights, double[] means, double[] sds) {
        double total = Arrays.stream(weights).sum();
        int[] kept = java.util.stream.IntStream.range(0, weights.length)
                .filter(k -> weights[k] > 1e-13 * total)
                .toArray();
        double sum = Arrays.stream(kept).mapToDouble(k -> weights[k]).sum();
        return new NormalMixture(
                Arrays.stream(kept).mapToDouble(k -> weights[k] / sum).toArray(),
                Arrays.stream(kept).mapToDouble(k -> means[k]).toArray(),
                Arrays.stream(kept).mapToDouble(k -> sds[k]).toArray());
    }
}
