package org.cellarius.engine;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongUnaryOperator;
import org.cellarius.galaxy.column.Tasks;

/**
 * Rows in rising order of a number; equal ones keep their order.
 *
 * <p>Rows are put into 2³³ even steps between the smallest and the largest number: first into 2¹¹ groups of steps, then each group, which a processor's cache holds, by the digits
 * of its steps; those few that share a step are put right. Where many share one (numbers that differ by powers of ten), or a number is infinite, all bits of the numbers are sorted
 * by, lowest digits first, in passes over all rows.
 */
final class RisingOrder {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int STEP_BITS = 3 * DIGIT_BITS;

    /** So many rows of one step are put right one by one. */
    private static final int FEW = 32;

    private static final int GROUPS_OF_A_TASK = 16;

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
        if (!bySteps()) {
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
        number(i -> {
            double v = key[order[(int) i]];
            return Double.isNaN(v) ? last : Math.min(last - 1, (long) ((v - low) * perUnit));
        });
        int[] starts = pass(STEP_BITS - DIGIT_BITS);
        var soundly = new AtomicBoolean(true);
        tasks.each(DIGITS / GROUPS_OF_A_TASK, t -> {
            var counts = new int[DIGITS];
            for (int g = t * GROUPS_OF_A_TASK; g < (t + 1) * GROUPS_OF_A_TASK && soundly.get(); g++) {
                if (!sortGroup(starts[g], starts[g + 1], counts)) {
                    soundly.set(false);
                }
            }
        });
        return soundly.get();
    }

    /** Sorts the rows of a group of steps; false where many share one. */
    private boolean sortGroup(int from, int to, int[] counts) {
        if (to - from > FEW) {
            for (int shift = 0; shift < STEP_BITS - DIGIT_BITS; shift += DIGIT_BITS) {
                groupPass(from, to, shift, counts);
            }
            // Two passes have brought them back to where they were.
            return putRight(from, to, false);
        }
        return putRight(from, to, true);
    }

    /** One digit of a group: from the one pair of arrays to the other and, with the next digit, back. */
    private void groupPass(int from, int to, int shift, int[] counts) {
        boolean back = shift > 0;
        long[] ofDigits = back ? nextDigits : digits;
        long[] toDigits = back ? digits : nextDigits;
        int[] ofOrder = back ? nextOrder : order;
        int[] toOrder = back ? order : nextOrder;
        Arrays.fill(counts, 0);
        for (int i = from; i < to; i++) {
            counts[digit(ofDigits[i], shift)]++;
        }
        int sum = from;
        for (int d = 0; d < DIGITS; d++) {
            int count = counts[d];
            counts[d] = sum;
            sum += count;
        }
        for (int i = from; i < to; i++) {
            int at = counts[digit(ofDigits[i], shift)]++;
            toDigits[at] = ofDigits[i];
            toOrder[at] = ofOrder[i];
        }
    }

    /**
     * Puts rows in their places one by one.
     *
     * @param unsorted whether their steps are out of order; else only rows of one step can be
     * @return false where many share a step
     */
    private boolean putRight(int from, int to, boolean unsorted) {
        for (int i = from + 1; i < to; i++) {
            int row = order[i];
            long step = digits[i];
            int at = i;
            while (at > from && (digits[at - 1] > step || (digits[at - 1] == step && key[order[at - 1]] > key[row]))) {
                if (!unsorted && i - at > FEW) {
                    return false;
                }
                order[at] = order[at - 1];
                digits[at] = digits[at - 1];
                at--;
            }
            order[at] = row;
            digits[at] = step;
        }
        return true;
    }

    // ---- digits

    private int end(int part) {
        return Math.min(n, (part + 1) * partRows);
    }

    /** Sorts by whole numbers without a sign, of so many bits. */
    private void sort(LongUnaryOperator number, int bits) {
        number(number);
        for (int shift = 0; shift < bits; shift += DIGIT_BITS) {
            pass(shift);
        }
    }

    /** A number for each row. */
    private void number(LongUnaryOperator number) {
        tasks.each(parts, p -> {
            for (int i = p * partRows; i < end(p); i++) {
                digits[i] = number.applyAsLong(i);
            }
        });
    }

    /** Moves all rows to their places by one digit; gives where the rows of each digit begin, and where the last ends. */
    private int[] pass(int shift) {
        int[][] places = new int[parts][DIGITS];
        tasks.each(parts, p -> {
            for (int i = p * partRows; i < end(p); i++) {
                places[p][digit(digits[i], shift)]++;
            }
        });
        int[] starts = new int[DIGITS + 1];
        int sum = 0;
        boolean moved = true;
        for (int d = 0; d < DIGITS; d++) {
            int before = sum;
            starts[d] = before;
            for (int[] part : places) {
                int count = part[d];
                part[d] = sum;
                sum += count;
            }
            // All rows have this digit.
            moved &= sum - before < n;
        }
        starts[DIGITS] = n;
        if (!moved) {
            return starts;
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
        return starts;
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
