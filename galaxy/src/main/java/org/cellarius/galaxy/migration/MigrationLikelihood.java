package org.cellarius.galaxy.migration;

/** What is fitted of each star, and how its guiding radius came from that of its birth. */
public sealed interface MigrationLikelihood {

    /** Age at which the strength of migration is told, Gyr. */
    double referenceGyr();

    /** What one unit of the strength of migration is, kpc: 1, or 1/V_c where it is one of angular momentum. */
    double unitKpc();

    /** The drift in units of &sigma;&sup2;/R_d. */
    double drift();

    /**
     * [Fe/H] given guiding radius and age; guiding radii diffuse without a drift, with &sigma; (&tau;/8 Gyr)<sup>1/2</sup> (Frankel et al. 2018, 2018ApJ...865...96F).
     */
    record Frankel2018() implements MigrationLikelihood {
        @Override
        public double referenceGyr() {
            return 8;
        }

        @Override
        public double unitKpc() {
            return 1;
        }

        @Override
        public double drift() {
            return 0;
        }
    }

    /**
     * Angular momentum, radial action and [Fe/H] (Frankel et al. 2020, 2020ApJ...896...15F): L_z diffuses with &sigma; (&tau;/6 Gyr)<sup>1/2</sup>, and J_R is exponential with a mean that
     * grows as a power of age.
     *
     * @param speedKms V_c: births at R0 have L_z = R0 V_c, km/s
     * @param given what the likelihood takes as given
     * @param drifting whether L_z drifts inwards
     */
    record Frankel2020(double speedKms, Given given, Drift drifting) implements MigrationLikelihood {
        public Frankel2020 {
            if (!(speedKms > 0 && speedKms < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a circular speed of " + speedKms + " km/s: it must be above zero");
            }
        }

        @Override
        public double referenceGyr() {
            return Heating.REFERENCE_GYR;
        }

        @Override
        public double unitKpc() {
            return 1 / speedKms;
        }

        @Override
        public double drift() {
            return switch (drifting) {
                case DISC -> 0.5;
                case NONE -> 0;
            };
        }
    }

    /** What of a star is given. */
    enum Given {
        /** p(L_z, J_R, [Fe/H] | &tau;): for stars of each age that stand for all of the disc. */
        AGE,
        /** p(J_R, [Fe/H] | L_z, &tau;): it does not matter which L_z and ages a survey sees. */
        AGE_AND_ANGULAR_MOMENTUM
    }

    /** The mean change of L_z. */
    enum Drift {
        /** &minus;&sigma;&sup2;/(2 V_c R_d): diffusion then leaves an exponential disc exponential, with the same R_d. */
        DISC,
        /** None: diffusion about the radius of birth, as in Frankel et al. (2018). */
        NONE
    }
}
