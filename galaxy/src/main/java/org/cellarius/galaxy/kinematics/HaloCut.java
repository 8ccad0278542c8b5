package org.cellarius.galaxy.kinematics;

/** A rule that tells halo stars from disc stars: those whose number in one column reaches a limit. */
public sealed interface HaloCut {

    /** Hawkins (2023, MNRAS, Sec. 2.3): stars with P(halo) of 1 per cent or more are left out. */
    HaloCut HAWKINS_2023 = new Probability(0.01);

    /** The name of {@link #HAWKINS_2023} in study files and on the command line. */
    String HAWKINS_2023_NAME = "hawkins2023";

    /** The column that is looked at. */
    String column();

    /** The least number of a halo star in that column. */
    double least();

    /** The rule in words, with its unit. */
    String words();

    /**
     * Halo from a probability on.
     *
     * @param least the least probability of a halo star
     */
    record Probability(double least) implements HaloCut {
        public Probability {
            if (!(least > 0 && least <= 1)) {
                throw new IllegalArgumentException("halo probability " + least + ": the limit must lie in (0, 1]");
            }
        }

        @Override
        public String column() {
            return "p_halo";
        }

        @Override
        public String words() {
            return "P(halo) of " + least + " or more";
        }
    }

    /**
     * Halo outside a circle of the Toomre diagram. None of the studies followed here states a radius, so it has to be given.
     *
     * @param limitKms the least total speed relative to the LSR of a halo star, km/s
     */
    record TotalSpeed(double limitKms) implements HaloCut {
        public TotalSpeed {
            if (!(limitKms > 0 && limitKms < 1000)) {
                throw new IllegalArgumentException(
                        "speed limit of the halo " + limitKms + " km/s: it must lie in (0, 1000) km/s");
            }
        }

        @Override
        public String column() {
            return "v_tot";
        }

        @Override
        public double least() {
            return limitKms;
        }

        @Override
        public String words() {
            return "speed relative to the local standard of rest of " + limitKms + " km/s or more";
        }
    }
}
