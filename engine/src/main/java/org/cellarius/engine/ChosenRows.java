package org.cellarius.engine;

import java.util.Arrays;
import org.cellarius.engine.condition.Truths;
import org.cellarius.galaxy.column.Tasks;

/**
 * The rows of a table in memory that fulfil a condition.
 *
 * @param rows of the table
 * @param truths whether the condition holds; an empty array for all rows
 * @param count how many fulfil it
 * @param partStarts the row in the table that each part begins with, then that behind the last one
 */
record ChosenRows(int rows, byte[] truths, long count, int[] partStarts) {

    static ChosenRows all(int rows) {
        int parts = Math.ceilDiv(rows, PartedFold.PART_ROWS);
        int[] starts = new int[parts + 1];
        Arrays.setAll(starts, p -> (int) Math.min(rows, (long) p * PartedFold.PART_ROWS));
        return new ChosenRows(rows, new byte[0], rows, starts);
    }

    static ChosenRows of(byte[] truths, Tasks tasks) {
        // Counted block by block, so that the start of a part is looked for in one block only.
        int blocks = Math.ceilDiv(truths.length, PartedFold.PART_ROWS);
        int[] counts = new int[blocks];
        tasks.each(blocks, b -> {
            int count = 0;
            int to = (int) Math.min(truths.length, (b + 1L) * PartedFold.PART_ROWS);
            for (int i = b * PartedFold.PART_ROWS; i < to; i++) {
                count += truths[i] == Truths.YES ? 1 : 0;
            }
            counts[b] = count;
        });
        long count = Arrays.stream(counts).asLongStream().sum();
        int parts = (int) Math.ceilDiv(count, (long) PartedFold.PART_ROWS);
        int[] starts = new int[parts + 1];
        starts[parts] = truths.length;
        long before = 0;
        int next = 1;
        for (int b = 0; b < blocks; b++) {
            long seen = before;
            before += counts[b];
            if (next < parts && before > (long) next * PartedFold.PART_ROWS) {
                int row = b * PartedFold.PART_ROWS;
                while (seen <= (long) next * PartedFold.PART_ROWS) {
                    seen += truths[row++] == Truths.YES ? 1 : 0;
                }
                starts[next++] = row - 1;
            }
        }
        return new ChosenRows(truths.length, truths, count, starts);
    }

    boolean ofAll() {
        return truths.length == 0;
    }

    int parts() {
        return partStarts.length - 1;
    }

    /**
     * Lists chosen rows from a row on.
     *
     * @param to the row behind the last one to look at
     * @param taken receives their numbers, as many as there is room for
     * @return how many, and the row to go on with
     */
    Taken take(int from, int to, int[] taken) {
        int filled = 0;
        int next = from;
        while (next < to && filled < taken.length) {
            taken[filled] = next;
            filled += truths[next++] == Truths.YES ? 1 : 0;
        }
        return new Taken(filled, next);
    }

    /** How many rows were listed, and the row to go on with. */
    record Taken(int count, int next) {}
}
