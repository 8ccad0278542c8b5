package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cellarius.study.Study;
import org.cellarius.study.stage.StudyStage;

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
        StudyStage.of(named).forEach(stage -> plan.add(stage.plan()));
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
