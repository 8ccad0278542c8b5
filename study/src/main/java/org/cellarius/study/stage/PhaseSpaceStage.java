package org.cellarius.study.stage;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.PhaseSpaceKernel;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.study.PhaseSpace;
import tools.jackson.databind.node.ObjectNode;

/**
 * Galactocentric positions, and velocities where they are asked for.
 *
 * @param sun where the Sun stands and how it moves
 * @param phaseSpace not {@code NONE}
 */
public record PhaseSpaceStage(Sun sun, PhaseSpace phaseSpace) implements StarStage {

    /** The frame of the Sun. */
    public GalactocentricFrame frame() {
        return new GalactocentricFrame(sun);
    }

    @Override
    public String word() {
        return "phase-space";
    }

    @Override
    public ColumnKernel kernel() {
        return new PhaseSpaceKernel(frame(), phaseSpace.motions());
    }

    @Override
    public String settings() {
        return phaseSpace.word() + "; " + sun;
    }

    @Override
    public String plan() {
        return "phase space: %s with the Sun of %s"
                .formatted(phaseSpace.word(), sun.name().equals("given") ? sun.citation() : sun.name());
    }

    @Override
    public Optional<String> methods() {
        return Optional.of(
                "Positions are in the right-handed Galactocentric frame with the Sun at negative X, Y along rotation and Z to the North Galactic Pole: R0 = %s kpc, z☉ = %s kpc%s (%s). R = (X² + Y²)½."
                        .formatted(
                                sun.r0Kpc(),
                                sun.zKpc(),
                                sun.velocity()
                                                .map(v -> ", solar velocity (%s, %s, %s) km/s"
                                                        .formatted(v.uKms(), v.vKms(), v.wKms()))
                                                .orElse("")
                                        + sun.peculiarMotion()
                                                .map(v ->
                                                        ", of it relative to the local standard of rest (%s, %s, %s) km/s"
                                                                .formatted(v.uKms(), v.vKms(), v.wKms()))
                                                .orElse(""),
                                sun.citation()));
    }

    @Override
    public List<String> citations() {
        return List.of("Sun: " + sun.citation());
    }

    @Override
    public void resolve(ObjectNode study) {
        study.set("sun", ResolvedSun.of(study, sun));
    }
}
