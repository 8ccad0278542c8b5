package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.GaussLegendre;

/**
 * Nodes for integrals over u between the turning points, 1/&pi; included.
 *
 * <p>With &rho; = &Delta; sinh u the substitution &rho; = g (1 + b cos &theta;)/(1 &minus; b cos &theta;), g&sup2; = &rho;_1 &rho;_2, puts the
 * turning points at &theta; = 0 and &pi; and the centre and infinity equally far outside; the integrand is then smooth and periodic,
 * so that equal weights at equal steps of &theta; converge exponentially (Trefethen and Weideman 2014, SIAM Review 56, 385). Orbits
 * through the centre: &rho; = &rho;_2 sin&sup2; &theta; and Gauss and Legendre's rule, which bears a pointed centre.
 */
final class RadialQuadrature {

    private static final double THROUGH_THE_CENTRE = 1e-5;
    private static final int[] COUNTS = {6, 8, 12, 16, 32, Nodes.MOST_PER_STAR};
    /** Smallest &rho;_1/&rho;_2 for which each of these numbers is enough. */
    private static final double[] RATIOS = {0.65, 0.4, 0.15, 0.05, 1e-3};

    private static final GaussLegendre HALF_TURN = GaussLegendre.onUnitInterval(Nodes.MOST_PER_STAR);
    private static final double[][] COSINES = new double[COUNTS.length][];
    private static final double[][] SINES = new double[COUNTS.length][];

    static {
        for (int c = 0; c < COUNTS.length; c++) {
            int n = COUNTS[c];
            COSINES[c] = new double[n];
            SINES[c] = new double[n];
            for (int k = 0; k < n; k++) {
                COSINES[c][k] = Math.cos((k + 0.5) * Math.PI / n);
                SINES[c][k] = Math.sin((k + 0.5) * Math.PI / n);
            }
        }
    }

    private RadialQuadrature() {}

    static void place(int n, StaeckelStars stars, Nodes nodes) {
        nodes.clear();
        for (int i = 0; i < n; i++) {
            double rho1 = Math.sqrt(stars.inner[i]);
            double rho2 = Math.sqrt(stars.outer[i]);
            if (rho1 > THROUGH_THE_CENTRE * rho2) {
                between(rho1, rho2, i, stars, nodes);
            } else {
                throughCentre(rho1, rho2, i, stars, nodes);
            }
            nodes.endOf(i);
        }
    }

    /** The part of an integral from the pericentre to the star, &pi; times what the whole one gives at the apocentre. */
    static double toStar(int i, StaeckelStars stars, PartialIntegral part, int constant) {
        double rho1 = Math.sqrt(stars.inner[i]);
        double rho2 = Math.sqrt(stars.outer[i]);
        double rho = Math.max(rho1, Math.min(rho2, Math.sqrt(stars.sigma[i])));
        if (stars.outer[i] - stars.inner[i] < Frequencies.NARROW * stars.outer[i]) {
            // A harmonic oscillator in sigma
            double swing = stars.outer[i] - stars.inner[i];
            double x = swing > 0 ? (rho * rho - stars.inner[i]) / swing : 0;
            return Math.acos(Math.max(-1, Math.min(1, 1 - 2 * x)));
        }
        if (rho1 > THROUGH_THE_CENTRE * rho2) {
            double g = Math.sqrt(rho1 * rho2);
            double b = (rho2 - rho1) / ((Math.sqrt(rho1) + Math.sqrt(rho2)) * (Math.sqrt(rho1) + Math.sqrt(rho2)));
            double cosine = (rho - g) / (b * (rho + g));
            return part.ofEqualSteps(constant, Math.acos(Math.max(-1, Math.min(1, cosine))));
        }
        double sine = Math.sqrt((rho - rho1) / (rho2 - rho1));
        return Math.PI * part.ofGauss(constant, HALF_TURN, Math.asin(Math.min(1, sine)) * 2 / Math.PI);
    }

    private static void between(double rho1, double rho2, int i, StaeckelStars stars, Nodes nodes) {
        int rule = 0;
        while (rule < RATIOS.length && rho1 < RATIOS[rule] * rho2) {
            rule++;
        }
        double g = Math.sqrt(rho1 * rho2);
        double b = (rho2 - rho1) / ((Math.sqrt(rho1) + Math.sqrt(rho2)) * (Math.sqrt(rho1) + Math.sqrt(rho2)));
        double unit = 2 * g * b / COUNTS[rule];
        for (int k = 0; k < COUNTS[rule]; k++) {
            double bx = b * COSINES[rule][k];
            double per = 1 / (1 - bx);
            double rho = g * (1 + bx) * per;
            add(rho * rho, unit * SINES[rule][k] * per * per, i, stars, nodes);
        }
    }

    private static void throughCentre(double rho1, double rho2, int i, StaeckelStars stars, Nodes nodes) {
        for (int k = 0; k < Nodes.MOST_PER_STAR; k++) {
            double sine = Math.sin(HALF_TURN.nodes()[k] * Math.PI / 2);
            double cosine = Math.cos(HALF_TURN.nodes()[k] * Math.PI / 2);
            double rho = rho1 + (rho2 - rho1) * sine * sine;
            add(rho * rho, HALF_TURN.weights()[k] * (rho2 - rho1) * sine * cosine, i, stars, nodes);
        }
    }

    private static void add(double sigma, double dRho, int i, StaeckelStars stars, Nodes nodes) {
        double zeta2 = sigma + stars.delta2[i];
        double q = stars.referenceQ[i];
        nodes.add(sigma, dRho / Math.sqrt(zeta2), sigma * (1 - q), zeta2 * q);
    }
}
