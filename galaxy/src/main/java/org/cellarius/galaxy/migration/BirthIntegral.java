package org.cellarius.galaxy.migration;

import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.potential.GaussLegendre;

/**
 * ln of E(a, b; &delta;) = &int;<sub>0</sub><sup>&infin;</sup> x/&Phi;(x &minus; &delta;) N(x; a, b&sup2;) dx, x = R0/&sigma;. Where [Fe/H] is linear in R0 all else of both integrals over radii of
 * birth is normal in R0 and done in closed form: x is the surface of a ring, 1/&Phi; the norm of a diffusion that does not pass the centre, &delta; its drift inwards over &sigma;. Where the
 * normal lies above 0 by the trapezoidal rule in steps of 0.9 b, elsewhere by Gauss and Legendre's rule over 6.5 standard deviations, cut at 0. Good to 2e-8 for b from 0.001 to 1, a from
 * &minus;20 b to 50 and &delta; up to 1.5 ({@code BirthIntegralTest}). Makes no objects.
 */
final class BirthIntegral {

    private static final GaussLegendre RULE = GaussLegendre.onUnitInterval(32);
    private static final double[] NODES = RULE.nodes();
    private static final double[] WEIGHTS = RULE.weights();
    private static final double REACH = 6.5;

    /** Of the trapezoidal rule, in standard deviations: its error is exp(&minus;2&pi;&sup2;/step&sup2;). */
    private static final double STEP = 0.9;

    private static final int STEPS = 7;
    private static final double[] NORMAL = new double[2 * STEPS + 1];

    static {
        for (int k = -STEPS; k <= STEPS; k++) {
            NORMAL[k + STEPS] = STEP * StandardNormal.density(k * STEP);
        }
    }

    /** Beyond it &Phi; is 1. */
    private static final double WHOLE = 8;

    private BirthIntegral() {}

    static double ln(double a, double b, double drift) {
        double low = a - REACH * b;
        if (low > WHOLE + drift) {
            return Math.log(a);
        }
        return low > 0 ? lnAbove(a, b, drift) : lnCut(a, b, drift);
    }

    private static double lnAbove(double a, double b, double drift) {
        double sum = 0;
        for (int k = 0; k < NORMAL.length; k++) {
            double x = a + (k - STEPS) * STEP * b;
            sum += NORMAL[k] * x / StandardNormal.below(x - drift);
        }
        return Math.log(sum);
    }

    private static double lnCut(double a, double b, double drift) {
        // The highest point of the normal within reach, whose exponent stands before the integral.
        double peak = Math.max(a, 0);
        // Far below zero the normal falls exponentially.
        double to = a >= 0 ? a + REACH * b : a + Math.hypot(a, REACH * b);
        double scale = -0.5 / (b * b);
        double sum = 0;
        for (int k = 0; k < NODES.length; k++) {
            double x = to * NODES[k];
            double fromPeak = x - peak;
            sum += WEIGHTS[k]
                    * x
                    / StandardNormal.below(x - drift)
                    * Math.exp(scale * fromPeak * (fromPeak + 2 * (peak - a)));
        }
        return scale * (peak - a) * (peak - a) + Math.log(sum * to * StandardNormal.PEAK / b);
    }
}
