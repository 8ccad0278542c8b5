package org.cellarius.engine.condition;

import java.util.Arrays;
import org.cellarius.engine.expression.Comparison;

/** Loops over real numbers. A comparison is unknown where one of the two is missing. */
final class NumberLoops {

    private NumberLoops() {}

    /** Compared with one number for all rows. */
    static RowLoop compared(Comparison.Sign sign, double[] x, double limit, byte[] out) {
        return switch (sign) {
            case EQUAL, NOT_DISTINCT ->
                (first, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        double v = x[first + i];
                        out[i] = Truths.of(v == limit, unordered(v, limit));
                    }
                };
            case DIFFERENT, DISTINCT ->
                (first, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        double v = x[first + i];
                        out[i] = Truths.of(v < limit || v > limit, unordered(v, limit));
                    }
                };
            case BELOW ->
                (first, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        double v = x[first + i];
                        out[i] = Truths.of(v < limit, unordered(v, limit));
                    }
                };
            case AT_MOST ->
                (first, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        double v = x[first + i];
                        out[i] = Truths.of(v <= limit, unordered(v, limit));
                    }
                };
            case ABOVE ->
                (first, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        double v = x[first + i];
                        out[i] = Truths.of(v > limit, unordered(v, limit));
                    }
                };
            case AT_LEAST ->
                (first, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        double v = x[first + i];
                        out[i] = Truths.of(v >= limit, unordered(v, limit));
                    }
                };
        };
    }

    /** Compared row by row. */
    static RowLoop compared(Comparison.Sign sign, double[] a, double[] b, byte[] out) {
        return switch (sign) {
            case EQUAL, NOT_DISTINCT ->
                (first, rows) -> {
                    for (int i = first; i < first + rows; i++) {
                        out[i - first] = Truths.of(a[i] == b[i], unordered(a[i], b[i]));
                    }
                };
            case DIFFERENT, DISTINCT ->
                (first, rows) -> {
                    for (int i = first; i < first + rows; i++) {
                        out[i - first] = Truths.of(a[i] < b[i] || a[i] > b[i], unordered(a[i], b[i]));
                    }
                };
            case BELOW ->
                (first, rows) -> {
                    for (int i = first; i < first + rows; i++) {
                        out[i - first] = Truths.of(a[i] < b[i], unordered(a[i], b[i]));
                    }
                };
            case AT_MOST ->
                (first, rows) -> {
                    for (int i = first; i < first + rows; i++) {
                        out[i - first] = Truths.of(a[i] <= b[i], unordered(a[i], b[i]));
                    }
                };
            case ABOVE -> compared(Comparison.Sign.BELOW, b, a, out);
            case AT_LEAST -> compared(Comparison.Sign.AT_MOST, b, a, out);
        };
    }

    private static boolean unordered(double a, double b) {
        return Double.isNaN(a) || Double.isNaN(b);
    }

    /** Between two numbers for all rows. */
    static RowLoop between(double[] x, double low, double high, byte[] out) {
        return (first, rows) -> {
            for (int i = 0; i < rows; i++) {
                double v = x[first + i];
                out[i] = between(v, low, high);
            }
        };
    }

    /** Between two numbers row by row. */
    static RowLoop between(double[] x, double[] low, double[] high, byte[] out) {
        return (first, rows) -> {
            for (int i = first; i < first + rows; i++) {
                out[i - first] = between(x[i], low[i], high[i]);
            }
        };
    }

    /** False where one comparison is, whatever is missing in the other. */
    private static byte between(double x, double low, double high) {
        return Truths.of(x >= low && x <= high, !(x < low || x > high));
    }

    /**
     * One of some numbers. Nearly all stars have none of them: the last bits, which are zero in all of the numbers, tell most apart at once.
     */
    static RowLoop among(double[] x, double[] wanted, byte[] out) {
        long zeros = Arrays.stream(wanted)
                .map(w -> w == 0 ? 1 : w)
                .mapToLong(w -> Long.lowestOneBit(Double.doubleToRawLongBits(w)) - 1)
                .reduce(-1L, (a, b) -> a & b);
        return (first, rows) -> {
            for (int i = 0; i < rows; i++) {
                double v = x[first + i];
                out[i] = Double.isNaN(v)
                        ? Truths.UNKNOWN
                        : (Double.doubleToRawLongBits(v) & zeros) == 0 ? among(v, wanted) : Truths.NO;
            }
        };
    }

    private static byte among(double x, double[] wanted) {
        for (double w : wanted) {
            if (x == w) {
                return Truths.YES;
            }
        }
        return Truths.NO;
    }

    static RowLoop finite(double[] x, byte[] out) {
        return (first, rows) -> {
            for (int i = 0; i < rows; i++) {
                out[i] = Truths.of(Math.abs(x[first + i]) <= Double.MAX_VALUE);
            }
        };
    }

    static RowLoop infinite(double[] x, byte[] out) {
        return (first, rows) -> {
            for (int i = 0; i < rows; i++) {
                out[i] = Truths.of(Double.isInfinite(x[first + i]), Double.isNaN(x[first + i]));
            }
        };
    }

    static RowLoop missing(double[] x, byte[] out) {
        return (first, rows) -> {
            for (int i = 0; i < rows; i++) {
                out[i] = Truths.of(Double.isNaN(x[first + i]));
            }
        };
    }
}
