package org.cellarius.galaxy.population;

import org.cellarius.galaxy.column.Partial;

/** Number of stars per group. Columns: the grouping's columns. */
public record CountsByGroup(Grouping grouping) implements Partial<long[]> {

    @Override
    public int columns() {
        return grouping.columns();
    }

    @Override
    public long[] empty() {
        return new long[grouping.groups()];
    }

    @Override
    public long[] fold(long[] state, int rows, double[][] in) {
        int[] groups = grouping.groupsOf(in, 0, rows);
        for (int i = 0; i < rows; i++) {
            int g = groups[i];
            if (g >= 0) {
                state[g]++;
            }
        }
        return state;
    }

    @Override
    public long[] merge(long[] left, long[] right) {
        for (int g = 0; g < left.length; g++) {
            left[g] += right[g];
        }
        return left;
    }
}
