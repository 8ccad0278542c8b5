package org.cellarius.study.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.Study;
import tools.jackson.databind.node.ObjectNode;

/** A step from the catalogue files to the stars that are measured, and what is said of it. */
public sealed interface StudyStage
        permits MockStage,
                ReadStage,
                JoinStage,
                MatchStage,
                EpochStage,
                DistanceStage,
                SelectionStage,
                RepeatsStage,
                AgesStage,
                StarStage,
                CutStage {

    /** The sentence of the plan, without a full stop. */
    String plan();

    /** A paragraph of the report's Methods; empty where there is nothing to say. */
    default Optional<String> methods() {
        return Optional.empty();
    }

    /** Where formulas and numbers come from. */
    default List<String> citations() {
        return List.of();
    }

    /** Writes what it left to defaults, or took from elsewhere, into the study as it was run. */
    default void resolve(ObjectNode study) {}

    /**
     * The steps of a study, in the order in which they are done.
     *
     * @param study with the columns that survey dictionaries give
     */
    static List<StudyStage> of(Study study) {
        var stages = new ArrayList<StudyStage>();
        study.mock().ifPresent(m -> stages.add(new MockStage(m)));
        for (CatalogueSource catalogue : study.catalogues()) {
            stages.add(new ReadStage(catalogue));
            for (int k = 0; k < catalogue.joins().size(); k++) {
                stages.add(new JoinStage(catalogue.name(), k, catalogue.joins().get(k)));
            }
            for (int k = 0; k < catalogue.matches().size(); k++) {
                stages.add(
                        new MatchStage(catalogue.name(), k, catalogue.matches().get(k)));
            }
        }
        study.epoch().ifPresent(e -> stages.add(new EpochStage(e, study.catalogues())));
        study.catalogues().forEach(c -> c.distance().ifPresent(d -> stages.add(new DistanceStage(c.name(), d))));
        study.catalogues().forEach(c -> c.selection().ifPresent(d -> stages.add(new SelectionStage(c.name(), d))));
        study.repeats().ifPresent(r -> stages.add(new RepeatsStage(r)));
        study.ages().ifPresent(a -> stages.add(new AgesStage(a)));
        stages.addAll(StarStage.of(study));
        study.cuts().forEach(c -> stages.add(new CutStage(c)));
        return List.copyOf(stages);
    }
}
