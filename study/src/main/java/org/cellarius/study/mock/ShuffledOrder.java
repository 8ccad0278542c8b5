package org.cellarius.study.mock;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.StarFunction;

/** An order of rows that has nothing to do with the stars: multiples of a large prime, modulo 2<sup>32</sup>. */
public final class ShuffledOrder {

    private static final long FACTOR = 2_654_435_761L;
    private static final long MODULUS = 1L << 32;

    private ShuffledOrder() {}

    /** What rows are sorted by, from their number. */
    public static Expression of(Expression number) {
        return new Call(StarFunction.REMAINDER, List.of(number.times(Expression.of(FACTOR)), Expression.of(MODULUS)));
    }

    /**
     * The numbers 0, 1, &hellip; of so many rows in this order, none of them held. Of the multiples 0 &hellip; n &minus; 1 of a number modulo another, sorted, neighbours are
     * one of three steps apart: the number of the smallest multiple, that of the largest, backwards, or both (Slater 1967, Proc. Camb. Phil. Soc. 63, 1115, Theorem 1).
     *
     * @param rows fewer than 2<sup>31</sup>
     */
    static PrimitiveIterator.OfLong numbers(long rows) {
        if (rows >= MODULUS / 2) {
            throw new IllegalArgumentException(rows + " rows: there must be fewer than 2^31");
        }
        long up = 0;
        long down = 0;
        long smallest = MODULUS;
        long largest = 0;
        long multiple = 0;
        for (long n = 1; n < rows; n++) {
            multiple = (multiple + FACTOR) % MODULUS;
            if (multiple < smallest) {
                smallest = multiple;
                up = n;
            }
            if (multiple > largest) {
                largest = multiple;
                down = n;
            }
        }
        return new Steps(rows, up, down);
    }

    /** Goes from each number to the one with the next larger multiple. */
    private static final class Steps implements PrimitiveIterator.OfLong {
        private final long rows;
        private final long up;
        private final long down;
        private long left;
        private long next;

        Steps(long rows, long up, long down) {
            this.rows = rows;
            this.up = up;
            this.down = down;
            this.left = rows;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public long nextLong() {
            if (left == 0) {
                throw new NoSuchElementException("all " + rows + " rows are told");
            }
            left--;
            long number = next;
            next = number < rows - up ? number + up : number >= down ? number - down : number + up - down;
            return number;
        }
    }
}
