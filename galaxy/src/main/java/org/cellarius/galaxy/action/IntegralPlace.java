package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.Potential;

/** Where a star's energy and angular momentum lie on the grid of shell orbits. */
final class IntegralPlace {

    static final int ENERGIES = 64;
    static final int MOMENTA = 20;

    private static final double FIRST_KPC = 0.02;
    private static final double LAST_KPC = 300;
    /** Grid in (1 &minus; |L_z|/L_c)^&frac12;: fine where orbits are nearly circular. */
    private static final double NEAREST = 0.02;

    private static final double FARTHEST = 0.98;

    final CubicWeights energy = new CubicWeights();
    final CubicWeights momentum = new CubicWeights();
    /** Whether the star lies within the grid; beyond it, the place is that of the grid's edge. */
    boolean inside;

    static EnergyScale scale(Potential potential) {
        double unit = potential.r0Kpc() / 8;
        return new EnergyScale(potential, FIRST_KPC * unit, LAST_KPC * unit, ENERGIES);
    }

    /** L_z/L_c of a column of the grid. */
    static double momentum(int column) {
        double root = NEAREST + (FARTHEST - NEAREST) * column / (MOMENTA - 1);
        return 1 - root * root;
    }

    void set(EnergyScale scale, double energyKms2, double lz2) {
        int cell = scale.cell(energyKms2);
        double part = scale.part(cell, energyKms2);
        energy.set(scale.place(cell, part), ENERGIES);
        double ratio = Math.sqrt(lz2) / scale.circularMomentum(cell, part);
        double root = Math.sqrt(Math.max(1 - ratio, 0));
        double within = Math.min(Math.max(root, NEAREST), FARTHEST);
        momentum.set((within - NEAREST) * (MOMENTA - 1) / (FARTHEST - NEAREST), MOMENTA);
        inside = root == within && energyKms2 >= scale.energyKms2[0] && energyKms2 <= scale.energyKms2[ENERGIES - 1];
    }

    /** A table over energies and angular momenta at this place. */
    double read(double[] table) {
        double sum = 0;
        for (int e = 0; e < 4; e++) {
            int at = (energy.first + e) * MOMENTA + momentum.first;
            double row = 0;
            for (int m = 0; m < 4; m++) {
                row += momentum.weight[m] * table[at + m];
            }
            sum += energy.weight[e] * row;
        }
        return sum;
    }
}
