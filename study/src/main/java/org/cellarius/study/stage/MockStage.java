package org.cellarius.study.stage;

import org.cellarius.study.MockSurvey;
import tools.jackson.databind.node.ObjectNode;

/** A mock survey is written. */
public record MockStage(MockSurvey mock) implements StudyStage {

    @Override
    public String plan() {
        return "write a mock survey of %,d stars, seed %d".formatted(mock.stars(), mock.seed());
    }

    @Override
    public void resolve(ObjectNode study) {
        study.withObject("/mock").set("sun", ResolvedSun.of(study, mock.sun()));
    }
}
