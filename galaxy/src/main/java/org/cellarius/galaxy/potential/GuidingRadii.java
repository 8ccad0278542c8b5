package org.cellarius.galaxy.potential;

import java.util.Arrays;

/**
 * Guiding radii of whole columns of stars: the radius of the circular orbit with the angular momentum |L_z|.
 *
 * <p>On 128 cells for each doubling of L_z a cubic through R and dR/dL at both ends; dR/dL = 2&Omega;/(R &kappa;&sup2;) is exact, from
 * &kappa;&sup2; = (2&Omega;/R) dL/dR (Binney and Tremaine 2008, section 3.2.3). A cell is found from the leading bits of L itself.
 * Accuracy 2e-11 relative for 0.005 to 2000 kpc (6e-4 within one cell where a density ends sharply, as Irrgang13I's at 200 kpc);
 * outside the table the radius is solved for each star.
 */
public final class GuidingRadii {

    private static final int CELL_BITS = 7;
    private static final int SHIFT = 52 - CELL_BITS;
    private static final double SMALLEST_KPC = 0.005;
    private static final double LARGEST_KPC = 2000;

    private final CircularOrbits orbits;
    private final int first;
    private final int cells;
    private final double[] coefficients;

    GuidingRadii(Potential potential) {
        orbits = potential.circularOrbits();
        double[] table = potential.table("guiding radii", GuidingRadii::isTable, () -> table(potential.name(), orbits));
        first = (int) table[0];
        cells = table.length / 4;
        coefficients = Arrays.copyOfRange(table, 1, table.length);
    }

    /** The number of the first cell, then four coefficients of each. */
    private static boolean isTable(double[] numbers) {
        return numbers.length % 4 == 1 && numbers.length > 1 && numbers[0] == Math.rint(numbers[0]);
    }

    private static double[] table(String potential, CircularOrbits orbits) {
        int first = cell(orbits.angularMomentumKpcKms(SMALLEST_KPC));
        int cells = cell(orbits.angularMomentumKpcKms(LARGEST_KPC)) - first;
        if (cells < 1) {
            throw new IllegalArgumentException("potential '" + potential
                    + "' has no growing angular momentum of circular orbits between " + SMALLEST_KPC + " and "
                    + LARGEST_KPC + " kpc");
        }
        double[] table = new double[1 + 4 * cells];
        table[0] = first;
        double radiusKpc = orbits.radiusOfAngularMomentumKpc(start(first));
        for (int cell = 0; cell < cells; cell++) {
            double left = start(first + cell);
            double right = start(first + cell + 1);
            double nextKpc = orbits.radiusOfAngularMomentumKpc(right, radiusKpc);
            System.arraycopy(cubic(orbits, right - left, radiusKpc, nextKpc), 0, table, 1 + 4 * cell, 4);
            radiusKpc = nextKpc;
        }
        return table;
    }

    /** Guiding radii in kpc of the first n angular momenta in kpc km/s, of either sign. */
    public void radiiKpc(int n, double[] angularMomentumKpcKms, double[] guidingRadiusKpc) {
        double[] c = coefficients;
        for (int i = 0; i < n; i++) {
            double l = Math.abs(angularMomentumKpcKms[i]);
            int cell = cell(l) - first;
            if (cell >= 0 && cell < cells) {
                double x = l - start(first + cell);
                int k = 4 * cell;
                guidingRadiusKpc[i] = c[k] + x * (c[k + 1] + x * (c[k + 2] + x * c[k + 3]));
            } else {
                guidingRadiusKpc[i] = orbits.radiusOfAngularMomentumKpc(l);
            }
        }
    }

    private static int cell(double angularMomentumKpcKms) {
        return (int) (Double.doubleToRawLongBits(angularMomentumKpcKms) >>> SHIFT);
    }

    private static double start(int cell) {
        return Double.longBitsToDouble((long) cell << SHIFT);
    }

    /** Through the radii and their slopes at both ends of a cell of width h. */
    private static double[] cubic(CircularOrbits orbits, double h, double leftKpc, double rightKpc) {
        double leftSlope = orbits.radiusPerAngularMomentum(leftKpc);
        double rightSlope = orbits.radiusPerAngularMomentum(rightKpc);
        double rise = (rightKpc - leftKpc) / h;
        return new double[] {
            leftKpc,
            leftSlope,
            (3 * rise - 2 * leftSlope - rightSlope) / h,
            (leftSlope + rightSlope - 2 * rise) / (h * h)
        };
    }
}
