package org.cellarius.galaxy.birth;

import java.util.Arrays;

/** Over which radii the stars of an age were born, wherever they are now. */
public sealed interface BirthWidth {

    /**
     * Where the stars of an age were born.
     *
     * @param ageGyr their mean age, Gyr
     * @param radiiKpc their radii today, kpc; read by {@link AsSampled} alone
     */
    RadiusDistribution births(double ageGyr, double[] radiiKpc);

    /** Whether the radii of the stars today matter. */
    default boolean readsRadii() {
        return this instanceof AsSampled;
    }

    /**
     * The same at all times (Lu et al. 2024, 2024MNRAS.535..392L). Right where the disc never grew and the sample stands for the whole disc at every age.
     *
     * @param scaleLengthKpc of all births, kpc
     */
    record Constant(double scaleLengthKpc) implements BirthWidth {
        public Constant {
            scaleLengthKpc = new DiscGrowth(scaleLengthKpc, 0).scaleLengthNowKpc();
        }

        @Override
        public RadiusDistribution births(double ageGyr, double[] radiiKpc) {
            return new RadiusDistribution.ExponentialDisc(scaleLengthKpc);
        }
    }

    /** Growing with the disc (in the manner of Ratcliffe et al. 2025, 2025A&amp;A...698A.267R). Right where the sample stands for the whole disc at every age. */
    record InsideOut(DiscGrowth growth) implements BirthWidth {
        @Override
        public RadiusDistribution births(double ageGyr, double[] radiiKpc) {
            return new RadiusDistribution.ExponentialDisc(growth.scaleLengthKpc(ageGyr));
        }
    }

    /**
     * That of the stars which are in the sample, for surveys that see a part of the disc: a star of age &tau; at R was born at R0 with probability
     *
     * <pre>  p(R0 | R, &tau;) &prop; R0 exp(&minus;R0/R_d(&tau;)) p(R | R0, &tau;),</pre>
     *
     * and the sample is the mean of its stars. No selection function is needed where the survey chooses stars by place and age alone, not by [Fe/H]. Right where growth and
     * migration are. On a lattice of 0.05 kpc; stars are put together in steps of 0.1 kpc.
     */
    record AsSampled(DiscGrowth growth, Migration migration) implements BirthWidth {

        private static final double STEP_KPC = 0.05;
        private static final double CELL_KPC = 0.1;

        /** Beyond so many &sigma; nothing is added. */
        private static final double REACH = 8;

        @Override
        public RadiusDistribution births(double ageGyr, double[] radiiKpc) {
            double sigma = Math.max(STEP_KPC, migration.sigmaKpc(ageGyr));
            double scale = growth.scaleLengthKpc(ageGyr);
            double outermost =
                    Arrays.stream(radiiKpc).filter(Double::isFinite).max().orElse(0);
            int[] stars = new int[1 + (int) (outermost / CELL_KPC)];
            for (double r : radiiKpc) {
                if (r >= 0 && Double.isFinite(r)) {
                    stars[(int) (r / CELL_KPC)]++;
                }
            }
            int nodes = 1 + (int) ((outermost + REACH * sigma) / STEP_KPC);
            double[] prior = new double[nodes];
            for (int k = 0; k < nodes; k++) {
                prior[k] = (k + 0.5) * STEP_KPC * Math.exp(-(k + 0.5) * STEP_KPC / scale);
            }
            double[] weights = new double[nodes];
            double[] own = new double[nodes];
            for (int c = 0; c < stars.length; c++) {
                if (stars[c] > 0) {
                    add(stars[c], (c + 0.5) * CELL_KPC, sigma, prior, own, weights);
                }
            }
            return new RadiusDistribution.OnLattice(STEP_KPC, weights);
        }

        private static void add(
                int stars, double radiusKpc, double sigma, double[] prior, double[] own, double[] weights) {
            int first = Math.max(0, (int) ((radiusKpc - REACH * sigma) / STEP_KPC));
            int end = Math.min(weights.length, 1 + (int) ((radiusKpc + REACH * sigma) / STEP_KPC));
            double total = 0;
            for (int k = first; k < end; k++) {
                own[k] = prior[k] * Migration.density(radiusKpc, (k + 0.5) * STEP_KPC, sigma);
                total += own[k];
            }
            for (int k = first; k < end && total > 0; k++) {
                weights[k] += stars * own[k] / total;
            }
        }
    }
}
