package org.cellarius.galaxy.density;

import java.util.Arrays;
import org.cellarius.galaxy.kernel.DiscSums;

/**
 * &Sigma; ln &nu;(x<sub>i</sub>) over stars without visiting them. Inside and outside a break it needs sums of radii, which are differences of running sums of the sorted radii: exact to rounding.
 * Heights enter by &Sigma; |z| exp(&minus;f (R &minus; R0)), and for sech&sup2; by &Sigma; ln(1 + exp(&minus;|z|/h<sub>z</sub>(R))), smooth functions of the places: stars are moved onto
 * Chebyshev's nodes in panels of radius and height, once. For |f| &le; 0.8 1/kpc the first is good to 1e-9 of itself; the second to 1e-7 for each star at heights h<sub>z</sub> above 0.05 kpc.
 */
final class StarSums {

    private static final double RING_KPC = 1;
    private static final int RING_NODES = 8;
    private static final double LAYER_KPC = 0.03;
    private static final double LAYER_GROWTH = 0.3;
    private static final int LAYER_NODES = 7;

    private final double reference;
    private final double[] sorted;
    private final double[] running;

    /** &Sigma; |z| on nodes of radius. */
    private final double[] radii;

    private final double[] heights;

    /** Stars on nodes of radius and height: places, the number of the ring's node, stars. */
    private final double[] z;

    private final int[] ring;
    private final double[] stars;

    /**
     * Stars' sums.
     *
     * @param rKpc radii, kpc
     * @param zKpc heights, kpc
     * @param referenceKpc radius at which the scale height is told, kpc
     */
    StarSums(double[] rKpc, double[] zKpc, double referenceKpc, DiscProfile.Vertical vertical) {
        this.reference = referenceKpc;
        sorted = rKpc.clone();
        Arrays.sort(sorted);
        running = new double[sorted.length + 1];
        for (int i = 0; i < sorted.length; i++) {
            running[i + 1] = running[i] + sorted[i];
        }
        double least = sorted[0];
        int rings = 1 + (int) ((sorted[sorted.length - 1] - least) / RING_KPC);
        double highest = 0;
        for (double one : zKpc) {
            highest = Math.max(highest, Math.abs(one));
        }
        boolean layered = vertical == DiscProfile.Vertical.SECH2;
        int layers = layered ? 1 + layer(highest) : 0;
        double[] sums = new double[rings * RING_NODES];
        double[][] numbers = new double[sums.length][layers * LAYER_NODES];
        for (int i = 0; i < rKpc.length; i++) {
            int panel = (int) ((rKpc[i] - least) / RING_KPC);
            double up = Math.abs(zKpc[i]);
            double[] share = new PanelNodes(least + panel * RING_KPC, RING_KPC, RING_NODES).shares(rKpc[i]);
            double[] upward = layered ? panel(layer(up)).shares(up) : new double[0];
            for (int k = 0; k < RING_NODES; k++) {
                sums[panel * RING_NODES + k] += share[k] * up;
                for (int j = 0; j < upward.length; j++) {
                    numbers[panel * RING_NODES + k][layer(up) * LAYER_NODES + j] += share[k] * upward[j];
                }
            }
        }
        radii = new double[sums.length];
        for (int k = 0; k < sums.length; k++) {
            int panel = k / RING_NODES;
            radii[k] = new PanelNodes(least + panel * RING_KPC, RING_KPC, RING_NODES).at(k % RING_NODES);
        }
        heights = sums;
        int filled = 0;
        for (double[] row : numbers) {
            for (double one : row) {
                filled += one == 0 ? 0 : 1;
            }
        }
        z = new double[filled];
        ring = new int[filled];
        stars = new double[filled];
        int next = 0;
        for (int k = 0; k < numbers.length; k++) {
            for (int j = 0; j < numbers[k].length; j++) {
                if (numbers[k][j] != 0) {
                    z[next] = panel(j / LAYER_NODES).at(j % LAYER_NODES);
                    ring[next] = k;
                    stars[next++] = numbers[k][j];
                }
            }
        }
    }

    private static int layer(double zKpc) {
        return (int) (Math.log1p(zKpc * LAYER_GROWTH / LAYER_KPC) / Math.log1p(LAYER_GROWTH));
    }

    private static double layerFrom(int layer) {
        return LAYER_KPC / LAYER_GROWTH * Math.expm1(layer * Math.log1p(LAYER_GROWTH));
    }

    private static PanelNodes panel(int layer) {
        double from = layerFrom(layer);
        return new PanelNodes(from, layerFrom(layer + 1) - from, LAYER_NODES);
    }

    int count() {
        return sorted.length;
    }

    /** &Sigma; ln &nu; of the stars. */
    double lnDensity(DiscProfile p) {
        int n = sorted.length;
        int place = Arrays.binarySearch(sorted, p.breakKpc());
        int inside = place < 0 ? -place - 1 : place;
        double within = running[inside] - inside * p.breakKpc();
        double beyond = running[n] - running[inside] - (n - inside) * p.breakKpc();
        double lnSurface = -p.innerPerKpc() * within - p.outerPerKpc() * beyond;
        double stretch = p.flarePerKpc() * (running[n] - n * reference);
        double lnHeight = Math.log(p.heightKpc());
        double[] inverses = new double[radii.length];
        double u = 0;
        for (int k = 0; k < radii.length; k++) {
            double thinner = p.flarePerKpc() * (radii[k] - reference);
            inverses[k] = Math.exp(-thinner) / p.heightKpc();
            u += heights[k] * inverses[k];
        }
        double sum = lnSurface - n * lnHeight - stretch - u;
        return switch (p.vertical()) {
            case EXPONENTIAL -> sum - n * Math.log(2);
            case SECH2 -> {
                double[] inverse = new double[z.length];
                for (int i = 0; i < z.length; i++) {
                    inverse[i] = inverses[ring[i]];
                }
                yield sum - 2 * DiscSums.best().softened(z, stars, inverse);
            }
        };
    }
}
