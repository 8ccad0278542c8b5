package org.cellarius.galaxy.fit;

import java.util.Arrays;
import org.cellarius.galaxy.column.Partial;
import org.cellarius.galaxy.population.Grouping;

/**
 * One straight line per group of stars, in one pass.
 *
 * <p>Columns: x, y, then &sigma;_y for {@link LineMethod#WLS}, then the grouping's columns. A star with a missing value or
 * a &sigma;_y that is not positive is passed over; count such stars before fitting.
 */
public record LinesByGroup(LineMethod method, Grouping grouping) implements Partial<LineSums[]> {

    @Override
    public int columns() {
        return (method == LineMethod.WLS ? 3 : 2) + grouping.columns();
    }

    @Override
    public LineSums[] empty() {
        var sums = new LineSums[grouping.groups()];
        Arrays.fill(sums, LineSums.NONE);
        return sums;
    }

    @Override
    public LineSums[] fold(LineSums[] state, int rows, double[][] in) {
        boolean weighted = method == LineMethod.WLS;
        int first = columns() - grouping.columns();
        double[] weights = weighted ? new double[rows] : new double[0];
        int[] counts = new int[state.length];
        int[] groups = grouping.groupsOf(in, first, rows);
        for (int i = 0; i < rows; i++) {
            if (groups[i] < 0 || !Double.isFinite(in[0][i]) || !Double.isFinite(in[1][i])) {
                groups[i] = -1;
            } else if (weighted) {
                double sigma = in[2][i];
                if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
                    groups[i] = -1;
                }
                weights[i] = 1 / (sigma * sigma);
            }
            if (groups[i] >= 0) {
                counts[groups[i]]++;
            }
        }
        // Rows side by side group by group, in their order.
        int[] ends = new int[state.length];
        for (int g = 0, sum = 0; g < state.length; g++) {
            ends[g] = sum;
            sum += counts[g];
        }
        int[] members = new int[rows];
        for (int i = 0; i < rows; i++) {
            if (groups[i] >= 0) {
                members[ends[groups[i]]++] = i;
            }
        }
        for (int g = 0; g < state.length; g++) {
            if (counts[g] > 0) {
                state[g] = state[g].plus(LineSums.of(members, ends[g] - counts[g], ends[g], in[0], in[1], weights));
            }
        }
        return state;
    }

    @Override
    public LineSums[] merge(LineSums[] left, LineSums[] right) {
        var sums = new LineSums[left.length];
        Arrays.setAll(sums, g -> left[g].plus(right[g]));
        return sums;
    }
}
