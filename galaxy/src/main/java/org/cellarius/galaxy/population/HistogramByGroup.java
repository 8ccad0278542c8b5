package org.cellarius.galaxy.population;

import org.cellarius.galaxy.column.Partial;

/**
 * Counts of one quantity in bins [lo + k w, lo + (k+1) w) per group. Columns: the value, then the grouping's columns.
 *
 * @param lo lower edge of the first bin, units of the quantity
 * @param width bin width, units of the quantity
 * @param bins number of bins; values outside are not counted
 */
public record HistogramByGroup(Grouping grouping, double lo, double width, int bins) implements Partial<long[][]> {
    public HistogramByGroup {
        if (!(width > 0) || bins < 1 || !Double.isFinite(lo)) {
            throw new IllegalArgumentException(
                    "a histogram from %s with %d bins of width %s cannot be made".formatted(lo, bins, width));
        }
        if ((long) bins * grouping.groups() > 50_000_000) {
            throw new IllegalArgumentException(
                    "%d bins in %d groups are too many; choose wider bins".formatted(bins, grouping.groups()));
        }
    }

    @Override
    public int columns() {
        return 1 + grouping.columns();
    }

    @Override
    public long[][] empty() {
        return new long[grouping.groups()][bins];
    }

    @Override
    public long[][] fold(long[][] state, int rows, double[][] in) {
        for (int i = 0; i < rows; i++) {
            double k = Math.floor((in[0][i] - lo) / width);
            if (k >= 0 && k < bins) {
                int g = grouping.groupOf(in, 1, i);
                if (g >= 0) {
                    state[g][(int) k]++;
                }
            }
        }
        return state;
    }

    @Override
    public long[][] merge(long[][] left, long[][] right) {
        long[][] sum = new long[left.length][bins];
        for (int g = 0; g < left.length; g++) {
            for (int k = 0; k < bins; k++) {
                sum[g][k] = left[g][k] + right[g][k];
            }
        }
        return sum;
    }

    /** Edges of the bins, {@code bins + 1} of them. */
    public double[] edges() {
        double[] e = new double[bins + 1];
        for (int k = 0; k <= bins; k++) {
            e[k] = lo + k * width;
        }
        return e;
    }
}
