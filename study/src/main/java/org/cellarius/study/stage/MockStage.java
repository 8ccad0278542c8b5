package org.cellarius.study.stage;

import org.cellarius.study.MockSurvey;

/** A mock survey is written. */
public record MockStage(MockSurvey mock) implements StudyStage {

    @Override
    public String plan() {
        return "write a mock survey of %,d stars, seed %d".formatted(mock.stars(), mock.seed());
    }
}
