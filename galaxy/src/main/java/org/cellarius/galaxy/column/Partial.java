package org.cellarius.galaxy.column;

/**
 * A statistic over many stars that can be computed in pieces: fold blocks into a state, merge states, finish.
 *
 * @param <S> the state: small, its size independent of the number of stars
 */
public interface Partial<S> {

    /** Number of columns that {@link #fold} reads. */
    int columns();

    /** A state that has seen no star. */
    S empty();

    /** Adds {@code rows} stars; {@code in[k][i]} is column k of star i, NaN where missing. Returns the state. */
    S fold(S state, int rows, double[][] in);

    /**
     * The state of both samples together, {@code left} having come first. Either may be changed and handed back; neither is used afterwards. Counts, ranges and candidates come
     * out as if all stars had been folded in one go, sums but for their last digits.
     */
    S merge(S left, S right);

    /** Whether {@link #whole} is faster than folding where all columns are in memory. */
    default boolean hasWhole() {
        return false;
    }

    /** The state of all stars at once, as if they had been folded. */
    default S whole(RowsInMemory rows, Tasks tasks) {
        return rows.fold(this);
    }
}
