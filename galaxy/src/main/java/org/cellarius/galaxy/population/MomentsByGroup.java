package org.cellarius.galaxy.population;

import java.util.Arrays;
import org.cellarius.galaxy.column.Partial;

/**
 * Moments of one quantity per group, in one pass. Columns: the value, the weight if stars are weighted, then the grouping's columns; missing values are passed over.
 */
public record MomentsByGroup(Grouping grouping, Weighting weighting) implements Partial<Moments[]> {

    /** Every star counts the same. */
    public MomentsByGroup(Grouping grouping) {
        this(grouping, Weighting.EQUAL);
    }

    @Override
    public int columns() {
        return 1 + weighting.columns() + grouping.columns();
    }

    @Override
    public Moments[] empty() {
        var moments = new Moments[grouping.groups()];
        Arrays.fill(moments, Moments.NONE);
        return moments;
    }

    @Override
    public Moments[] fold(Moments[] state, int rows, double[][] in) {
        // Stars are sorted by group within the block (a counting sort), so that each group is added at once. Only one
        // array is as long as the map: a block touches few of a large map's cells, and clearing it is what costs.
        int[] slotOf = new int[state.length];
        int[] seen = new int[rows];
        int[] counts = new int[rows];
        int[] slot = new int[rows];
        int distinct = 0;
        int[] groups = grouping.groupsOf(in, 1 + weighting.columns(), rows);
        for (int i = 0; i < rows; i++) {
            int g = Double.isFinite(in[0][i]) && weighting.counts(in, 1, i) ? groups[i] : -1;
            if (g < 0) {
                slot[i] = -1;
                continue;
            }
            if (slotOf[g] == 0) {
                seen[distinct++] = g;
                slotOf[g] = distinct;
            }
            slot[i] = slotOf[g] - 1;
            counts[slot[i]]++;
        }
        boolean weighted = weighting == Weighting.BY_STAR;
        double[][] values = new double[distinct][];
        double[][] weights = new double[weighted ? distinct : 0][];
        int[] filled = new int[distinct];
        for (int s = 0; s < distinct; s++) {
            values[s] = new double[counts[s]];
            if (weighted) {
                weights[s] = new double[counts[s]];
            }
        }
        for (int i = 0; i < rows; i++) {
            int s = slot[i];
            if (s >= 0) {
                values[s][filled[s]] = in[0][i];
                if (weighted) {
                    weights[s][filled[s]] = in[1][i];
                }
                filled[s]++;
            }
        }
        for (int s = 0; s < distinct; s++) {
            state[seen[s]] = state[seen[s]].plus(
                    weighted ? Moments.of(values[s], weights[s], filled[s]) : Moments.of(values[s], filled[s]));
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
