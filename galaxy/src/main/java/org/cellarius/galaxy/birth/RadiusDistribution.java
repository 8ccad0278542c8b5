package org.cellarius.galaxy.birth;

/** Where stars of one age were born. */
public sealed interface RadiusDistribution {

    /** Mean radius, kpc. */
    double meanKpc();

    /** Standard deviation of radii, kpc. */
    double standardDeviationKpc();

    /**
     * Radius within which a share of the stars was born, kpc.
     *
     * @param share between 0 and 1
     */
    double quantileKpc(double share);

    /**
     * All births of an exponential disc: the density of radii is R exp(&minus;R/R_d)/R_d&sup2;. Mean 2 R_d, standard deviation &radic;2 R_d, median 1.678 R_d.
     *
     * @param scaleLengthKpc R_d, kpc
     */
    record ExponentialDisc(double scaleLengthKpc) implements RadiusDistribution {

        /** Newton's steps double the digits. */
        private static final int STEPS = 60;

        private static final double SMALL = 1e-14;

        @Override
        public double meanKpc() {
            return 2 * scaleLengthKpc;
        }

        @Override
        public double standardDeviationKpc() {
            return Math.sqrt(2) * scaleLengthKpc;
        }

        /** Solves (1 + x) exp(&minus;x) = 1 &minus; share: x = ln(1 + x) &minus; ln(1 &minus; share), by Newton's method. */
        @Override
        public double quantileKpc(double share) {
            double beyond = -Math.log1p(-share);
            double x = Math.sqrt(2 * beyond) + beyond;
            for (int k = 0; k < STEPS; k++) {
                double step = (x - Math.log1p(x) - beyond) * (1 + x) / x;
                x -= step;
                if (Math.abs(step) < SMALL * x) {
                    break;
                }
            }
            return scaleLengthKpc * x;
        }
    }

    /**
     * A distribution on a lattice of radii.
     *
     * @param stepKpc from one node to the next, kpc; the first node lies half a step from the centre
     * @param weights of the nodes; their sum need not be 1
     */
    record OnLattice(double stepKpc, double[] weights) implements RadiusDistribution {
        public OnLattice {
            weights = weights.clone();
        }

        private double moment(double about, int power) {
            double sum = 0;
            double total = 0;
            for (int k = 0; k < weights.length; k++) {
                double d = (k + 0.5) * stepKpc - about;
                sum += weights[k] * (power == 1 ? d : d * d);
                total += weights[k];
            }
            return sum / total;
        }

        @Override
        public double meanKpc() {
            return moment(0, 1);
        }

        @Override
        public double standardDeviationKpc() {
            return Math.sqrt(moment(meanKpc(), 2));
        }

        @Override
        public double quantileKpc(double share) {
            double total = 0;
            for (double w : weights) {
                total += w;
            }
            double wanted = share * total;
            double below = 0;
            for (int k = 0; k < weights.length; k++) {
                if (weights[k] > 0 && below + weights[k] >= wanted) {
                    return (k + (wanted - below) / weights[k]) * stepKpc;
                }
                below += weights[k];
            }
            return weights.length * stepKpc;
        }
    }
}
