package org.cellarius.galaxy.potential;

import static org.cellarius.galaxy.potential.GravitationalConstant.FOUR_PI_G;

import java.util.List;

/**
 * The gravity of flattened components: their thin layers as formulas, the rest by a series in Legendre polynomials of cos&theta;
 * (Binney and Tremaine 2008, eq. 2.95),
 *
 * <pre>  &Phi;_l(r) = &minus;4&pi;G/(2l+1) [ &int;_0^r &rho;_l s^(l+2) ds / r^(l+1) + r^l &int;_r^&infin; &rho;_l s^(1&minus;l) ds ],
 *   &rho;_l(r) = (2l+1) &int;_0^1 &rho; P_l(&mu;) d&mu;,</pre>
 *
 * solved on a grid uniform in ln r and read between its points by polynomials of degree five through value, slope and curvature.
 */
final class MultipoleExpansion {

    private static final int LMAX = 512;
    private static final int ANGLES = 400;
    private static final double STEP = 0.02;

    private final List<FlattenedComponent> components;
    private final EvenLegendre legendre = new EvenLegendre(LMAX);
    private final int count = legendre.count;
    private final int radii;
    private final double lnFirst;
    private final double centralPhi;
    /** For radius i and degree 2k: &Phi;_l, its first and its second derivative in ln r, at 3 (i count + k). */
    private final double[] harmonics;

    MultipoleExpansion(List<FlattenedComponent> components) {
        this.components = List.copyOf(components);
        double smallest = components.stream()
                .mapToDouble(FlattenedComponent::smallestScaleKpc)
                .min()
                .orElse(1);
        double outer = components.stream()
                .mapToDouble(FlattenedComponent::outerEdgeKpc)
                .max()
                .orElse(1);
        lnFirst = Math.log(smallest * 1e-3);
        radii = (int) Math.ceil((Math.log(outer) - lnFirst) / STEP) + 1;
        double[] source = source();
        harmonics = new double[3 * radii * count];
        double centre = 0;
        for (int k = 0; k < count; k++) {
            double innermost = solve(k, source);
            if (k == 0) {
                centre = innermost;
            }
        }
        centralPhi = centre;
    }

    /** &Phi; and its derivatives at (R, z). */
    Derivatives at(double radiusKpc, double zKpc) {
        Derivatives sum = series(radiusKpc, zKpc);
        for (FlattenedComponent component : components) {
            sum = sum.plus(component.layer(radiusKpc, zKpc));
        }
        return sum;
    }

    /** r&sup2; &rho;_l at every radius, at i count + k. */
    private double[] source() {
        GaussLegendre rule = GaussLegendre.onUnitInterval(ANGLES);
        double[][] weighted = new double[ANGLES][count];
        for (int j = 0; j < ANGLES; j++) {
            double mu = rule.nodes()[j];
            legendre.values(mu * mu, weighted[j]);
            for (int k = 0; k < count; k++) {
                weighted[j][k] *= (4 * k + 1) * rule.weights()[j];
            }
        }
        double[] source = new double[radii * count];
        for (int i = 0; i < radii; i++) {
            double r = Math.exp(lnFirst + i * STEP);
            for (int j = 0; j < ANGLES; j++) {
                double mu = rule.nodes()[j];
                addScaled(r * r * remainder(r * Math.sqrt(1 - mu * mu), r * mu), weighted[j], source, i * count);
            }
        }
        return source;
    }

    private double remainder(double radiusKpc, double zKpc) {
        double sum = 0;
        for (FlattenedComponent component : components) {
            sum += component.remainderMsunPerKpc3(radiusKpc, zKpc);
        }
        return sum;
    }

    private static void addScaled(double factor, double[] from, double[] to, int at) {
        for (int k = 0; k < from.length; k++) {
            to[at + k] += factor * from[k];
        }
    }

