package org.cellarius.galaxy.population;

import java.util.List;
import org.cellarius.galaxy.column.Partial;

/**
 * How many stars stand where a density is how high: from it follows the line within which a fraction of them lies. Columns: x, y, those of the slices. The density is that of
 * the slice, interpolated as {@link Contours} draw it; its square root is counted in even steps up to the highest, finer where it is low.
 *
 * @param densities of each slice, of the same grid
 * @param xRange stars beyond do not count; the density is higher near an edge where its neighbours are known
 * @param yRange likewise
 */
public record StarsByHeight(List<Contours> densities, Grouping slices, double[] xRange, double[] yRange)
        implements Partial<long[]> {

    private static final int STEPS = 1 << 14;

    public StarsByHeight {
        densities = List.copyOf(densities);
        if (densities.size() != slices.groups()) {
            throw new IllegalArgumentException(densities.size() + " densities of " + slices.groups() + " slices");
        }
    }

    @Override
    public int columns() {
        return 2 + slices.columns();
    }

    @Override
    public long[] empty() {
        return new long[slices.groups() * STEPS];
    }

    @Override
    public long[] fold(long[] state, int rows, double[][] in) {
        double[] perHeight =
                densities.stream().mapToDouble(d -> 1 / d.highest()).toArray();
        for (int i = 0; i < rows; i++) {
            int slice = slices.groupOf(in, 2, i);
            if (slice >= 0
                    && in[0][i] >= xRange[0]
                    && in[0][i] <= xRange[1]
                    && in[1][i] >= yRange[0]
                    && in[1][i] <= yRange[1]
                    && perHeight[slice] < Double.POSITIVE_INFINITY) {
                double share = densities.get(slice).height(in[0][i], in[1][i]) * perHeight[slice];
                state[slice * STEPS + Math.min(STEPS - 1, (int) (Math.sqrt(share) * STEPS))]++;
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

    /**
     * The height above which a fraction of the stars of a slice stands.
     *
     * @param counted what the fold gave
     * @param fraction above 0, below 1
     * @return NaN without stars
     */
    public double enclosing(long[] counted, int slice, double fraction) {
        long all = stars(counted, slice);
        if (all == 0) {
            return Double.NaN;
        }
        double wanted = fraction * all;
        double above = 0;
        int k = STEPS;
        while (above < wanted) {
            above += counted[slice * STEPS + --k];
        }
        // Within the step the stars stand evenly.
        double left = (above - wanted) / counted[slice * STEPS + k];
        double root = (k + left) / STEPS;
        return root * root * densities.get(slice).highest();
    }

    /** Stars of a slice. */
    public long stars(long[] counted, int slice) {
        long all = 0;
        for (int k = 0; k < STEPS; k++) {
            all += counted[slice * STEPS + k];
        }
        return all;
    }
}
