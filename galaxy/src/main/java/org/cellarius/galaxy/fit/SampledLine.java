package org.cellarius.galaxy.fit;

import java.util.Optional;
import java.util.function.Supplier;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.EnsembleSampler;
import org.cellarius.galaxy.posterior.ImportanceSampler;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.NoUTurnSampler;
import org.cellarius.galaxy.posterior.Posterior;

/** Posteriors of lines, by the computation that is asked for. */
final class SampledLine {

    /** Where importance sampling fails its check, walkers take over. */
    private static final int WALKERS = 48;

    private static final int STEPS = 20_000;

    private SampledLine() {}

    /** Posteriors of more than three parameters, too many for a lattice. */
    static Optional<Marginals> of(Posterior posterior, Computation computation) {
        return switch (computation) {
            case Computation.Quadrature q -> throw new IllegalArgumentException(NO_QUADRATURE);
            case Computation.Importance plan -> {
                Optional<Marginals> weighted = ImportanceSampler.sample(posterior, plan);
                boolean trusted = weighted.isPresent()
                        && switch (weighted.get().trust()) {
                            case CONVERGED -> true;
                            case NOT_CONVERGED -> false;
                        };
                yield trusted
                        ? weighted
                        : EnsembleSampler.sample(
                                posterior,
                                new Computation.Ensemble(WALKERS, Math.max(STEPS, plan.draws() / 5), plan.seed()));
            }
            case Computation.Ensemble plan -> EnsembleSampler.sample(posterior, plan);
            case Computation.NoUTurn plan -> NoUTurnSampler.sample(posterior, plan);
        };
    }

    /**
     * Posteriors of three parameters, which a lattice takes whole.
     *
     * @param lattice by quadrature
     */
    static Optional<Marginals> of(Posterior posterior, Computation computation, Supplier<Optional<Marginals>> lattice) {
        return switch (computation) {
            case Computation.Quadrature q -> lattice.get();
            case Computation.Importance plan -> ImportanceSampler.sample(posterior, plan);
            case Computation.Ensemble plan -> EnsembleSampler.sample(posterior, plan);
            case Computation.NoUTurn plan -> NoUTurnSampler.sample(posterior, plan);
        };
    }

    static final String NO_QUADRATURE =
            "quadrature serves three parameters; this line has more: choose importance, ensemble or nuts";

    static void check(Computation computation) {
        if (computation instanceof Computation.Quadrature) {
            throw new IllegalArgumentException(NO_QUADRATURE);
        }
    }
}
