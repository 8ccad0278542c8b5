package org.cellarius.galaxy.potential;

import static org.cellarius.galaxy.potential.GravitationalConstant.FOUR_PI_G;
import static org.cellarius.galaxy.potential.GravitationalConstant.KPC_KMS2_PER_MSUN;

import java.util.List;

/**
 * The summed potential of spherical components as a function of s = r&sup2;: on every cell the polynomial of degree five through
 * &Phi;, d&Phi;/ds and d&sup2;&Phi;/ds&sup2; at its ends, 32 cells for each doubling of s. A cell is found from the leading bits of
 * the number s itself: no logarithm, no search.
 *
 * <p>Accuracy of the force: 1e-9 for 0.01 &lt; r &lt; 1e5 kpc where the density is smooth (nearer, the rounding of
 * &Phi; shows: 1e-6 at 1e-5 kpc); 3e-4 within a cell (2 per cent of r) of a
 * density that ends sharply. Within 1e-6 kpc of the centre the force falls to zero linearly.
 */
final class SphericalTable {

    private static final int CELL_BITS = 5;
    private static final int SHIFT = 52 - CELL_BITS;
    private static final double SMALLEST_KPC2 = 0x1p-40;
    private static final double LARGEST_KPC2 = 0x1p34;
    private static final int FIRST = (int) (Double.doubleToRawLongBits(SMALLEST_KPC2) >>> SHIFT);
    private static final int CELLS = (int) (Double.doubleToRawLongBits(LARGEST_KPC2) >>> SHIFT) - FIRST;
    private static final int TERMS = 6;

    private final double[] coefficients = new double[TERMS * CELLS];

    SphericalTable(List<SphericalComponent> components) {
        double[] left = derivatives(components, start(0));
        for (int cell = 0; cell < CELLS; cell++) {
            double[] right = derivatives(components, start(cell + 1));
            fill(cell, left, right);
            left = right;
        }
    }

    /** &Phi; at r&sup2;. Beyond r = 1e5 kpc that at 1e5 kpc. */
    double potentialKms2(double r2Kpc2) {
        double s = withinTable(r2Kpc2);
        int cell = cell(s);
        double x = s - start(cell);
        int k = TERMS * cell;
        double[] c = coefficients;
        return c[k] + x * (c[k + 1] + x * (c[k + 2] + x * (c[k + 3] + x * (c[k + 4] + x * c[k + 5]))));
    }

    /** Accelerations along R and z of the first n stars: &minus;2 d&Phi;/ds times R and z. */
    void accelerations(int n, double[] radiusKpc, double[] zKpc, double[] accelerationR, double[] accelerationZ) {
        double[] c = coefficients;
        for (int i = 0; i < n; i++) {
            double radius = radiusKpc[i];
            double z = zKpc[i];
            double s = withinTable(radius * radius + z * z);
            int cell = cell(s);
            double x = s - start(cell);
            int k = TERMS * cell;
            double slope = c[k + 1] + x * (2 * c[k + 2] + x * (3 * c[k + 3] + x * (4 * c[k + 4] + x * 5 * c[k + 5])));
            accelerationR[i] = -2 * slope * radius;
            accelerationZ[i] = -2 * slope * z;
        }
    }

    private static double withinTable(double s) {
        return Math.max(SMALLEST_KPC2, Math.min(s, LARGEST_KPC2));
    }

    private static int cell(double s) {
        int cell = (int) (Double.doubleToRawLongBits(s) >>> SHIFT) - FIRST;
        return Math.min(Math.max(cell, 0), CELLS - 1);
    }

    private static double start(int cell) {
        return Double.longBitsToDouble((long) (cell + FIRST) << SHIFT);
    }

    /** &Phi; and its first two derivatives in s. */
    private static double[] derivatives(List<SphericalComponent> components, double s) {
        double r = Math.sqrt(s);
        double[] sum = new double[3];
        for (SphericalComponent component : components) {
            double pull = KPC_KMS2_PER_MSUN * component.enclosedMassMsun(r) / (s * r);
            sum[0] += component.potentialKms2(r);
            sum[1] += pull / 2;
            sum[2] += (FOUR_PI_G * component.densityMsunPerKpc3(r) - 3 * pull) / (4 * s);
        }
        return sum;
    }

    private void fill(int cell, double[] left, double[] right) {
        double h = start(cell + 1) - start(cell);
        double rise = right[0] - left[0] - h * (left[1] + h * left[2] / 2);
        double slope = h * (right[1] - left[1] - h * left[2]);
        double curve = h * h * (right[2] - left[2]);
        int k = TERMS * cell;
        coefficients[k] = left[0];
        coefficients[k + 1] = left[1];
        coefficients[k + 2] = left[2] / 2;
        coefficients[k + 3] = (10 * rise - 4 * slope + curve / 2) / (h * h * h);
        coefficients[k + 4] = (-15 * rise + 7 * slope - curve) / (h * h * h * h);
        coefficients[k + 5] = (6 * rise - 3 * slope + curve / 2) / (h * h * h * h * h);
    }
}
