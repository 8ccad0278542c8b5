package org.cellarius.study.stage;

import java.util.List;
import java.util.Optional;
import org.cellarius.study.Cut;

/** Stars that a cut leaves. */
public record CutStage(Cut cut) implements StudyStage {

    @Override
    public String plan() {
        return "cut %s: %s".formatted(cut.name(), cut.keep());
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
