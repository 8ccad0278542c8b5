package org.cellarius.galaxy.fit;

/** How stars are drawn anew to see how far a line's numbers move. */
public sealed interface Resampling {

    /** In words, for results. */
    String text();

    /**
     * As many stars as there are, each drawn from all of them with equal chance, again and again (Efron 1979, Ann. Stat. 7, 1; the pairs bootstrap): right
     * whether or not the scatter changes along x.
     *
     * @param replicates how often; the error's own relative error is 1/&radic;(2 replicates)
     * @param seed of the random numbers
     */
    record Bootstrap(int replicates, long seed) implements Resampling {
        public Bootstrap {
            if (replicates < 20 || replicates > 1_000_000) {
                throw new IllegalArgumentException(
                        "a bootstrap of " + replicates + " replicates: between 20 and a million have a meaning");
            }
        }

        @Override
        public String text() {
            return "bootstrap, " + replicates + " replicates, seed " + seed;
        }
    }

    /**
     * Every star left out in turn (Quenouille 1956; Tukey 1958): no random numbers. Not for medians and other quantiles, whose errors it does not give (Efron 1982, The Jackknife,
     * the Bootstrap and Other Resampling Plans, &sect;3.4).
     */
    record JackknifeOfStars() implements Resampling {
        @Override
        public String text() {
            return "jackknife, every star left out in turn";
        }
    }

    /**
     * The stars dealt at random into groups of equal size (to one star), every group left out in turn.
     *
     * @param groups how many; the error's own relative error is about 1/&radic;(2 groups)
     * @param seed of the dealing
     */
    record JackknifeOfGroups(int groups, long seed) implements Resampling {
        public JackknifeOfGroups {
            if (groups < 5 || groups > 1_000_000) {
                throw new IllegalArgumentException(
                        "a jackknife of " + groups + " groups: between 5 and a million have a meaning");
            }
        }

        @Override
        public String text() {
            return "jackknife, " + groups + " groups left out in turn, seed " + seed;
        }
    }
}
