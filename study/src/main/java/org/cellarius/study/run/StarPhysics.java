package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.KernelChain;
import org.cellarius.galaxy.column.KernelPair;
import org.cellarius.galaxy.frame.DerivedQuantity;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.HeliocentricKernel;
import org.cellarius.galaxy.frame.PhaseSpaceKernel;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;
import org.cellarius.galaxy.kinematics.KinematicMembership;
import org.cellarius.galaxy.kinematics.VelocityReference;
import org.cellarius.galaxy.kinematics.VelocityReference.CircularOrbit;
import org.cellarius.galaxy.kinematics.VelocityReference.LocalStandardOfRest;
import org.cellarius.galaxy.orbit.OrbitsOfDraws;
import org.cellarius.galaxy.orbit.StellarOrbits;
import org.cellarius.study.ErrorsSource;
import org.cellarius.study.OrbitsSource;
import org.cellarius.study.PhaseSpace;
import org.cellarius.study.Study;
import org.cellarius.study.VelocityFrame;

/** The physics that a study asks for, star by star, as one kernel: phase space, its errors, orbits, membership. */
final class StarPhysics {

    private StarPhysics() {}

    /** The kernel; empty where a study derives nothing. */
    static Optional<ColumnKernel> kernel(Study study) {
        var parts = new ArrayList<ColumnKernel>();
        Optional<StellarOrbits> orbits = study.orbits().map(StarPhysics::orbits);
        if (study.phaseSpace() == PhaseSpace.NONE) {
            orbits.ifPresent(parts::add);
            study.membership().ifPresent(m -> parts.add(m.kernel()));
        } else {
            Motions motions = study.phaseSpace().motions();
            var frame = new GalactocentricFrame(study.sun().orElseThrow());
            var phaseSpace = new PhaseSpaceKernel(frame, motions);
            parts.add(phaseSpace);
            study.errors()
                    .ifPresent(e -> parts.add(e.estimate(derived(e, study)).kernel(frame, motions)));
            orbits.ifPresent(o -> parts.add(motions == Motions.KNOWN ? new KernelChain(phaseSpace, o) : o));
            switch (motions) {
                case KNOWN -> addVelocities(study, phaseSpace, parts);
                case UNKNOWN -> study.membership().ifPresent(m -> parts.add(m.kernel()));
            }
        }
        return parts.stream().reduce(KernelPair::new);
    }

    /** Velocities relative to the Sun and to the local standard of rest, and the membership that follows from them. */
    private static void addVelocities(Study study, PhaseSpaceKernel phaseSpace, List<ColumnKernel> parts) {
        if (study.velocityFrames().contains(VelocityFrame.SUN)) {
            parts.add(HeliocentricKernel.heliocentric());
        }
        Optional<VelocityReference> reference = study.membership().map(KinematicMembership::relativeTo);
        if (study.velocityFrames().contains(VelocityFrame.LSR)
                || reference.filter(LocalStandardOfRest.class::isInstance).isPresent()) {
            parts.add(HeliocentricKernel.relativeToLsr(study.sun().orElseThrow()));
        }
        study.membership().ifPresent(m -> {
            ColumnKernel before = switch (m.relativeTo()) {
                case LocalStandardOfRest r ->
                    HeliocentricKernel.relativeToLsr(study.sun().orElseThrow());
                case CircularOrbit r -> phaseSpace;
            };
            parts.add(new KernelChain(before, m.kernel()));
        });
    }

    private static List<DerivedQuantity> derived(ErrorsSource errors, Study study) {
        if (errors.of().isEmpty()) {
            return List.of();
        }
        OrbitsSource orbits = study.orbits().orElseThrow();
        return List.of(OrbitsOfDraws.of(orbits.potential(), orbits.plan(), errors.of()));
    }

    private static StellarOrbits orbits(OrbitsSource source) {
        return new StellarOrbits(source.potential(), source.plan());
    }
}
