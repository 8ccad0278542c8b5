package org.cellarius.galaxy.potential;

/** How a disc thins out with height: h(z) with integral one, and its first and second integrals H' and H from the plane. */
sealed interface VerticalProfile {

    /** h(z), per kpc. */
    double h(double zKpc);

    /** H'(z): the integral of h from 0 to z. */
    double slope(double zKpc);

    /** H(z): the integral of H', kpc. */
    double bigH(double zKpc);

    /** h = exp(&minus;|z|/b)/(2b). */
    record Exponential(double heightKpc) implements VerticalProfile {

        @Override
        public double h(double zKpc) {
            return Math.exp(-Math.abs(zKpc) / heightKpc) / (2 * heightKpc);
        }

        @Override
        public double slope(double zKpc) {
            return -0.5 * Math.signum(zKpc) * Math.expm1(-Math.abs(zKpc) / heightKpc);
        }

        @Override
        public double bigH(double zKpc) {
            double x = Math.abs(zKpc) / heightKpc;
            // exp(-x) - 1 + x loses digits near the plane
            double shape = x < 1e-3 ? x * x * (0.5 - x * (1 / 6.0 - x * (1 / 24.0 - x / 120))) : Math.expm1(-x) + x;
            return heightKpc / 2 * shape;
        }
    }

    /** h = sech&sup2;(z/(2b))/(4b). */
    record SechSquared(double heightKpc) implements VerticalProfile {

        @Override
        public double h(double zKpc) {
            double e = Math.exp(-Math.abs(zKpc) / heightKpc);
            return e / (heightKpc * (1 + e) * (1 + e));
        }

        @Override
        public double slope(double zKpc) {
            return 0.5 * Math.tanh(zKpc / (2 * heightKpc));
        }

        /** b ln cosh(z/(2b)). */
        @Override
        public double bigH(double zKpc) {
            double y = Math.abs(zKpc) / (2 * heightKpc);
            if (y < 1) {
                double sinh = Math.sinh(y);
                return heightKpc * 0.5 * Math.log1p(sinh * sinh);
            }
            return heightKpc * (y - Math.log(2) + Math.log1p(Math.exp(-2 * y)));
        }
    }
}
