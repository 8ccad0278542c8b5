package org.cellarius.galaxy.dust;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.population.HealpixCells;

/**
 * A map of lines of sight in HEALPix cells of one or several sizes, nested, in Galactic coordinates, with the cumulative reddening at equal
 * distance moduli for all. Between two moduli the reddening is linear in the modulus, as dustmaps has it for Bayestar.
 */
public final class DustPixels implements DustMap {

    private final ReddeningUnit unit;
    private final double[] moduli;
    private final boolean interval;
    private final LineValues values;
    private final BeforeFirst before;
    private final BeyondLast beyond;
    private final HealpixCells finest;
    private final int finestOrder;
    private final int[] orders;

    /** Of each order the cells, rising, and their lines. */
    private final int[][] cells;

    private final int[][] lines;
    private final float[] least;
    private final float[] most;

    /**
     * The map.
     *
     * @param moduli distance moduli, rising, mag
     * @param sights one for each line of the values
     * @param interval whether the values have quantiles
     */
    public DustPixels(
            ReddeningUnit unit,
            double[] moduli,
            List<DustSight> sights,
            boolean interval,
            LineValues values,
            BeforeFirst before,
            BeyondLast beyond) {
        if (moduli.length < 2
                || IntStream.range(1, moduli.length).anyMatch(k -> !(moduli[k] > moduli[k - 1]))
                || sights.isEmpty()) {
            throw new IllegalArgumentException(
                    "a dust map needs lines of sight and at least two distance moduli that rise");
        }
        this.unit = unit;
        this.moduli = moduli.clone();
        this.interval = interval;
        this.values = values;
        this.before = before;
        this.beyond = beyond;
        orders = sights.stream().mapToInt(DustSight::order).distinct().sorted().toArray();
        finestOrder = orders[orders.length - 1];
        finest = HealpixCells.ofSky(finestOrder);
        cells = new int[orders.length][];
        lines = new int[orders.length][];
        for (int k = 0; k < orders.length; k++) {
            int order = orders[k];
            long[] keys = IntStream.range(0, sights.size())
                    .filter(n -> sights.get(n).order() == order)
                    .mapToLong(n -> sights.get(n).cell() << 32 | n)
                    .sorted()
                    .toArray();
            cells[k] = Arrays.stream(keys).mapToInt(key -> (int) (key >> 32)).toArray();
            lines[k] = Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
        }
        least = new float[sights.size()];
        most = new float[sights.size()];
        for (int n = 0; n < least.length; n++) {
            least[n] = (float) sights.get(n).leastModulus();
            most[n] = (float) sights.get(n).mostModulus();
        }
    }

    @Override
    public ReddeningUnit unit() {
        return unit;
    }

    @Override
    public boolean hasInterval() {
        return interval;
    }

    @Override
    public StarStatus reddening(double longitudeDeg, double latitudeDeg, double distanceKpc, double[] out) {
        int line = line(longitudeDeg, latitudeDeg);
        if (line < 0) {
            Arrays.fill(out, Double.NaN);
            return StarStatus.OUTSIDE_MAP;
        }
        double modulus = 5 * Math.log10(distanceKpc) + 10;
        int last = moduli.length - 1;
        boolean near = modulus < moduli[0];
        boolean far = modulus > moduli[last];
        int found = Arrays.binarySearch(moduli, modulus);
        int k = Math.clamp(found >= 0 ? found : -found - 2, 0, last - 1);
        double part = (modulus - moduli[k]) / (moduli[k + 1] - moduli[k]);
        double share = Math.pow(10, 0.2 * (modulus - moduli[0]));
        for (int which = 0; which < (interval ? 3 : 1); which++) {
            out[which] = near
                    ? before.of(values.value(line, 0, which), share)
                    : far
                            ? beyond.of(values.value(line, last, which))
                            : (1 - part) * values.value(line, k, which) + part * values.value(line, k + 1, which);
        }
        if (Double.isNaN(values.value(line, near ? 0 : far ? last : k, 0))) {
            return StarStatus.OUTSIDE_MAP;
        }
        // A line that has not converged is that at any distance.
        if (least[line] > most[line]) {
            return StarStatus.NOT_RELIABLE;
        }
        if (near) {
            return StarStatus.BEFORE_FIRST;
        }
        if (far) {
            return StarStatus.BEYOND_LAST;
        }
        return modulus < least[line] || modulus > most[line] ? StarStatus.NOT_RELIABLE : StarStatus.OK;
    }

    /** The line through a place; &minus;1 where there is none. */
    private int line(double longitudeDeg, double latitudeDeg) {
        int cell = finest.cell(longitudeDeg, latitudeDeg);
        if (cell < 0) {
            return -1;
        }
        for (int k = orders.length - 1; k >= 0; k--) {
            // A nested number without its last bits is that of the coarser cell.
            int at = Arrays.binarySearch(cells[k], cell >> (2 * (finestOrder - orders[k])));
            if (at >= 0) {
                return lines[k][at];
            }
        }
        return -1;
    }
}
