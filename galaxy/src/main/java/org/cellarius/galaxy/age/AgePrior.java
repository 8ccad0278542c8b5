package org.cellarius.galaxy.age;

/** How likely ages are before a star is measured, between the first and last age of a grid. */
public sealed interface AgePrior {

    /** Probability density, up to a factor, of an age in Gyr. */
    double density(double ageGyr);

    /** For provenance and methods. */
    String words();

    /** Each year as likely as any other. */
    record Flat() implements AgePrior {
        @Override
        public double density(double ageGyr) {
            return 1;
        }

        @Override
        public String words() {
            return "flat in age";
        }
    }

    /**
     * A star formation rate that changes exponentially with time: e<sup>age/time</sup>, more old stars than young ones where the time is positive.
     *
     * @param timeGyr the time in which it falls to 1/e, Gyr; negative where it rises
     */
    record ExponentialStarFormation(double timeGyr) implements AgePrior {
        public ExponentialStarFormation {
            if (timeGyr == 0 || !Double.isFinite(timeGyr)) {
                throw new IllegalArgumentException("a star formation rate that falls in " + timeGyr + " Gyr");
            }
        }

        @Override
        public double density(double ageGyr) {
            return Math.exp(ageGyr / timeGyr);
        }

        @Override
        public String words() {
            return "star formation as exp(-t/" + timeGyr + " Gyr)";
        }
    }
}
