package org.cellarius.galaxy.population;

import org.cellarius.galaxy.column.Partial;

/** Counts of one quantity in bins [lo + k w, lo + (k+1) w) per group. Columns: the value, then the grouping's columns. */
public final class HistogramByGroup implements Partial<long[][]> {

    private final Grouping grouping;
    private final double width;
    private final EvenSteps steps;
    private final EvenBins bins;

    /**
     * A histogram.
     *
     * @param lo lower edge of the first bin, units of the quantity
     * @param width bin width, units of the quantity
     * @param bins number of bins; values outside are not counted
     */
    public HistogramByGroup(Grouping grouping, double lo, double width, int bins) {
        if (!(width > 0) || bins < 1 || !Double.isFinite(lo)) {
            throw new IllegalArgumentException(
                    "a histogram from %s with %d bins of width %s cannot be made".formatted(lo, bins, width));
        }
        if ((long) bins * grouping.groups() > 50_000_000) {
            throw new IllegalArgumentException(
                    "%d bins in %d groups are too many; choose wider bins".formatted(bins, grouping.groups()));
        }
        this.grouping = grouping;
        this.width = width;
        this.steps = EvenSteps.of(lo, width);
        this.bins = new EvenBins(steps, 0, bins);
    }

    /** Width of a bin. */
    public double width() {
        return width;
    }

    /** Number of bins. */
    public int bins() {
        return bins.count();
    }

    Grouping grouping() {
        return grouping;
    }

    /** The bin of a value; &minus;1 outside. */
    int binOf(double value) {
        return bins.of(value);
    }

    /** Middle of a bin. */
    public double centre(int bin) {
        return steps.at(bin + 0.5);
    }

    @Override
    public int columns() {
        return 1 + grouping.columns();
    }

    @Override
    public long[][] empty() {
        return new long[grouping.groups()][bins()];
    }

    @Override
    public long[][] fold(long[][] state, int rows, double[][] in) {
        int[] groups = grouping.groupsOf(in, 1, rows);
        for (int i = 0; i < rows; i++) {
            int k = bins.of(in[0][i]);
            if (k >= 0 && groups[i] >= 0) {
                state[groups[i]][k]++;
            }
        }
        return state;
    }

    @Override
    public long[][] merge(long[][] left, long[][] right) {
        for (int g = 0; g < left.length; g++) {
            for (int k = 0; k < bins(); k++) {
                left[g][k] += right[g][k];
            }
        }
        return left;
    }

    /** Edges of the bins, one more than these. */
    public double[] edges() {
        return bins.edges();
    }
}
