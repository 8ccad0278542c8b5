package org.cellarius.measure.product;

import java.util.Arrays;
import org.cellarius.engine.expression.Expression;
import org.cellarius.measure.Inquiry;

/**
 * From where to where an axis goes so that it holds all points, but for one or a few so far off that they would flatten all others.
 *
 * @param low smallest value that it holds
 * @param high largest value that it holds
 */
public record AxisSpan(double low, double high) {

    /** Values are far off if with them the range is so many times as long. */
    private static final double FLATTENING = 4;

    /** More than this share of the values are no stragglers. */
    private static final double MOST_OUTSIDE = 0.1;

    /** Of many stars: all, or the bulk where a few are so far off. */
    public static Inquiry<AxisSpan> ofMany(Sample sample, Expression expression) {
        return sample.range(expression).with(sample.typicalRange(expression), (all, bulk) -> {
            double[] held = bulk[1] > bulk[0] && all[1] - all[0] > FLATTENING * (bulk[1] - bulk[0]) ? bulk : all;
            return new AxisSpan(held[0], held[1]);
        });
    }

    /** The same, and this value. */
    public AxisSpan with(double value) {
        return new AxisSpan(Math.min(low, value), Math.max(high, value));
    }

    public static AxisSpan of(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new AxisSpan(Double.NaN, Double.NaN);
        }
        int low = 0;
        int high = sorted.length - 1;
        int most = sorted.length < 5 ? 0 : Math.max(2, (int) (MOST_OUTSIDE * sorted.length));
        int atLow = low;
        int atHigh = high;
        // Take off the furthest from the median one by one; keep to the last cut that shortened the range so much.
        double median = sorted[sorted.length / 2];
        for (int k = 0; k < most; k++) {
            if (median - sorted[atLow] > sorted[atHigh] - median) {
                atLow++;
            } else {
                atHigh--;
            }
            double left = sorted[atHigh] - sorted[atLow];
            if (left > 0 && sorted[high] - sorted[low] > FLATTENING * left) {
                low = atLow;
                high = atHigh;
            }
        }
        return new AxisSpan(sorted[low], sorted[high]);
    }
}
