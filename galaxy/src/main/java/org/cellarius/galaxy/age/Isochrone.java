package org.cellarius.galaxy.age;

import java.util.List;

/**
 * Stars of one age and composition, in order of mass.
 *
 * @param ageGyr age, Gyr
 * @param composition what they were born with
 * @param massSun initial mass of each point, solar masses; never falling
 * @param columns {@code columns.get(k)[i]}: quantity k of the grid at point i
 */
public record Isochrone(double ageGyr, Composition composition, double[] massSun, List<double[]> columns) {
    public Isochrone {
        columns = List.copyOf(columns);
        String which = String.format(
                "the isochrone of %s Gyr, [Fe/H] %s, [α/Fe] %s", ageGyr, composition.feH(), composition.alphaFe());
        if (!(ageGyr > 0) || !Double.isFinite(ageGyr)) {
            throw new IllegalArgumentException(which + ": its age is not positive");
        }
        if (massSun.length < 2) {
            throw new IllegalArgumentException(which + " has " + massSun.length + " points, and a curve needs two");
        }
        for (int i = 0; i < massSun.length; i++) {
            if (!(massSun[i] > 0) || !Double.isFinite(massSun[i])) {
                throw new IllegalArgumentException(which + " has a mass that is not positive: " + massSun[i]);
            }
            if (i > 0 && massSun[i] < massSun[i - 1]) {
                throw new IllegalArgumentException(
                        which + " is not in order of mass: " + massSun[i] + " after " + massSun[i - 1]);
            }
        }
        for (double[] column : columns) {
            if (column.length != massSun.length) {
                throw new IllegalArgumentException(which + " has columns of different lengths");
            }
        }
    }

    public int points() {
        return massSun.length;
    }
}
