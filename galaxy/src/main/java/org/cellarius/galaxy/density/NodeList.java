package org.cellarius.galaxy.density;

import java.util.Arrays;

/** Nodes as they are found. */
final class NodeList {
    private double[] r = new double[1024];
    private double[] z = new double[1024];
    private double[] weight = new double[1024];
    private int count;

    void add(double rKpc, double zKpc, double w) {
        if (!(w > 0)) {
            return;
        }
        if (count == r.length) {
            r = Arrays.copyOf(r, 2 * count);
            z = Arrays.copyOf(z, 2 * count);
            weight = Arrays.copyOf(weight, 2 * count);
        }
        r[count] = rKpc;
        z[count] = zKpc;
        weight[count++] = w;
    }

    EffectiveVolume volume() {
        return new EffectiveVolume(Arrays.copyOf(r, count), Arrays.copyOf(z, count), Arrays.copyOf(weight, count));
    }
}
