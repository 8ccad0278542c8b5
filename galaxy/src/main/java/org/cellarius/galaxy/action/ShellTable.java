package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.ForceField;
import org.cellarius.galaxy.potential.Potential;

/**
 * &Delta;&sup2; of shell orbits on a grid of energies and of L_z/L_c(E), bilinear in between; constant beyond the grid; zero where it is
 * negative, as in the halo outside the disc. Making it takes as
 * long as some million evaluations of the force.
 */
final class ShellTable implements FocalFinder {

    private static final int ENERGIES = 64;
    private static final double FIRST_KPC = 0.02;
    private static final double LAST_KPC = 300;
    private static final int MOMENTA = 20;
    /** Grid in (1 &minus; L_z/L_c)^&frac12;: fine where orbits are nearly circular. */
    private static final double NEAREST = 0.02;

    private static final double FARTHEST = 0.98;
    private static final double PER_ROOT = (MOMENTA - 1) / (FARTHEST - NEAREST);
    /** Parts of the radial range of planar orbits that are left out at its ends, where nothing rises. */
    private static final double MARGIN = 1e-3;

    private final EnergyScale scale;
    private final double[] square = new double[ENERGIES * MOMENTA];

    ShellTable(Potential potential, ForceField field) {
        double unit = potential.r0Kpc() / 8;
        scale = new EnergyScale(potential, FIRST_KPC * unit, LAST_KPC * unit, ENERGIES);
        int orbits = ENERGIES * MOMENTA;
        double[] energy = new double[orbits];
        double[] lz2 = new double[orbits];
        for (int k = 0; k < orbits; k++) {
            int e = k / MOMENTA;
            double lz = momentum(k % MOMENTA) * scale.momentumKpcKms[e];
            energy[k] = scale.energyKms2[e];
            lz2[k] = lz * lz;
        }
        double[][] range = PlanarRange.of(field, scale, energy, lz2, MOMENTA);
        for (int k = 0; k < orbits; k++) {
            double margin = MARGIN * (range[1][k] - range[0][k]);
            range[0][k] += margin;
            range[1][k] -= margin;
        }
        double[] found = new ShellSearch(field, energy, lz2, range[0], range[1]).focalDistances2();
        System.arraycopy(found, 0, square, 0, orbits);
        fillGaps();
    }

    private static double momentum(int m) {
        double root = NEAREST + (FARTHEST - NEAREST) * m / (MOMENTA - 1);
        return 1 - root * root;
    }

    /** Where no shell orbit was found (about the harmonic centre radial and vertical periods agree), the next further out counts. */
    private void fillGaps() {
        for (int k = square.length - 1; k >= 0; k--) {
            if (Double.isNaN(square[k])) {
                boolean last = k + MOMENTA >= square.length;
                int e = k / MOMENTA;
                double shrink = last ? 0 : scale.radiusKpc[e] / scale.radiusKpc[e + 1];
                square[k] = last ? 0 : square[k + MOMENTA] * shrink * shrink;
            }
        }
    }

    @Override
    public void find(int n, StaeckelStars stars) {
        for (int i = 0; i < n; i++) {
            int cell = scale.cell(stars.energy[i]);
            double t = scale.part(cell, stars.energy[i]);
            double ratio = Math.sqrt(stars.lz2[i]) / scale.circularMomentum(cell, t);
            double root = Math.sqrt(Math.max(1 - ratio, 0));
            double place = (Math.min(Math.max(root, NEAREST), FARTHEST) - NEAREST) * PER_ROOT;
            int m = Math.min((int) place, MOMENTA - 2);
            double s = place - m;
            int k = cell * MOMENTA + m;
            double here = square[k] + s * (square[k + 1] - square[k]);
            double next = square[k + MOMENTA] + s * (square[k + MOMENTA + 1] - square[k + MOMENTA]);
            stars.delta2[i] = Math.max(here + t * (next - here), 0);
        }
    }
}
