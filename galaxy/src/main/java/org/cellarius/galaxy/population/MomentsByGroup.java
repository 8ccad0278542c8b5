package org.cellarius.galaxy.population;

import java.util.Arrays;
import org.cellarius.galaxy.column.Partial;

/** Moments of one quantity per group, in one pass. Columns: the value, then the grouping's columns; missing values are passed over. */
public record MomentsByGroup(Grouping grouping) implements Partial<Moments[]> {

    @Override
    public Moments[] empty() {
        var moments = new Moments[grouping.groups()];
        Arrays.fill(moments, Moments.NONE);
        return moments;
    }

    @Override
    public Moments[] fold(Moments[] state, int rows, double[][] in) {
        // Stars are sorted by group within the block (a counting sort), so that each group is added at once.
        int[] group = new int[rows];
        int[] seen = new int[rows];
        int distinct = 0;
        var counts = new int[state.length];
        for (int i = 0; i < rows; i++) {
            int g = Double.isFinite(in[0][i]) ? grouping.groupOf(in, 1, i) : -1;
            group[i] = g;
            if (g >= 0 && counts[g]++ == 0) {
                seen[distinct++] = g;
            }
        }
        double[][] values = new double[distinct][];
        int[] filled = new int[distinct];
        int[] slot = new int[state.length];
        for (int s = 0; s < distinct; s++) {
            values[s] = new double[counts[seen[s]]];
            slot[seen[s]] = s;
        }
        for (int i = 0; i < rows; i++) {
            if (group[i] >= 0) {
                int s = slot[group[i]];
                values[s][filled[s]++] = in[0][i];
            }
        }
        for (int s = 0; s < distinct; s++) {
            state[seen[s]] = state[seen[s]].plus(Moments.of(values[s], filled[s]));
        }
        return state;
    }

    @Override
    public Moments[] merge(Moments[] left, Moments[] right) {
        var moments = new Moments[left.length];
        Arrays.setAll(moments, g -> left[g].plus(right[g]));
        return moments;
    }
}
