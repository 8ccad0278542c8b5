package org.cellarius.galaxy.potential;

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
        first = (int) (Double.doubleToRawLongBits(orbits.angularMomentumKpcKms(SMALLEST_KPC)) >>> SHIFT);
        cells = (int) (Double.doubleToRawLongBits(orbits.angularMomentumKpcKms(LARGEST_KPC)) >>> SHIFT) - first;
        if (cells < 1) {
            throw new IllegalArgumentException("potential '" + potential.name()
                    + "' has no growing angular momentum of circular orbits between " + SMALLEST_KPC + " and "
                    + LARGEST_KPC + " kpc");
        }
        coefficients = new double[4 * cells];
        double radiusKpc = orbits.radiusOfAngularMomentumKpc(start(0));
        for (int cell = 0; cell < cells; cell++) {
            double nextKpc = orbits.radiusOfAngularMomentumKpc(start(cell + 1), radiusKpc);
            fill(cell, radiusKpc, nextKpc);
            radiusKpc = nextKpc;
        }
    }

    /** Guiding radii in kpc of the first n angular momenta in kpc km/s, of either sign. */
    public void radiiKpc(int n, double[] angularMomentumKpcKms, double[] guidingRadiusKpc) {
        double[] c = coefficients;
        for (int i = 0; i < n; i++) {
            double l = Math.abs(angularMomentumKpcKms[i]);
            int cell = (int) (Double.doubleToRawLongBits(l) >>> SHIFT) - first;
            if (cell >= 0 && cell < cells) {
                double x = l - start(cell);
                int k = 4 * cell;
                guidingRadiusKpc[i] = c[k] + x * (c[k + 1] + x * (c[k + 2] + x * c[k + 3]));
            } else {
                guidingRadiusKpc[i] = orbits.radiusOfAngularMomentumKpc(l);
            }
        }
    }

    private double start(int cell) {
        return Double.longBitsToDouble((long) (cell + first) << SHIFT);
    }

    private void fill(int cell, double leftKpc, double rightKpc) {
        double h = start(cell + 1) - start(cell);
        double leftSlope = orbits.radiusPerAngularMomentum(leftKpc);
        double rightSlope = orbits.radiusPerAngularMomentum(rightKpc);
        double rise = (rightKpc - leftKpc) / h;
        double[] cubic = {
            leftKpc,
            leftSlope,
            (3 * rise - 2 * leftSlope - rightSlope) / h,
            (leftSlope + rightSlope - 2 * rise) / (h * h)
        };
        System.arraycopy(cubic, 0, coefficients, 4 * cell, 4);
    }
}
