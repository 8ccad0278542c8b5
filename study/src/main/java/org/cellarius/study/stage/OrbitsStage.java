package org.cellarius.study.stage;

import java.util.List;
import java.util.Optional;
import org.cellarius.engine.Progress;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.orbit.OrbitPlan;
import org.cellarius.galaxy.orbit.StellarOrbits;
import org.cellarius.galaxy.potential.Potential;

/**
 * Orbits: extrema, eccentricity, energy, guiding radius and actions.
 *
 * @param potential the Galaxy, stretched where it is asked for
 * @param how how orbits are followed and the approximation made
 */
public record OrbitsStage(Potential potential, OrbitPlan how) implements StarStage {

    @Override
    public String word() {
        return "orbits";
    }

    @Override
    public ColumnKernel kernel() {
        return new StellarOrbits(potential, how);
    }

    @Override
    public String settings() {
        return potential.settings() + "; " + how.settings();
    }

    @Override
    public boolean dear() {
        return true;
    }

    @Override
    public void prepare(Progress progress) {
        progress.during("preparing the potential " + potential.name(), potential::guidingRadii);
    }

    @Override
    public String plan() {
        return "orbits: " + settings();
    }

    @Override
    public Optional<String> methods() {
        return Optional.of(
                "Orbits: potential " + settings() + " ("
                        + potential.citation()
                        + "). Rg is the radius of the circular orbit with the star's angular momentum; extrema are those within the span, found inside the integrator's steps; energy_drift tells the integration's error, late_change what the last quarter of the span still changed. Actions are those of the Stäckel approximation (Binney 2012, 2012MNRAS.426.1324B; AGAMA reads the potential through the star, galpy in the plane).");
    }

    @Override
    public List<String> citations() {
        return List.of(potential.name() + ": " + potential.citation());
    }
}
