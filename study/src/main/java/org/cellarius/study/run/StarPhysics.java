package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.KernelChain;
import org.cellarius.galaxy.column.KernelPair;
import org.cellarius.galaxy.frame.DerivedQuantity;
import org.cellarius.galaxy.frame.DrawPlan;
import org.cellarius.galaxy.frame.ErrorColumns;
import org.cellarius.galaxy.frame.ErrorColumns.Sky;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.HeliocentricKernel;
import org.cellarius.galaxy.frame.PhaseSpaceDraws;
import org.cellarius.galaxy.frame.PhaseSpaceErrors;
import org.cellarius.galaxy.frame.PhaseSpaceErrors.Covariance;
import org.cellarius.galaxy.frame.PhaseSpaceKernel;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;
import org.cellarius.galaxy.kinematics.MembershipKernel;
import org.cellarius.galaxy.orbit.OrbitsOfDraws;
import org.cellarius.galaxy.orbit.StellarOrbits;
import org.cellarius.study.ErrorsSource;
import org.cellarius.study.OrbitsSource;
import org.cellarius.study.PhaseSpace;
import org.cellarius.study.Study;

/** The physics that a study asks for, star by star, as one kernel: phase space, its errors, orbits, membership. */
final class StarPhysics {

    private StarPhysics() {}

    /** The kernel; empty where a study derives nothing. */
    static Optional<ColumnKernel> kernel(Study study) {
        var parts = new ArrayList<ColumnKernel>();
        Optional<StellarOrbits> orbits = study.orbits().map(StarPhysics::orbits);
        if (study.phaseSpace() == PhaseSpace.NONE) {
            orbits.ifPresent(parts::add);
            study.membership().ifPresent(m -> parts.add(new MembershipKernel(m)));
        } else {
            Motions motions =
                    study.phaseSpace() == PhaseSpace.POSITIONS_AND_VELOCITIES ? Motions.KNOWN : Motions.UNKNOWN;
            var sun = study.sun().orElseThrow();
            var frame = new GalactocentricFrame(sun);
            var phaseSpace = new PhaseSpaceKernel(frame, motions);
            parts.add(phaseSpace);
            study.errors().ifPresent(e -> parts.add(errors(e, frame, study.orbits())));
            orbits.ifPresent(o -> parts.add(motions == Motions.KNOWN ? new KernelChain(phaseSpace, o) : o));
            study.membership().ifPresent(m -> {
                var membership = new MembershipKernel(m);
                if (motions == Motions.KNOWN) {
                    var local = HeliocentricKernel.relativeToLsr(sun);
                    parts.add(local);
                    parts.add(new KernelChain(local, membership));
                } else {
                    parts.add(membership);
                }
            });
        }
        return parts.stream().reduce(KernelPair::new);
    }

    private static StellarOrbits orbits(OrbitsSource source) {
        return new StellarOrbits(source.potential(), source.plan());
    }

    private static ColumnKernel errors(ErrorsSource e, GalactocentricFrame frame, Optional<OrbitsSource> orbits) {
        var columns = new ErrorColumns(e.distance(), Sky.EXACT, e.correlations());
        return switch (e.method()) {
            case JACOBIAN -> new PhaseSpaceErrors(frame, columns, Covariance.LEFT_OUT);
            case DRAWS -> {
                List<DerivedQuantity> derived = e.of().isEmpty()
                        ? List.of()
                        : orbits.<DerivedQuantity>map(o -> OrbitsOfDraws.of(o.potential(), o.plan(), e.of())).stream()
                                .toList();
                yield new PhaseSpaceDraws(
                        frame, columns, new DrawPlan(e.seed(), e.draws(), java.util.Set.of(), derived));
            }
        };
    }
}
