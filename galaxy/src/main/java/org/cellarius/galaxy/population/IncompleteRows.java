package org.cellarius.galaxy.population;

import org.cellarius.galaxy.column.Partial;

/**
 * Number of rows in which at least one of the columns is missing or not finite.
 *
 * @param columns how many columns there are
 */
public record IncompleteRows(int columns) implements Partial<Long> {

    @Override
    public Long empty() {
        return 0L;
    }

    @Override
    public Long fold(Long state, int rows, double[][] in) {
        long found = state;
        for (int i = 0; i < rows; i++) {
            boolean complete = true;
            for (int k = 0; k < columns; k++) {
                complete &= Math.abs(in[k][i]) <= Double.MAX_VALUE;
            }
            found += complete ? 0 : 1;
        }
        return found;
    }

    @Override
    public Long merge(Long left, Long right) {
        return left + right;
    }
}
