package org.cellarius.galaxy.column;

import java.util.Arrays;

/** Rows in rising order of a number; equal ones, which both zeros are, keep their order. */
public final class RisingRows {

    private RisingRows() {}

    /**
     * The rows in order. The numbers are sorted as such, and each row then looks for its place: much faster than to compare rows one with another.
     *
     * @param number of each row, in any unit; never NaN
     */
    public static int[] of(double[] number) {
        double[] sorted = number.clone();
        Arrays.sort(sorted);
        int[] taken = new int[number.length];
        int[] rows = new int[number.length];
        for (int row = 0; row < number.length; row++) {
            int first = first(sorted, number[row]);
            rows[first + taken[first]++] = row;
        }
        return rows;
    }

    /** Place of the first of the numbers that are equal to one of them. */
    private static int first(double[] sorted, double wanted) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
