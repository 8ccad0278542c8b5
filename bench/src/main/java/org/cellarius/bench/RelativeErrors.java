package org.cellarius.bench;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far results are from the truth.
 *
 * @param sorted relative errors, smallest first; NaN is left out
 */
record RelativeErrors(double[] sorted) {
    RelativeErrors {
        sorted = Arrays.stream(sorted).filter(e -> !Double.isNaN(e)).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no star has both a result and a truth");
        }
    }

    /** Stars without a result or a truth (NaN) are left out. */
    static RelativeErrors of(double[] found, double[] truth) {
        return new RelativeErrors(IntStream.range(0, truth.length)
                .mapToDouble(i -> Math.abs(found[i] / truth[i] - 1))
                .toArray());
    }

    double median() {
        return quantile(0.5);
    }

    double of95Percent() {
        return quantile(0.95);
    }

    double largest() {
        return sorted[sorted.length - 1];
    }

    private double quantile(double fraction) {
        return sorted[(int) (fraction * sorted.length)];
    }

    /** A number for a table. */
    static String shown(double error) {
        return "%.1e".formatted(error);
    }
}