    /** Fills the harmonics of degree l = 2k; returns &Phi;_l in the centre (only l = 0 is not zero there). */
    private double solve(int k, double[] source) {
        double l = 2.0 * k;
        double[] outward = RadialKernel.weights((l + 1) * STEP);
        double[] inward = RadialKernel.weights(l * STEP);
        double[] inside = new double[radii];
        double[] outside = new double[radii];
        // Within the first radius the density is constant along each ray.
        inside[0] = g(source, k, 0) / (l + 3);
        double decay = Math.exp(-(l + 1) * STEP);
        for (int i = 1; i < radii; i++) {
            double piece = 0;
            for (int j = 0; j < RadialKernel.TAPS; j++) {
                piece += outward[j] * g(source, k, i - 1 + RadialKernel.FIRST + j);
            }
            inside[i] = decay * inside[i - 1] + STEP * piece;
        }
        decay = Math.exp(-l * STEP);
        for (int i = radii - 2; i >= 0; i--) {
            double piece = 0;
            for (int j = 0; j < RadialKernel.TAPS; j++) {
                piece += inward[j] * g(source, k, i + 1 - RadialKernel.FIRST - j);
            }
            outside[i] = decay * outside[i + 1] + STEP * piece;
        }
        double unit = -FOUR_PI_G / (2 * l + 1);
        for (int i = 0; i < radii; i++) {
            double phi = unit * (inside[i] + outside[i]);
            double slope = unit * (l * outside[i] - (l + 1) * inside[i]);
            int at = 3 * (i * count + k);
            harmonics[at] = phi;
            harmonics[at + 1] = slope;
            harmonics[at + 2] = FOUR_PI_G * g(source, k, i) + l * (l + 1) * phi - slope;
        }
        return unit * (outside[0] + g(source, k, 0) / 2);
    }

    /** The source at radius i: constant density within the grid, nothing beyond it. */
    private double g(double[] source, int k, int i) {
        if (i >= radii) {
            return 0;
        }
        return i >= 0 ? source[i * count + k] : source[k] * Math.exp(2 * STEP * i);
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
        return sphericalToCylindrical(sums, radiusKpc, zKpc, r2);
    }

    /** Inside the grid &Phi; is its central value plus r&sup2; times a function of the angle. */
    private Derivatives nearCentre(double ratio2, double[] sums, double r2, double radiusKpc, double zKpc) {
        double rise = (sums[0] - centralPhi) * ratio2;
        double[] scaled = {
            centralPhi + rise, 2 * rise, 4 * rise, sums[3] * ratio2, 2 * sums[3] * ratio2, sums[5] * ratio2
        };
        return sphericalToCylindrical(scaled, radiusKpc, zKpc, r2);
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

    /** From F, F_x, F_xx, F_t, F_xt, F_tt with x = ln r and t = (z/r)&sup2; to derivatives in R and z. */
    private static Derivatives sphericalToCylindrical(double[] sums, double radiusKpc, double zKpc, double r2) {
        double r = Math.sqrt(r2);
        double s = radiusKpc / r;
        double mu = zKpc / r;
        double fx = sums[1];
        double fxx = sums[2];
        double fm = 2 * mu * sums[3];
        double fxm = 2 * mu * sums[4];
        double fmm = 2 * sums[3] + 4 * mu * mu * sums[5];
        double s2 = s * s;
        double mu2 = mu * mu;
        return new Derivatives(
                sums[0],
                s / r * (fx - mu * fm),
                (mu * fx + s2 * fm) / r,
                (s2 * (fxx - 2 * mu * fxm + mu2 * fmm) + (1 - 2 * s2) * fx + mu * (3 * s2 - 1) * fm) / r2,
                s * (mu * fxx + (s2 - mu2) * fxm - mu * s2 * fmm - 2 * mu * fx + (2 - 3 * s2) * fm) / r2,
                (mu2 * fxx + 2 * mu * s2 * fxm + s2 * s2 * fmm + (1 - 2 * mu2) * fx - 3 * mu * s2 * fm) / r2);
    }
}
