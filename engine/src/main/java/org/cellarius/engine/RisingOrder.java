package org.cellarius.engine;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.cellarius.galaxy.column.Tasks;

/**
 * Rows in rising order of a number; equal ones keep their order.
 *
 * <p>Rows are put into 2³³ even steps between the smallest and the largest number, and sorted by the digits of their step, lowest first; those few that share a step are then put
 * right. Where many share one (numbers that differ by powers of ten), or a number is infinite, all bits of the numbers are sorted by, in twice as many passes.
 */
final class RisingOrder {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int STEP_BITS = 3 * DIGIT_BITS;

    /** So many rows of one step are put right one by one. */
    private static final int FEW = 32;

    /** Rows of a part, at least. */
    private static final int LEAST_ROWS = 1 << 16;

    private final double[] key;
    private final int n;
    private final Tasks tasks;
    private final int parts;
    private final int partRows;
    private int[] order;
    private int[] nextOrder;
    private long[] digits;
    private long[] nextDigits;

    private RisingOrder(double[] key, int[] rows, Tasks tasks) {
        this.key = key;
        this.n = rows.length;
        this.tasks = tasks;
        this.partRows =
                Math.max(LEAST_ROWS, Math.ceilDiv(n, 2 * Runtime.getRuntime().availableProcessors()));
        this.parts = Math.ceilDiv(n, partRows);
        this.order = rows.clone();
        this.nextOrder = new int[n];
        this.digits = new long[n];
        this.nextDigits = new long[n];
    }

    /**
     * The rows in order.
     *
     * @param key the number of each row of the table; NaN, missing, comes last
     * @param rows the rows wanted
     */
    static int[] of(double[] key, int[] rows, Tasks tasks) {
        return new RisingOrder(key, rows, tasks).sorted(rows);
    }

    private int[] sorted(int[] rows) {
        if (!(bySteps() && putRight())) {
            order = rows.clone();
            sort(i -> bits(key[order[(int) i]]), Long.SIZE);
        }
        return order;
    }

    // ---- even steps

    private boolean bySteps() {
        double[] lowest = new double[parts];
        double[] highest = new double[parts];
        tasks.each(parts, p -> {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = p * partRows; i < end(p); i++) {
                double v = key[order[i]];
                // False for NaN.
                low = v < low ? v : low;
                high = v > high ? v : high;
            }
            lowest[p] = low;
            highest[p] = high;
        });
        double low = Arrays.stream(lowest).min().orElse(0);
        double perUnit = (1L << STEP_BITS) / (Arrays.stream(highest).max().orElse(0) - low);
        if (!(perUnit > 0 && perUnit < Double.POSITIVE_INFINITY)) {
            return false;
        }
        long last = (1L << STEP_BITS) - 1;
        sort(
                i -> {
                    double v = key[order[(int) i]];
                    return Double.isNaN(v) ? last : Math.min(last - 1, (long) ((v - low) * perUnit));
                },
                STEP_BITS);
        return true;
    }

    /** Puts rows of one step right; false where they are many. */
    private boolean putRight() {
        for (int i = 1; i < n; i++) {
            if (digits[i] == digits[i - 1] && key[order[i]] < key[order[i - 1]]) {
                int row = order[i];
                int to = i;
                while (to > 0 && key[order[to - 1]] > key[row]) {
                    if (i - to > FEW) {
                        return false;
                    }
                    order[to] = order[to - 1];
                    to--;
                }
                order[to] = row;
            }
        }
        return true;
    }

    // ---- digits

    private int end(int part) {
        return Math.min(n, (part + 1) * partRows);
    }

    /** Sorts by whole numbers without a sign, of so many bits. */
    private void sort(LongUnaryOperator number, int bits) {
        tasks.each(parts, p -> {
            for (int i = p * partRows; i < end(p); i++) {
                digits[i] = number.applyAsLong(i);
            }
        });
        for (int shift = 0; shift < bits; shift += DIGIT_BITS) {
            pass(shift);
        }
    }

    private void pass(int shift) {
        int[][] places = new int[parts][DIGITS];
        tasks.each(parts, p -> {
            for (int i = p * partRows; i < end(p); i++) {
                places[p][digit(digits[i], shift)]++;
            }
        });
        int sum = 0;
        for (int d = 0; d < DIGITS; d++) {
            int before = sum;
            for (int[] part : places) {
                int count = part[d];
                part[d] = sum;
                sum += count;
            }
            if (sum - before == n) {
                return;
            }
        }
        tasks.each(parts, p -> {
            int[] place = places[p];
            for (int i = p * partRows; i < end(p); i++) {
                int at = place[digit(digits[i], shift)]++;
                nextDigits[at] = digits[i];
                nextOrder[at] = order[i];
            }
        });
        long[] sortedDigits = nextDigits;
        nextDigits = digits;
        digits = sortedDigits;
        int[] sortedOrder = nextOrder;
        nextOrder = order;
        order = sortedOrder;
    }

    private static int digit(long number, int shift) {
        return (int) (number >>> shift) & (DIGITS - 1);
    }

    /** Bits that rise with the number, as if they had no sign; both zeros are one. */
    private static long bits(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }
}
