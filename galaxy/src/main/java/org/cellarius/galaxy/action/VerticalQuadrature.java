package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.GaussLegendre;

/**
 * Nodes for integrals over v through a whole vertical period, 1/(2&pi;) included: cos v = cos v_min sin &theta; and Gauss and Legendre's
 * rule from the plane, where the force of an exponential disc has a kink, to the turning point.
 */
final class VerticalQuadrature {

    private static final int[] COUNTS = {8, 12, 16, 32};
    /** Greatest cos&sup2; v for which each of these numbers is enough. */
    private static final double[] GREATEST = {0.03, 0.3, 0.8};

    /** Greater cos&sup2; v are near the pole. */
    private static final double POLAR = 0.5;

    /** 1 &minus; cos&sup2; v of orbits that pass the pole itself, for all that matters. */
    private static final double NEAREST_POLE = 1e-10;

    private static final GaussLegendre[] RULES = new GaussLegendre[COUNTS.length];
    private static final double[][] COSINES = new double[COUNTS.length][];
    private static final double[][] SINES = new double[COUNTS.length][];
    private static final double[][] WEIGHTS = new double[COUNTS.length][];

    static {
        for (int c = 0; c < COUNTS.length; c++) {
            GaussLegendre rule = GaussLegendre.onUnitInterval(COUNTS[c]);
            RULES[c] = rule;
            WEIGHTS[c] = rule.weights();
            COSINES[c] = new double[COUNTS[c]];
            SINES[c] = new double[COUNTS[c]];
            for (int k = 0; k < COUNTS[c]; k++) {
                COSINES[c][k] = Math.cos(rule.nodes()[k] * Math.PI / 2);
                SINES[c][k] = Math.sin(rule.nodes()[k] * Math.PI / 2);
            }
        }
    }

    private VerticalQuadrature() {}

    static void place(int n, StaeckelStars stars, Nodes nodes) {
        nodes.clear();
        for (int i = 0; i < n; i++) {
            double top = stars.greatestQ[i];
            if (top > POLAR && top < 1 - NEAREST_POLE) {
                polar(i, stars, nodes);
                continue;
            }
            int rule = rule(top);
            double w = Math.sqrt(top);
            double zeta2 = stars.sigma[i] + stars.delta2[i];
            for (int k = 0; k < COUNTS[rule]; k++) {
                double sine = SINES[rule][k];
                double q = top * sine * sine;
                double weight = WEIGHTS[rule][k] * w * COSINES[rule][k] / Math.sqrt(1 - q);
                nodes.add(q, weight, stars.sigma[i] * (1 - q), zeta2 * q);
            }
            nodes.endOf(i);
        }
    }

    private static int rule(double top) {
        int rule = 0;
        while (rule < GREATEST.length && top > GREATEST[rule]) {
            rule++;
        }
        return rule;
    }

    /** The part of an integral from the plane to the star's |z|, &pi;/2 times what the whole one gives at the turning point. */
    static double toStar(int i, StaeckelStars stars, PartialIntegral part, int constant) {
        double top = stars.greatestQ[i];
        double w = Math.sqrt(Math.min(stars.q[i], top));
        if (top < Frequencies.LOW) {
            return top > 0 ? Math.asin(w / Math.sqrt(top)) : 0;
        }
        boolean polar = top > POLAR && top < 1 - NEAREST_POLE;
        double sine = polar ? artanh(w) / artanh(Math.sqrt(top)) : w / Math.sqrt(top);
        double place = Math.asin(Math.min(1, sine)) * 2 / Math.PI;
        return Math.PI / 2 * part.ofGauss(constant, RULES[polar ? COUNTS.length - 1 : rule(top)], place);
    }

    private static double artanh(double x) {
        return 0.5 * Math.log((1 + x) / (1 - x));
    }

    private static void polar(int i, StaeckelStars stars, Nodes nodes) {
        int rule = COUNTS.length - 1;
        double w = Math.sqrt(stars.greatestQ[i]);
        double y1 = artanh(w);
        double zeta2 = stars.sigma[i] + stars.delta2[i];
        for (int k = 0; k < COUNTS[rule]; k++) {
            double sech = 1 / Math.cosh(y1 * SINES[rule][k]);
            double s2 = sech * sech;
            double weight = WEIGHTS[rule][k] * y1 * COSINES[rule][k] * sech;
            nodes.add(1 - s2, weight, stars.sigma[i] * s2, zeta2 * (1 - s2));
        }
        nodes.endOf(i);
    }
}
