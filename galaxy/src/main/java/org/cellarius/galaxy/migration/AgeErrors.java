package org.cellarius.galaxy.migration;

/** How observed ages scatter about the true ones; one number for each star, above 0. */
public sealed interface AgeErrors {

    /** Half the width of the range of true ages that is looked at, in standard deviations. */
    double REACH = 5;

    int count();

    /** p(observed | true age), 1/Gyr, of a star. */
    double density(int star, double observedGyr, double trueGyr);

    /** Below it there is no true age worth a thought, Gyr. */
    double lowGyr(int star, double observedGyr);

    /** Above it there is none, Gyr. */
    double highGyr(int star, double observedGyr);

    /**
     * Observed ages are normal about the true ones.
     *
     * @param sigmaGyr standard deviations, Gyr
     */
    record Normal(double[] sigmaGyr) implements AgeErrors {
        public Normal {
            check(sigmaGyr, "Gyr");
        }

        @Override
        public int count() {
            return sigmaGyr.length;
        }

        @Override
        public double density(int star, double observedGyr, double trueGyr) {
            double t = (observedGyr - trueGyr) / sigmaGyr[star];
            return Math.exp(-0.5 * t * t) / (sigmaGyr[star] * Math.sqrt(2 * Math.PI));
        }

        @Override
        public double lowGyr(int star, double observedGyr) {
            return Math.max(0, observedGyr - REACH * sigmaGyr[star]);
        }

        @Override
        public double highGyr(int star, double observedGyr) {
            return observedGyr + REACH * sigmaGyr[star];
        }
    }

    /**
     * Logarithms of observed ages are normal about those of the true ones.
     *
     * @param sigmaLn standard deviations of ln age
     */
    record LogNormal(double[] sigmaLn) implements AgeErrors {
        public LogNormal {
            check(sigmaLn, "in ln age");
        }

        @Override
        public int count() {
            return sigmaLn.length;
        }

        @Override
        public double density(int star, double observedGyr, double trueGyr) {
            if (!(trueGyr > 0 && observedGyr > 0)) {
                return 0;
            }
            double t = Math.log(observedGyr / trueGyr) / sigmaLn[star];
            return Math.exp(-0.5 * t * t) / (observedGyr * sigmaLn[star] * Math.sqrt(2 * Math.PI));
        }

        @Override
        public double lowGyr(int star, double observedGyr) {
            return observedGyr * Math.exp(-REACH * sigmaLn[star]);
        }

        @Override
        public double highGyr(int star, double observedGyr) {
            return observedGyr * Math.exp(REACH * sigmaLn[star]);
        }
    }

    private static void check(double[] sigma, String unit) {
        for (double s : sigma) {
            if (!(s > 0 && s < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("an error of age of " + s + " " + unit + ": it must be above zero");
            }
        }
    }
}
