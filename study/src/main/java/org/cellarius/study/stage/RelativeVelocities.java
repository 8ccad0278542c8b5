package org.cellarius.study.stage;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cellarius.catalogue.Choice;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.KernelPair;
import org.cellarius.galaxy.frame.HeliocentricKernel;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.kinematics.KinematicMembership;
import org.cellarius.galaxy.kinematics.VelocityReference.LocalStandardOfRest;
import org.cellarius.study.PhaseSpace;
import org.cellarius.study.Study;
import org.cellarius.study.VelocityFrame;

/**
 * Velocities along the Galactic axes relative to the Sun and to the local standard of rest.
 *
 * @param sun whose motion is taken away
 * @param frames what they are relative to; not empty
 */
public record RelativeVelocities(Sun sun, SortedSet<VelocityFrame> frames) implements StarStage {

    /** Those that the study asks for, or its membership reads; none where it derives no velocities. */
    static Optional<StarStage> of(Study study) {
        var frames = new TreeSet<>(study.velocityFrames());
        if (study.membership()
                .map(KinematicMembership::relativeTo)
                .filter(LocalStandardOfRest.class::isInstance)
                .isPresent()) {
            frames.add(VelocityFrame.LSR);
        }
        return frames.isEmpty() || study.phaseSpace() != PhaseSpace.POSITIONS_AND_VELOCITIES
                ? Optional.empty()
                : Optional.of(new RelativeVelocities(study.sun().orElseThrow(), frames));
    }

    @Override
    public String word() {
        return "velocities-relative-to";
    }

    @Override
    public ColumnKernel kernel() {
        return frames.stream()
                .<ColumnKernel>map(frame -> switch (frame) {
                    case SUN -> HeliocentricKernel.heliocentric();
                    case LSR -> HeliocentricKernel.relativeToLsr(sun);
                })
                .reduce(KernelPair::new)
                .orElseThrow();
    }

    @Override
    public String settings() {
        return frames + "; " + sun;
    }

    @Override
    public String plan() {
        return "velocities relative to " + words();
    }

    private String words() {
        return frames.stream().map(Choice::word).collect(Collectors.joining(", "));
    }

    @Override
    public Optional<String> methods() {
        return Optional.of(
                "Velocities U (to the Galactic centre), V (along rotation), W (to the North Galactic Pole) are relative to "
                        + frames.stream()
                                .map(frame -> switch (frame) {
                                    case SUN -> "the Sun";
                                    case LSR -> "the local standard of rest at the Sun";
                                })
                                .collect(Collectors.joining(", and to "))
                        + ".");
    }
}
