package org.cellarius.study.stage;

import org.cellarius.study.MockDisc;
import org.cellarius.study.MockOfSurvey;
import org.cellarius.study.MockOfSurvey.Pattern;
import org.cellarius.study.MockSurvey;
import tools.jackson.databind.node.ObjectNode;

/** A mock survey is written. */
public record MockStage(MockSurvey mock) implements StudyStage {

    @Override
    public String plan() {
        return switch (mock) {
            case MockDisc disc -> "write a mock survey of %,d stars, seed %d".formatted(disc.stars(), disc.seed());
            case MockOfSurvey survey ->
                "write a mock of %s, %,d stars, seed %d"
                        .formatted(survey.design().name(), survey.stars(), survey.seed());
        };
    }

    @Override
    public void resolve(ObjectNode study) {
        ObjectNode written = study.withObject("/mock");
        switch (mock) {
            case MockDisc disc -> written.set("sun", ResolvedSun.of(study, disc.sun()));
            case MockOfSurvey survey -> written.put("axisymmetric", survey.pattern() == Pattern.NONE);
        }
    }
}
