package org.cellarius.galaxy.selection;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.population.HealpixCells;

/**
 * Completeness of Gaia DR3 (Cantat-Gaudin et al. 2023, 2023A&amp;A...669A..55C): by the magnitude M10 of a place, the median G of its sources with ten transits or fewer,
 *
 * <pre>  p(G) = 1 &minus; (&frac12; (tanh((G &minus; G_0)/w) + 1))^s,</pre>
 *
 * G_0, w and s broken lines in M10. The model states no error: its variance is 0. Asks for G.
 */
public final class GaiaCompleteness implements SelectionPart {

    /** Above it the lines are steeper, mag. */
    private static final double BREAK = 20.519369625540833;

    private static final Broken CENTRE = new Broken(0.9848761394197864, 0.6473155510230146, 0.6929084598209412);
    private static final Broken WIDTH = new Broken(-0.003935382139847386, 0.2230529402297744, -0.09331877468160235);
    private static final Broken SHAPE = new Broken(0.006144107896473064, 0.03681705933744438, 0.35140564525722895);

    /** Order to which the numbers of all cells are brought. */
    private static final int FINEST = 12;

    /** A line of M10, broken at {@link #BREAK}. */
    private record Broken(double slope, double height, double beyond) {
        double at(double m10) {
            return m10 <= BREAK ? slope * m10 + height : slope * BREAK + height + beyond * (m10 - BREAK);
        }
    }

    private final HealpixCells sky = HealpixCells.ofSky(FINEST);

    /** First cell of the finest order within each cell of the map, rising. */
    private final int[] first;

    private final int[] past;
    private final double[] m10;

    private GaiaCompleteness(int[] first, int[] past, double[] m10) {
        this.first = first;
        this.past = past;
        this.m10 = m10;
    }

    /**
     * From a map of cells of one order or several.
     *
     * @param order of each cell, at most 12
     * @param cell its number, nested, of the ICRS sky
     * @param m10Mag its M10, mag; NaN for a hole
     */
    public static GaiaCompleteness of(int[] order, long[] cell, double[] m10Mag) {
        int n = order.length;
        long[] starts = new long[n];
        for (int i = 0; i < n; i++) {
            if (order[i] < 0 || order[i] > FINEST || cell[i] < 0 || cell[i] >= 12L << (2 * order[i])) {
                throw new IllegalArgumentException("there is no HEALPix cell " + cell[i] + " of order " + order[i]
                        + " (orders 0 to " + FINEST + ")");
            }
            starts[i] = cell[i] << (2 * (FINEST - order[i]));
        }
        int[] by = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Long.compare(starts[a], starts[b]))
                .mapToInt(i -> i)
                .toArray();
        int[] first = new int[n];
        int[] past = new int[n];
        double[] values = new double[n];
        for (int k = 0; k < n; k++) {
            first[k] = (int) starts[by[k]];
            past[k] = (int) (starts[by[k]] + (1L << (2 * (FINEST - order[by[k]]))));
            values[k] = m10Mag[by[k]];
            if (k > 0 && first[k] < past[k - 1]) {
                throw new IllegalArgumentException("two cells of the map cover the same sky: cell " + cell[by[k]]
                        + " of order " + order[by[k]] + ", and another");
            }
        }
        return new GaiaCompleteness(first, past, values);
    }

    @Override
    public int asks() {
        return 1;
    }

    @Override
    public StarStatus of(double raDeg, double decDeg, double[][] star, int at, int row, double[] share) {
        double g = star[at][row];
        if (sky.cell(raDeg, decDeg) < 0 || !Double.isFinite(g)) {
            return StarStatus.SELECTION_UNKNOWN;
        }
        double limit = m10At(raDeg, decDeg);
        if (!Double.isFinite(limit)) {
            return StarStatus.NOT_COVERED;
        }
        share[0] = completeness(g, limit);
        share[1] = 0;
        return StarStatus.OK;
    }

    /** M10 of a place; NaN where the map has none. */
    private double m10At(double raDeg, double decDeg) {
        int cell = sky.cell(raDeg, decDeg);
        int found = Arrays.binarySearch(first, cell);
        int k = found >= 0 ? found : -found - 2;
        return k < 0 || cell >= past[k] ? Double.NaN : m10[k];
    }

    @Override
    public Sightline towards(double raDeg, double decDeg) {
        double limit = m10At(raDeg, decDeg);
        if (!Double.isFinite(limit)) {
            return Sightline.NOTHING;
        }
        // Brighter stars are all taken, to 1e-17.
        double bright = CENTRE.at(limit) - 20 * WIDTH.at(limit) / SHAPE.at(limit);
        return (star, at) -> star[at] < bright ? 1 : completeness(star[at], limit);
    }

    /** p(G) at a place of M10; both in magnitudes. */
    static double completeness(double g, double m10) {
        double up = (g - CENTRE.at(m10)) / WIDTH.at(m10);
        // ((tanh u + 1)/2)^s = (1 + exp(-2u))^-s, without loss of digits where Gaia is complete.
        return -Math.expm1(-SHAPE.at(m10) * Math.log1p(Math.exp(-2 * up)));
    }
}
