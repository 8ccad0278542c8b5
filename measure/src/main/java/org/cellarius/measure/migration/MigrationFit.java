package org.cellarius.measure.migration;

import java.util.Optional;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.EnsembleSampler;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.NormalApproximation;
import org.cellarius.galaxy.posterior.Posterior;

/**
 * How the posterior is computed.
 *
 * @param way which way
 * @param draws of the ensemble, after its warm-up
 * @param seed of their random numbers
 */
record MigrationFit(Way way, int draws, long seed) {

    /** Ways to compute a posterior of many stars. */
    enum Way {
        /** Its mode and the curvature there. */
        MODE,
        /** An affine-invariant ensemble of walkers. */
        ENSEMBLE
    }

    private static final int WALKERS = 40;

    Optional<Marginals> of(Posterior posterior) {
        return switch (way) {
            case MODE -> NormalApproximation.of(posterior);
            case ENSEMBLE ->
                EnsembleSampler.sample(
                        posterior, new Computation.Ensemble(WALKERS, Math.max(1, draws / WALKERS), seed));
        };
    }

    String text() {
        return switch (way) {
            case MODE -> "its mode and curvature";
            case ENSEMBLE -> "an ensemble of " + WALKERS + " walkers, " + draws + " draws";
        };
    }
}
