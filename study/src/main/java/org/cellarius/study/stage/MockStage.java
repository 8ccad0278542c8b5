package org.cellarius.study.stage;

import java.util.List;
import java.util.Optional;
import org.cellarius.study.MockSurvey;

/** A mock survey is written. */
public record MockStage(MockSurvey mock) implements StudyStage {

    @Override
    public String plan() {
        return "write a mock survey of %,d stars, seed %d".formatted(mock.stars(), mock.seed());
    }

    @Override
    public Optional<String> methods() {
        return Optional.empty();
    }

    @Override
    public List<String> citations() {
        return List.of();
    }
}
