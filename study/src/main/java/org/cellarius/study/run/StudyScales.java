package org.cellarius.study.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.engine.StageCache;
import org.cellarius.galaxy.kinematics.KinematicMembership;
import org.cellarius.galaxy.kinematics.VelocityReference.CircularOrbit;
import org.cellarius.galaxy.kinematics.VelocityReference.LocalStandardOfRest;
import org.cellarius.galaxy.orbit.ScaleOfSun;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.study.OrbitsSource;
import org.cellarius.study.PhaseSpace;
import org.cellarius.study.Study;

/** The Sun and the potentials of a study beside each other. */
final class StudyScales {

    private StudyScales() {}

    /** Sentences about potentials whose scale is not the Sun's. */
    static List<String> disagreements(Study study) {
        if (study.phaseSpace() == PhaseSpace.NONE || study.sun().isEmpty()) {
            return List.of();
        }
        return potentials(study)
                .flatMap(p -> ScaleOfSun.disagreement(study.sun().get(), p).stream())
                .distinct()
                .toList();
    }

    /** Tables of the study's potentials lie in the cache, under all that decides their numbers. */
    static void keepTables(Study study, StageCache cache) {
        potentials(study)
                .forEach(potential -> potential.keepTablesIn((name, sound, make) ->
                        cache.numbers("potential", cache.key("potential", List.of(name)), sound, make)));
    }

    private static Stream<Potential> potentials(Study study) {
        return Stream.concat(
                study.orbits().map(OrbitsSource::potential).stream(),
                study.membership().flatMap(StudyScales::potential).stream());
    }

    private static Optional<Potential> potential(KinematicMembership membership) {
        return switch (membership.relativeTo()) {
            case CircularOrbit orbit -> Optional.of(orbit.potential());
            case LocalStandardOfRest rest -> Optional.empty();
        };
    }
}
