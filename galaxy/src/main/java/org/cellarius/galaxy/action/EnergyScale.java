package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.CircularOrbits;
import org.cellarius.galaxy.potential.Potential;

/**
 * Circular orbits at radii that grow by equal factors, and the place of an energy among theirs. Between them L_c(E) is the cubic
 * through the values and the slopes dL_c/dE = 1/&Omega; (Binney and Tremaine 2008, section 3.2.3).
 */
final class EnergyScale {

    final int count;
    final double[] radiusKpc;
    final double[] energyKms2;
    final double[] momentumKpcKms;
    private final double[] perOmega;
    /** Slope of the place by the energy. */
    private final double[] placePerEnergy;

    EnergyScale(Potential potential, double firstKpc, double lastKpc, int count) {
        this.count = count;
        radiusKpc = new double[count];
        energyKms2 = new double[count];
        momentumKpcKms = new double[count];
        perOmega = new double[count];
        placePerEnergy = new double[count];
        double perLog = (count - 1) / Math.log(lastKpc / firstKpc);
        CircularOrbits orbits = potential.circularOrbits();
        for (int k = 0; k < count; k++) {
            double r = firstKpc * Math.pow(lastKpc / firstKpc, k / (count - 1.0));
            radiusKpc[k] = r;
            energyKms2[k] = orbits.energyKms2(r);
            momentumKpcKms[k] = orbits.angularMomentumKpcKms(r);
            perOmega[k] = 1 / orbits.angularSpeedKmsPerKpc(r);
            double kappa = orbits.epicycleFrequencyKmsPerKpc(r);
            // dE/dR = Omega dL/dR = R kappa^2 / 2
            placePerEnergy[k] = 2 * perLog / (r * r * kappa * kappa);
        }
    }

    /** The cell of an energy; energies beyond the scale are in its first or last cell. */
    int cell(double energy) {
        int low = 0;
        int high = count - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (energy >= energyKms2[middle]) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The part of the cell below the energy, between 0 and 1. */
    double part(int cell, double energy) {
        double part = (energy - energyKms2[cell]) / (energyKms2[cell + 1] - energyKms2[cell]);
        return Math.max(0, Math.min(part, 1));
    }

    /** The place on the scale, from 0 to count - 1: a smooth function of the energy, nearly linear in ln R_c. */
    double place(int cell, double part) {
        double width = energyKms2[cell + 1] - energyKms2[cell];
        double first = width * placePerEnergy[cell];
        double last = width * placePerEnergy[cell + 1];
        return cell + part * (first + part * (3 - 2 * first - last + part * (first + last - 2)));
    }

    /** L_c of the energy at that part of the cell. */
    double circularMomentum(int cell, double part) {
        double width = energyKms2[cell + 1] - energyKms2[cell];
        double rise = momentumKpcKms[cell + 1] - momentumKpcKms[cell];
        double first = width * perOmega[cell];
        double last = width * perOmega[cell + 1];
        return momentumKpcKms[cell]
                + part * (first + part * (3 * rise - 2 * first - last + part * (first + last - 2 * rise)));
    }
}
