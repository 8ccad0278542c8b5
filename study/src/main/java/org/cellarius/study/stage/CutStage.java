package org.cellarius.study.stage;

import org.cellarius.study.Cut;

/** Stars that a cut leaves. */
public record CutStage(Cut cut) implements StudyStage {

    @Override
    public String plan() {
        return "cut %s: %s".formatted(cut.name(), cut.keep());
    }
}
