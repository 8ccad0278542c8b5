package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.GaussLegendre;

/**
 * Integrals over a part of a range from the nodes of the whole: the interpolant through the nodes is integrated, which keeps the
 * accuracy of the rule. Three integrands at the same nodes.
 */
final class PartialIntegral {

    /** Integrand times weight at each node. */
    private final double[][] parts = new double[3][Nodes.MOST_PER_STAR];

    private int count;

    void clear() {
        count = 0;
    }

    /** What the present node adds to one of the whole integrals. */
    void add(int integrand, double part) {
        parts[integrand][count] = part;
    }

    void next() {
        count++;
    }

    /**
     * &int; from an angle to &pi; for nodes at &theta;_k = (k+&frac12;)&pi;/n with equal weights, by the cosine series through them; &pi;
     * times the whole from 0.
     */
    double ofEqualSteps(int integrand, double theta) {
        double[] part = parts[integrand];
        double mean = 0;
        for (int k = 0; k < count; k++) {
            mean += part[k];
        }
        double sum = mean * (Math.PI - theta);
        for (int m = 1; m < count; m++) {
            double coefficient = 0;
            for (int k = 0; k < count; k++) {
                coefficient += part[k] * Math.cos(m * (k + 0.5) * Math.PI / count);
            }
            sum -= 2 * coefficient * Math.sin(m * theta) / m;
        }
        return sum;
    }

    /** &int; from 0 to a place in the unit interval for the nodes of a Gauss-Legendre rule, by the Legendre series through them. */
    double ofGauss(int integrand, GaussLegendre rule, double place) {
        double[] part = parts[integrand];
        double t = 2 * place - 1;
        double sum = 0;
        for (int k = 0; k < count; k++) {
            double s = 2 * rule.nodes()[k] - 1;
            double inner = 1 + t;
            double before = 1;
            double here = s;
            double beforeT = 1;
            double hereT = t;
            for (int l = 1; l < count; l++) {
                double afterT = ((2 * l + 1) * t * hereT - l * beforeT) / (l + 1);
                // (2l+1) P_l(s) times the integral of P_l up to t
                inner += here * (afterT - beforeT);
                double after = ((2 * l + 1) * s * here - l * before) / (l + 1);
                before = here;
                here = after;
                beforeT = hereT;
                hereT = afterT;
            }
            sum += part[k] * inner;
        }
        return 0.5 * sum;
    }
}
