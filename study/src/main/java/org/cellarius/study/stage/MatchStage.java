package org.cellarius.study.stage;

import java.util.Optional;
import org.cellarius.study.MatchSource;

/**
 * A catalogue is matched with a file on the sky.
 *
 * @param catalogue its name
 */
public record MatchStage(String catalogue, MatchSource match) implements StudyStage {

    @Override
    public String plan() {
        return "match %s with %s on the sky: %s"
                .formatted(catalogue, match.file().path(), match.settings());
    }

    @Override
    public Optional<String> methods() {
        return Optional.of(
                "Matched on the sky: " + catalogue + " with " + match.file().path() + " " + match.settings() + ".");
    }
}
