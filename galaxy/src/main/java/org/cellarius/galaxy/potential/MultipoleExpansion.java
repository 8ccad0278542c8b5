package org.cellarius.galaxy.potential;

import java.util.List;

/**
 * The gravity of flattened components: their thin layers as formulas, the rest by a {@link MultipoleSolution}, read between its
 * radii by polynomials of degree five in ln r through value, slope and curvature.
 */
final class MultipoleExpansion {

    private static final double STEP = MultipoleSolution.STEP;

    private final List<FlattenedComponent> components;
    private final EvenLegendre legendre;
    private final int count;
    private final int radii;
    private final double lnFirst;
    private final double centralPhi;
    private final double[] harmonics;

    MultipoleExpansion(List<FlattenedComponent> components) {
        this.components = List.copyOf(components);
        MultipoleSolution solution = MultipoleSolution.of(components);
        legendre = solution.legendre();
        count = legendre.count;
        radii = solution.radii();
        lnFirst = solution.lnFirstKpc();
        centralPhi = solution.centralPhiKms2();
        harmonics = solution.harmonics();
    }

    /** &Phi; and its derivatives at (R, z). */
    Derivatives at(double radiusKpc, double zKpc) {
        Derivatives sum = series(radiusKpc, zKpc);
        for (FlattenedComponent component : components) {
            sum = sum.plus(component.layer(radiusKpc, zKpc));
        }
        return sum;
    }

    private Derivatives series(double radiusKpc, double zKpc) {
        double r2 = radiusKpc * radiusKpc + zKpc * zKpc;
        if (r2 < 1e-181) {
            return series(1e-90, 0);
        }
        double lnR = 0.5 * Math.log(r2);
        double cells = (lnR - lnFirst) / STEP;
        double t = zKpc * zKpc / r2;
        double[] f = new double[count];
        double[] fx = new double[count];
        double[] fxx = new double[count];
        double[] sums = new double[6];
        if (cells < 0) {
            readGrid(0, f, fx, fxx);
            legendre.sum(t, count, f, fx, fxx, sums);
            return nearCentre(Math.exp(2 * STEP * cells), sums, r2, radiusKpc, zKpc);
        }
        if (cells >= radii - 1) {
            beyond(cells - (radii - 1), f, fx, fxx);
        } else {
            readGrid(cells, f, fx, fxx);
        }
        legendre.sum(t, count, f, fx, fxx, sums);
        return PolarDerivatives.toCylindrical(sums, radiusKpc, zKpc, r2);
    }

    /** Inside the grid &Phi; is its central value plus r&sup2; times a function of the angle. */
    private Derivatives nearCentre(double ratio2, double[] sums, double r2, double radiusKpc, double zKpc) {
        double rise = (sums[0] - centralPhi) * ratio2;
        double[] scaled = {
            centralPhi + rise, 2 * rise, 4 * rise, sums[3] * ratio2, 2 * sums[3] * ratio2, sums[5] * ratio2
        };
        return PolarDerivatives.toCylindrical(scaled, radiusKpc, zKpc, r2);
    }

    /** Outside the grid every harmonic falls as r^&minus;(l+1). */
    private void beyond(double cells, double[] f, double[] fx, double[] fxx) {
        int last = 3 * (radii - 1) * count;
        for (int k = 0; k < count; k++) {
            double power = -(2.0 * k + 1);
            f[k] = harmonics[last + 3 * k] * Math.exp(power * cells * STEP);
            fx[k] = power * f[k];
            fxx[k] = power * power * f[k];
        }
    }

    /** Quintic Hermite interpolation in ln r. */
    private void readGrid(double cells, double[] f, double[] fx, double[] fxx) {
        int i = Math.min((int) cells, radii - 2);
        double[][] basis = QuinticHermite.basis(cells - i, STEP);
        double[] b = basis[0];
        double[] b1 = basis[1];
        double[] b2 = basis[2];
        for (int k = 0; k < count; k++) {
            int m = 3 * (i * count + k);
            int n = m + 3 * count;
            double f0 = harmonics[m];
            double s0 = harmonics[m + 1];
            double c0 = harmonics[m + 2];
            double f1 = harmonics[n];
            double s1 = harmonics[n + 1];
            double c1 = harmonics[n + 2];
            f[k] = b[0] * f0 + b[1] * s0 + b[2] * c0 + b[3] * f1 + b[4] * s1 + b[5] * c1;
            fx[k] = b1[0] * f0 + b1[1] * s0 + b1[2] * c0 + b1[3] * f1 + b1[4] * s1 + b1[5] * c1;
            fxx[k] = b2[0] * f0 + b2[1] * s0 + b2[2] * c0 + b2[3] * f1 + b2[4] * s1 + b2[5] * c1;
        }
    }
}
