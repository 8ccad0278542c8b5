package org.cellarius.galaxy.population;

import java.util.List;
import org.cellarius.galaxy.column.Partial;

/**
 * How many stars of each slice lie in one or more of some cells: a star in several overlapping windows is one star. Columns of the pass: x, y, then those of the slices.
 *
 * @param cells cells that do not overlap, those of one part beside those of another
 * @param counted of each part, whether cell c counts in slice s: {@code counted[part][c * slices + s]}
 */
public record StarsInCells(List<PlaneCells> cells, boolean[][] counted, Grouping slices) implements Partial<long[]> {

    public StarsInCells {
        cells = List.copyOf(cells);
    }

    @Override
    public int columns() {
        return 2 + slices.columns();
    }

    @Override
    public long[] empty() {
        return new long[slices.groups()];
    }

    @Override
    public long[] fold(long[] state, int rows, double[][] in) {
        int[] slice = slices.groupsOf(in, 2, rows);
        boolean[] held = new boolean[rows];
        for (int part = 0; part < counted.length; part++) {
            int[] cell = cells.get(part).groupsOf(in, 0, rows);
            for (int i = 0; i < rows; i++) {
                held[i] |= cell[i] >= 0 && slice[i] >= 0 && counted[part][cell[i] * state.length + slice[i]];
            }
        }
        for (int i = 0; i < rows; i++) {
            if (held[i]) {
                state[slice[i]]++;
            }
        }
        return state;
    }

    @Override
    public long[] merge(long[] left, long[] right) {
        for (int s = 0; s < left.length; s++) {
            left[s] += right[s];
        }
        return left;
    }
}
