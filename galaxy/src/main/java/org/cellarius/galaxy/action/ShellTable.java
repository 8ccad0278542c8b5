package org.cellarius.galaxy.action;

import static org.cellarius.galaxy.action.IntegralPlace.ENERGIES;
import static org.cellarius.galaxy.action.IntegralPlace.MOMENTA;

import org.cellarius.galaxy.potential.ForceField;
import org.cellarius.galaxy.potential.Potential;

/**
 * &Delta;&sup2; of shell orbits on a grid of energies and of L_z/L_c(E), cubic in between; constant beyond the grid; zero where it is
 * negative, as in the halo outside the disc. Making it takes as long as some million evaluations of the force.
 */
final class ShellTable implements FocalFinder {

    /** Parts of the radial range of planar orbits that are left out at its ends, where nothing rises. */
    private static final double MARGIN = 1e-3;

    final EnergyScale scale;
    /** Energy, L_z&sup2;, &Delta;&sup2; and radius in the plane of each shell orbit. */
    final double[] energy = new double[ENERGIES * MOMENTA];

    final double[] lz2 = new double[ENERGIES * MOMENTA];
    final double[] square;
    final double[] radius;

    ShellTable(Potential potential, ForceField field) {
        scale = IntegralPlace.scale(potential);
        int orbits = ENERGIES * MOMENTA;
        for (int k = 0; k < orbits; k++) {
            int e = k / MOMENTA;
            double lz = IntegralPlace.momentum(k % MOMENTA) * scale.momentumKpcKms[e];
            energy[k] = scale.energyKms2[e];
            lz2[k] = lz * lz;
        }
        double[][] range = PlanarRange.of(field, scale, energy, lz2, MOMENTA);
        for (int k = 0; k < orbits; k++) {
            double margin = MARGIN * (range[1][k] - range[0][k]);
            range[0][k] += margin;
            range[1][k] -= margin;
        }
        var search = new ShellSearch(field, energy, lz2, range[0], range[1]);
        square = search.focalDistances2();
        radius = search.radius;
        fillGaps();
    }

    /** Where no shell orbit was found (about the harmonic centre radial and vertical periods agree), the next further out counts. */
    private void fillGaps() {
        for (int k = square.length - 1; k >= 0; k--) {
            if (Double.isNaN(square[k])) {
                boolean last = k + MOMENTA >= square.length;
                int e = k / MOMENTA;
                double shrink = last ? 1 : scale.radiusKpc[e] / scale.radiusKpc[e + 1];
                square[k] = last ? 0 : square[k + MOMENTA] * shrink * shrink;
                radius[k] = last ? scale.radiusKpc[e] : radius[k + MOMENTA] * shrink;
            }
        }
    }

    @Override
    public void find(int n, StaeckelStars stars) {
        var place = new IntegralPlace();
        for (int i = 0; i < n; i++) {
            place.set(scale, stars.energy[i], stars.lz2[i]);
            stars.delta2[i] = Math.max(place.read(square), 0);
        }
    }
}
