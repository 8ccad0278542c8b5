package org.cellarius.galaxy.age;

/** How stars are spread in distance before their parallax is measured. */
public sealed interface DistancePrior {

    /** Probability density in distance modulus at a distance in kpc; up to a factor where distances have no end. */
    double perModulus(double distanceKpc);

    /** The highest {@link #perModulus} between two distances, kpc. */
    double most(double fromKpc, double toKpc);

    /** For provenance and methods. */
    String words();

    /** ln 10 / 5: relative change of a distance with its modulus, per magnitude. */
    double PER_MAGNITUDE = Math.log(10) / 5;

    /** Each distance modulus as likely as any other: the parallax alone speaks. */
    record FlatInModulus() implements DistancePrior {
        @Override
        public double perModulus(double distanceKpc) {
            return 1;
        }

        @Override
        public double most(double fromKpc, double toKpc) {
            return 1;
        }

        @Override
        public String words() {
            return "flat in distance modulus";
        }
    }

    /** As many stars in each volume, without end: density as the square of the distance. */
    record UniformDensity() implements DistancePrior {
        @Override
        public double perModulus(double distanceKpc) {
            return PER_MAGNITUDE * distanceKpc * distanceKpc * distanceKpc;
        }

        @Override
        public double most(double fromKpc, double toKpc) {
            return perModulus(toKpc);
        }

        @Override
        public String words() {
            return "uniform density of stars";
        }
    }

    /**
     * A density of stars that falls exponentially, r&sup2; e<sup>&minus;r/L</sup> / (2 L&sup3;): Bailer-Jones 2015, section 7 (2015PASP..127..994B).
     *
     * @param lengthKpc L, kpc
     */
    record ExponentialDensity(double lengthKpc) implements DistancePrior {
        public ExponentialDensity {
            if (!(lengthKpc > 0) || !Double.isFinite(lengthKpc)) {
                throw new IllegalArgumentException("a density of stars that falls in " + lengthKpc + " kpc");
            }
        }

        @Override
        public double perModulus(double distanceKpc) {
            double x = distanceKpc / lengthKpc;
            return 0.5 * PER_MAGNITUDE * x * x * x * Math.exp(-x);
        }

        @Override
        public double most(double fromKpc, double toKpc) {
            return perModulus(Math.min(Math.max(3 * lengthKpc, fromKpc), toKpc));
        }

        @Override
        public String words() {
            return "density of stars falling with exp(-r/" + lengthKpc + " kpc)";
        }
    }
}
