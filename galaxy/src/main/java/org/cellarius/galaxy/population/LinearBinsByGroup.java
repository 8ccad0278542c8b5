package org.cellarius.galaxy.population;

import org.cellarius.galaxy.column.Partial;

/**
 * A quantity on a fine grid of nodes per group, each star shared between its two neighbouring nodes in proportion to its
 * nearness: sums of smooth functions over the stars are then right to the second order of the spacing.
 *
 * <p>Columns: the value, the weight if stars are weighted, then the grouping's columns.
 *
 * @param lo {@code lo[g]}: first node of group g, units of the quantity
 * @param spacing {@code spacing[g]}: distance of its nodes
 * @param nodes {@code nodes[g]}: number of its nodes; 0 for a group that is not wanted
 */
public record LinearBinsByGroup(Grouping grouping, Weighting weighting, double[] lo, double[] spacing, int[] nodes)
        implements Partial<double[][]> {

    @Override
    public int columns() {
        return 1 + weighting.columns() + grouping.columns();
    }

    @Override
    public double[][] empty() {
        double[][] weights = new double[grouping.groups()][];
        for (int g = 0; g < weights.length; g++) {
            weights[g] = new double[nodes[g]];
        }
        return weights;
    }

    @Override
    public double[][] fold(double[][] state, int rows, double[][] in) {
        int[] groups = grouping.groupsOf(in, 1 + weighting.columns(), rows);
        for (int i = 0; i < rows; i++) {
            int g = Double.isFinite(in[0][i]) && weighting.counts(in, 1, i) ? groups[i] : -1;
            if (g < 0 || nodes[g] < 2) {
                continue;
            }
            double t = Math.max(0, Math.min(nodes[g] - 1.0, (in[0][i] - lo[g]) / spacing[g]));
            int k = Math.min((int) t, nodes[g] - 2);
            double weight = weighting.of(in, 1, i);
            state[g][k] += weight * (1 - (t - k));
            state[g][k + 1] += weight * (t - k);
        }
        return state;
    }

    @Override
    public double[][] merge(double[][] left, double[][] right) {
        for (int g = 0; g < left.length; g++) {
            for (int k = 0; k < left[g].length; k++) {
                left[g][k] += right[g][k];
            }
        }
        return left;
    }
}
