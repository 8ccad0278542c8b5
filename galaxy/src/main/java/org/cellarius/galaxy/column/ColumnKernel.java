package org.cellarius.galaxy.column;

import java.util.List;

/**
 * Physics on a block of stars: input columns in, output columns and a status per star out.
 *
 * <p>Implementations are pure and thread-safe: the outputs of a row depend on the inputs of that row only.
 */
public interface ColumnKernel {

    /** Names of the columns read, in the order of {@code in} below. */
    List<String> inputs();

    /** The columns written, in the order of {@code out} below. */
    List<OutputColumn> outputs();

    /**
     * Computes the first {@code rows} rows.
     *
     * @param rows number of stars in this block
     * @param in {@code in[k][i]}: input column k of star i; NaN where missing
     * @param out {@code out[k][i]}: output column k of star i; to be filled, NaN where it cannot be known
     * @param status {@code status[i]}: to be filled
     */
    void apply(int rows, double[][] in, double[][] out, StarStatus[] status);
}
