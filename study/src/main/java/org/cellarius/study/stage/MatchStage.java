package org.cellarius.study.stage;

import java.util.Optional;
import org.cellarius.study.MatchSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * A catalogue is matched with a file on the sky.
 *
 * @param catalogue its name
 * @param number which of its matches, from 0
 */
public record MatchStage(String catalogue, int number, MatchSource match) implements StudyStage {

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

    @Override
    public void resolve(ObjectNode study) {
        ResolvedColumns.write(
                match.file(), ResolvedColumns.entry(study.at("/catalogues/" + catalogue + "/match"), number));
    }
}
