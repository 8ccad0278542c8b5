package org.cellarius.galaxy.posterior;

/** How a posterior is computed. */
public sealed interface Computation {

    /** The word of the command line. */
    String word();

    /** The trapezoidal rule on a lattice: exact, no random numbers; slope, intercept and scatter only. */
    record Quadrature() implements Computation {
        @Override
        public String word() {
            return "quadrature";
        }
    }

    /** Draws from a Student t about the mode, weighted; gives the evidence. */
    record Importance(int draws, long seed) implements Computation {
        public Importance {
            positive(draws);
        }

        @Override
        public String word() {
            return "importance";
        }
    }

    /** The affine-invariant ensemble of Goodman and Weare (2010), as in emcee (Foreman-Mackey et al. 2013). */
    record Ensemble(int walkers, int steps, long seed) implements Computation {
        public Ensemble {
            positive(steps);
            if (walkers < 4 || walkers % 2 != 0) {
                throw new IllegalArgumentException("an ensemble has an even number of walkers, four or more");
            }
        }

        @Override
        public String word() {
            return "ensemble";
        }
    }

    /** The no-U-turn sampler of Hoffman and Gelman (2014). */
    record NoUTurn(int chains, int steps, long seed) implements Computation {
        public NoUTurn {
            positive(chains);
            positive(steps);
        }

        @Override
        public String word() {
            return "nuts";
        }
    }

    private static void positive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("a sampler needs at least one draw, not " + number);
        }
    }
}
