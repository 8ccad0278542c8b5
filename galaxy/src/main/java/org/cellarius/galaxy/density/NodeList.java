package org.cellarius.galaxy.density;

import java.util.Arrays;

/** Nodes as they are found. */
final class NodeList {
    private double[] r = new double[1024];
    private double[] z = new double[1024];
    private double[] weight = new double[1024];
    private int[] cell = new int[1024];
    private int count;

    void add(double rKpc, double zKpc, double w) {
        add(rKpc, zKpc, w, 0);
    }

    /** A point that stands for a cell, or for a part of one. */
    void add(double rKpc, double zKpc, double w, int ofCell) {
        if (!(w > 0)) {
            return;
        }
        if (count == r.length) {
            r = Arrays.copyOf(r, 2 * count);
            z = Arrays.copyOf(z, 2 * count);
            weight = Arrays.copyOf(weight, 2 * count);
            cell = Arrays.copyOf(cell, 2 * count);
        }
        r[count] = rKpc;
        z[count] = zKpc;
        cell[count] = ofCell;
        weight[count++] = w;
    }

    /** Nodes of their own. */
    EffectiveVolume volume() {
        return volume(VolumeCells.R_STEP_KPC);
    }

    /** Points of cells in rings so wide, kpc. */
    EffectiveVolume volume(double ringKpc) {
        return new EffectiveVolume(
                Arrays.copyOf(r, count),
                Arrays.copyOf(z, count),
                Arrays.copyOf(weight, count),
                Arrays.copyOf(cell, count),
                ringKpc);
    }
}
