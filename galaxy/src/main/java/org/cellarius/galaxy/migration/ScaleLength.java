package org.cellarius.galaxy.migration;

import org.cellarius.galaxy.birth.DiscGrowth;
import org.cellarius.galaxy.posterior.Prior;

/** R_d(&tau;) = R_d (1 &minus; s &tau;) of star formation (Frankel et al. 2018, 2018ApJ...865...96F, eq. 5), and what is known of s. */
public sealed interface ScaleLength {

    /** R_d of stars that form today, kpc. */
    double nowKpc();

    /**
     * Both are known.
     *
     * @param growth R_d and s
     */
    record Known(DiscGrowth growth) implements ScaleLength {
        @Override
        public double nowKpc() {
            return growth.scaleLengthNowKpc();
        }
    }

    /**
     * R_d of today is known, s is fitted with the rest, from &minus;0.1 1/Gyr to where the disc of the oldest stars had a tenth of its size.
     *
     * @param nowKpc R_d, kpc
     */
    record LossFitted(double nowKpc) implements ScaleLength {

        /** Name of s among the fitted numbers. */
        public static final String NAME = "scale_length_loss";

        private static final double LOWEST = -0.1;
        private static final double SMALLEST = 0.1;

        public LossFitted {
            if (!(nowKpc > 0 && nowKpc < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a scale length of " + nowKpc + " kpc: it must be above zero");
            }
        }

        Prior prior(double oldestGyr) {
            return new Prior.Uniform(LOWEST, (1 - SMALLEST) / oldestGyr);
        }
    }
}
