package org.cellarius.galaxy.column;

import java.util.Optional;

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

    /** A way to the state that is faster than folding where all columns are in memory; empty for most. */
    default Optional<OfAll<S>> ofAll() {
        return Optional.empty();
    }

    /** The state of all stars at once, as if they had been folded. */
    @FunctionalInterface
    interface OfAll<S> {
        S of(RowsInMemory rows, Tasks tasks);
    }
}
