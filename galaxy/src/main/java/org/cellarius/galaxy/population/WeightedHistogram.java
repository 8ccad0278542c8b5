package org.cellarius.galaxy.population;

import org.cellarius.galaxy.column.Partial;

/** What weighted stars count in the bins of a histogram. Columns: the value, the weight, then the grouping's columns. */
public record WeightedHistogram(HistogramByGroup bins) implements Partial<BinWeights> {

    @Override
    public int columns() {
        return 2 + bins.grouping().columns();
    }

    @Override
    public BinWeights empty() {
        int groups = bins.grouping().groups();
        return new BinWeights(new double[groups][bins.bins()], new double[groups][bins.bins()]);
    }

    @Override
    public BinWeights fold(BinWeights state, int rows, double[][] in) {
        int[] groups = bins.grouping().groupsOf(in, 2, rows);
        for (int i = 0; i < rows; i++) {
            int k = bins.binOf(in[0][i]);
            double weight = in[1][i];
            if (k >= 0 && groups[i] >= 0 && Double.isFinite(weight)) {
                state.sums()[groups[i]][k] += weight;
                state.squares()[groups[i]][k] += weight * weight;
            }
        }
        return state;
    }

    @Override
    public BinWeights merge(BinWeights left, BinWeights right) {
        add(left.sums(), right.sums());
        add(left.squares(), right.squares());
        return left;
    }

    private static void add(double[][] to, double[][] more) {
        for (int g = 0; g < to.length; g++) {
            for (int k = 0; k < to[g].length; k++) {
                to[g][k] += more[g][k];
            }
        }
    }
}
