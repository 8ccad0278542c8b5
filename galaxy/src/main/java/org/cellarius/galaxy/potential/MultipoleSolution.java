package org.cellarius.galaxy.potential;

import static org.cellarius.galaxy.potential.GravitationalConstant.FOUR_PI_G;

import java.util.List;

/**
 * Poisson's equation for what thin layers leave of flattened components, by a series in Legendre polynomials of cos &theta; (Binney
 * and Tremaine 2008, eq. 2.95),
 *
 * <pre>  &Phi;_l(r) = &minus;4&pi;G/(2l+1) [ &int;_0^r &rho;_l s^(l+2) ds / r^(l+1) + r^l &int;_r^&infin; &rho;_l s^(1&minus;l) ds ],
 *   &rho;_l(r) = (2l+1) &int;_0^1 &rho; P_l(&mu;) d&mu;,</pre>
 *
 * for even l on a grid uniform in ln r.
 */
final class MultipoleSolution {

    static final double STEP = 0.02;

    private static final int LMAX = 512;
    private static final int ANGLES = 400;

    private final List<FlattenedComponent> components;
    private final EvenLegendre legendre = new EvenLegendre(LMAX);
    private final int count = legendre.count;
    private final int radii;
    private final double lnFirst;
    private final double[] harmonics;
    private double centralPhi;

    private MultipoleSolution(List<FlattenedComponent> components) {
        this.components = components;
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
        harmonics = new double[3 * radii * count];
    }

    static MultipoleSolution of(List<FlattenedComponent> components) {
        var solution = new MultipoleSolution(components);
        double[] source = solution.source();
        // l = 0 comes last: it alone is not zero in the centre
        for (int k = solution.count - 1; k >= 0; k--) {
            solution.centralPhi = solution.solve(k, source);
        }
        return solution;
    }

    EvenLegendre legendre() {
        return legendre;
    }

    int radii() {
        return radii;
    }

    double lnFirstKpc() {
        return lnFirst;
    }

    double centralPhiKms2() {
        return centralPhi;
    }

    /** For radius i and degree 2k: &Phi;_l, its first and its second derivative in ln r, at 3 (i count + k). */
    double[] harmonics() {
        return harmonics;
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
}
