package org.cellarius.study.stage;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.engine.Progress;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.study.PhaseSpace;
import org.cellarius.study.Study;

/** Columns derived of each star, from its own columns and those of the stages before. */
public sealed interface StarStage extends StudyStage
        permits PhaseSpaceStage, PhaseSpaceErrors, OrbitsStage, RelativeVelocities, MembershipStage {

    /** A short name in lower case with hyphens: of its tables in the cache, and of the section of the study that asks for it. */
    String word();

    /** The columns that it reads and writes, and how. */
    ColumnKernel kernel();

    /** All that its numbers depend on besides its input columns, for the key of its table. */
    String settings();

    /** Whether its results are kept, because computing them again takes long. */
    default boolean dear() {
        return false;
    }

    /** What it makes once before the first star, telling so where that takes long. */
    default void prepare(Progress progress) {}

    /** The stages that a study asks for, in their order: each reads columns of the catalogues or of those before. */
    static List<StarStage> of(Study study) {
        var stages = new ArrayList<StarStage>();
        if (study.phaseSpace() != PhaseSpace.NONE) {
            var phaseSpace = new PhaseSpaceStage(study.sun().orElseThrow(), study.phaseSpace());
            stages.add(phaseSpace);
            study.errors().ifPresent(e -> stages.add(new PhaseSpaceErrors(phaseSpace, e, study.orbits())));
        }
        study.orbits().ifPresent(o -> stages.add(new OrbitsStage(o.potential(), o.plan())));
        RelativeVelocities.of(study).ifPresent(stages::add);
        study.membership().ifPresent(m -> stages.add(new MembershipStage(m)));
        return List.copyOf(stages);
    }
}
