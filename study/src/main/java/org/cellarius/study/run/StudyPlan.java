package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.Study;
import org.cellarius.study.stage.StarStage;

/** What a run of a study would do, in sentences. */
final class StudyPlan {

    private StudyPlan() {}

    /**
     * What a run would do, in its order.
     *
     * @param study as written
     * @param named the same with the columns that survey dictionaries give
     */
    static List<String> of(Study study, Study named, Path output) {
        var plan = new ArrayList<String>();
        study.mock()
                .ifPresent(m -> plan.add("write a mock survey of %,d stars, seed %d".formatted(m.stars(), m.seed())));
        for (CatalogueSource c : named.catalogues()) {
            plan.add("read %s from %s: %d columns"
                    .formatted(c.name(), c.file().path(), c.file().named().size()));
            c.joins()
                    .forEach(j -> plan.add("join %s with %s %s: %d columns"
                            .formatted(
                                    c.name(),
                                    j.file().path(),
                                    j.settings(),
                                    j.file().named().size())));
            c.matches()
                    .forEach(m -> plan.add("match %s with %s on the sky: %s"
                            .formatted(c.name(), m.file().path(), m.settings())));
        }
        study.epoch().ifPresent(e -> plan.add("carry positions and motions to " + e.settings()));
        for (CatalogueSource c : study.catalogues()) {
            c.distance().ifPresent(d -> plan.add("distances of " + c.name() + ": " + d.settings()));
        }
        study.repeats()
                .ifPresent(r -> plan.add("remove repeated stars within %s arcsec, keep the %s"
                        .formatted(r.radiusArcsec(), r.described())));
        StarStage.of(study).forEach(stage -> plan.add(stage.plan()));
        study.cuts().forEach(c -> plan.add("cut %s: %s".formatted(c.name(), c.keep())));
        study.corrections()
                .forEach(c -> plan.add("correct %s: subtract %s along %s"
                        .formatted(
                                c.head().name(),
                                c.model().description(),
                                c.against().expression())));
        study.populations().forEach((name, text) -> plan.add("population %s: %s".formatted(name, text)));
        study.products().forEach(p -> plan.add("measure %s".formatted(p.head().name())));
        study.vary()
                .ifPresent(v -> v.settings()
                        .forEach(setting -> setting.alternatives()
                                .forEach(alternative -> plan.add(
                                        "measure again with %s: %s".formatted(setting.name(), alternative.name())))));
        plan.add("write the report to " + output);
        return plan;
    }
}
