package org.cellarius.study.stage;

import java.util.List;
import java.util.Optional;
import org.cellarius.engine.Progress;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.frame.DerivedQuantity;
import org.cellarius.galaxy.orbit.OrbitsOfDraws;
import org.cellarius.study.ErrorsSource;
import org.cellarius.study.OrbitsSource;

/**
 * Errors of phase space, to first order or from draws, and those of orbital quantities along the orbits of the draws.
 *
 * @param of the phase space whose errors they are
 * @param orbits needed where orbital quantities are asked for
 */
public record PhaseSpaceErrors(PhaseSpaceStage of, ErrorsSource errors, Optional<OrbitsSource> orbits)
        implements StarStage {

    @Override
    public String word() {
        return "errors";
    }

    @Override
    public ColumnKernel kernel() {
        return errors.estimate(derived()).kernel(of.frame(), of.phaseSpace().motions());
    }

    private List<DerivedQuantity> derived() {
        return alongOrbits()
                .<List<DerivedQuantity>>map(o -> List.of(OrbitsOfDraws.of(o.potential(), o.plan(), errors.of())))
                .orElse(List.of());
    }

    private Optional<OrbitsSource> alongOrbits() {
        return errors.of().isEmpty() ? Optional.empty() : orbits;
    }

    @Override
    public String settings() {
        return of.settings() + "; " + errors.settings()
                + alongOrbits().map(o -> "; " + o.settings()).orElse("");
    }

    @Override
    public boolean dear() {
        return errors.method() == ErrorsSource.Method.DRAWS;
    }

    @Override
    public void prepare(Progress progress) {
        alongOrbits().ifPresent(o -> new OrbitsStage(o.potential(), o.plan()).prepare(progress));
    }

    @Override
    public String plan() {
        return "errors of phase space: " + errors.settings();
    }

    @Override
    public Optional<String> methods() {
        return Optional.of("Errors of phase space: " + errors.settings() + ".");
    }
}
