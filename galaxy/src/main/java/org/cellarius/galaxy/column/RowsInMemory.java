package org.cellarius.galaxy.column;

/** Rows of columns that lie in memory, in parts that threads look at side by side. */
public interface RowsInMemory {

    /** How many, in all parts. */
    int rows();

    int parts();

    /** The number of a part's first row; of {@link #parts()}, the number of rows. */
    int first(int part);

    /**
     * Hands over the rows of a part, in order.
     *
     * @param columns how many columns are wanted, the first ones
     */
    void scan(int part, int columns, Visitor visitor);

    /** Room that is used again for the next statistic. */
    Room room();

    /** Receives rows: {@code in[k][from + i]} is column k of row i; valid during the call only, and not to be changed. */
    @FunctionalInterface
    interface Visitor {
        void accept(double[][] in, int from, int rows);
    }

    /** Arrays as long as the rows: new ones cost more than what is done with them. Of one statistic at a time. */
    final class Room {
        private int[] wholes = {};
        private double[] numbers = {};

        /** At least so many whole numbers, of any value. */
        public int[] wholes(int count) {
            if (wholes.length < count) {
                wholes = new int[count];
            }
            return wholes;
        }

        /** At least so many numbers, of any value. */
        public double[] numbers(int count) {
            if (numbers.length < count) {
                numbers = new double[count];
            }
            return numbers;
        }
    }

    /**
     * Whole columns.
     *
     * @param columns of the same length at least
     * @param rows how many of their rows
     */
    record Of(double[][] columns, int rows, Room room) implements RowsInMemory {
        private static final int PART_ROWS = 1 << 16;

        public Of(double[][] columns, int rows) {
            this(columns, rows, new Room());
        }

        @Override
        public int parts() {
            return Math.ceilDiv(rows, PART_ROWS);
        }

        @Override
        public int first(int part) {
            return Math.min(rows, part * PART_ROWS);
        }

        @Override
        public void scan(int part, int wanted, Visitor visitor) {
            visitor.accept(columns, first(part), first(part + 1) - first(part));
        }
    }
}
