package org.cellarius.engine;

import java.util.Arrays;

/** Rows in rising order of a number: sorted by the digits of its bits, lowest first, so that equal ones keep their order. */
final class RisingOrder {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private RisingOrder() {}

    /**
     * The rows in order.
     *
     * @param key the number of each row of the table; NaN, missing, comes last
     * @param rows the rows wanted
     */
    static int[] of(double[] key, int[] rows) {
        int n = rows.length;
        int[] order = rows.clone();
        long[] bits = new long[n];
        for (int i = 0; i < n; i++) {
            bits[i] = bits(key[rows[i]]);
        }
        int[] nextOrder = new int[n];
        long[] nextBits = new long[n];
        int[] places = new int[DIGITS];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            Arrays.fill(places, 0);
            for (long b : bits) {
                places[digit(b, shift)]++;
            }
            if (n == 0 || places[digit(bits[0], shift)] == n) {
                continue;
            }
            int sum = 0;
            for (int d = 0; d < DIGITS; d++) {
                int count = places[d];
                places[d] = sum;
                sum += count;
            }
            for (int i = 0; i < n; i++) {
                int at = places[digit(bits[i], shift)]++;
                nextBits[at] = bits[i];
                nextOrder[at] = order[i];
            }
            long[] b = bits;
            bits = nextBits;
            nextBits = b;
            int[] o = order;
            order = nextOrder;
            nextOrder = o;
        }
        return order;
    }

    private static int digit(long bits, int shift) {
        return (int) (bits >>> shift) & (DIGITS - 1);
    }

    /** Bits that rise with the number, as if they had no sign; both zeros are one. */
    private static long bits(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }
}
