package org.cellarius.galaxy.density;

import java.util.Arrays;

/**
 * An effective volume gathered in cells of radius and height: of each cell the weight, mean, variance and covariance of the places in it, and the skewness of their heights. Four points with the same moments stand for
 * a cell, so that the integral of a profile is one over some thousand points however many nodes there were: for smooth profiles it is good to fourth order in the width of the cells, and a
 * break is corrected for in its ring.
 *
 * <p>Cells are {@value #R_STEP_KPC} kpc wide in radius out to {@value #R_EVEN_KPC} kpc and slowly wider beyond, and {@value #Z_STEP_KPC} kpc high at the plane, each a quarter higher than the one below.
 */
public final class VolumeCells {

    /** Rings are so wide, or a multiple of it where the volume is large. */
    static final double R_STEP_KPC = 0.05;

    /** Of such a range of radii each multiple of the width is for, kpc. */
    private static final double RANGE_KPC = 10;

    static final double R_EVEN_KPC = 25;
    static final double Z_STEP_KPC = 0.04;

    private static final double R_GROWTH = 0.02;
    private static final double Z_GROWTH = 0.25;
    private static final int LAYERS = 48;
    private static final int MOMENTS = 7;

    private final double step;
    private double[][] cells = new double[0][];
    private long nodes;

    /**
     * Cells for a volume.
     *
     * @param rangeKpc range of its radii, kpc
     * @param ringKpc width of its rings, if the range is not large, kpc
     */
    VolumeCells(double rangeKpc, double ringKpc) {
        step = ringKpc * Math.ceil(rangeKpc / RANGE_KPC);
    }

    private static int even(double step) {
        return (int) Math.ceil(R_EVEN_KPC / step);
    }

    /** The ring of a radius, kpc; rings being so wide, kpc. */
    static int ring(double rKpc, double step) {
        double beyond = rKpc - even(step) * step;
        return beyond < 0
                ? (int) (rKpc / step)
                : even(step) + (int) (Math.log1p(beyond * R_GROWTH / step) / Math.log1p(R_GROWTH));
    }

    /** Where a ring begins, kpc. */
    static double ringFromKpc(int ring, double step) {
        int even = even(step);
        return ring <= even
                ? ring * step
                : even * step + step / R_GROWTH * Math.expm1((ring - even) * Math.log1p(R_GROWTH));
    }

    /** The layer of a height without its sign, kpc. */
    static int layer(double zKpc) {
        return Math.min(LAYERS - 1, (int) (Math.log1p(zKpc * Z_GROWTH / Z_STEP_KPC) / Math.log1p(Z_GROWTH)));
    }

    /** Where a layer begins, kpc. */
    static double layerFromKpc(int layer) {
        return Z_STEP_KPC / Z_GROWTH * Math.expm1(layer * Math.log1p(Z_GROWTH));
    }

    /** Adds a node; one without weight is none. */
    void add(double rKpc, double zKpc, double weight) {
        if (!(weight > 0)) {
            return;
        }
        int place = ring(rKpc, step) * LAYERS + layer(zKpc);
        if (place >= cells.length) {
            int old = cells.length;
            cells = Arrays.copyOf(cells, place + LAYERS * 64);
            Arrays.fill(cells, old, cells.length, new double[0]);
        }
        if (cells[place].length == 0) {
            cells[place] = new double[MOMENTS];
        }
        double[] m = cells[place];
        // Moments about the cell's lower corner: no digits are lost.
        double r = rKpc - ringFromKpc(place / LAYERS, step);
        double z = zKpc - layerFromKpc(place % LAYERS);
        m[0] += weight;
        m[1] += weight * r;
        m[2] += weight * z;
        m[3] += weight * r * r;
        m[4] += weight * r * z;
        m[5] += weight * z * z;
        m[6] += weight * z * z * z;
        nodes++;
    }

    /** How many nodes it was made of. */
    public long nodes() {
        return nodes;
    }

    /** Whether nothing is selected. */
    public boolean isEmpty() {
        return nodes == 0;
    }

    /** The points that stand for the cells. */
    public EffectiveVolume points() {
        var list = new NodeList();
        for (int place = 0; place < cells.length; place++) {
            if (cells[place].length > 0) {
                point(list, place, cells[place]);
            }
        }
        return list.volume(step);
    }

    private void point(NodeList list, int place, double[] m) {
        double r = m[1] / m[0];
        double z = m[2] / m[0];
        double sr = Math.sqrt(Math.max(0, m[3] / m[0] - r * r));
        double sz = Math.sqrt(Math.max(0, m[5] / m[0] - z * z));
        double together = sr * sz > 1e-12 ? Math.clamp((m[4] / m[0] - r * z) / (sr * sz), -1, 1) : 0;
        double skew = sz > 1e-9 ? (m[6] / m[0] - 3 * z * sz * sz - z * z * z) / (sz * sz * sz) : 0;
        double narrowed = sr * Math.sqrt(1 - together * together);
        double rKpc = ringFromKpc(place / LAYERS, step) + r;
        double zKpc = layerFromKpc(place % LAYERS) + z;
        for (int side = -1; side <= 1; side += 2) {
            // The two nodes of Gauss's rule for the heights, and where the stars at each lie in radius.
            double up = 0.5 * (skew + side * Math.sqrt(skew * skew + 4));
            double part = 0.5 * m[0] / (1 + up * up);
            double middle = rKpc + together * sr * up;
            list.add(middle - narrowed, Math.max(0, zKpc + sz * up), part, place);
            list.add(middle + narrowed, Math.max(0, zKpc + sz * up), part, place);
        }
    }

    /** The ring of a point's cell. */
    static int ringOf(int cell) {
        return cell / LAYERS;
    }

    /** The first point of a ring, or where it would stand, among points whose cells rise. */
    static int firstOf(int ring, int[] cell) {
        int low = 0;
        int high = cell.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ringOf(cell[middle]) < ring) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The layer of a point's cell. */
    static int layerOf(int cell) {
        return cell % LAYERS;
    }
}
