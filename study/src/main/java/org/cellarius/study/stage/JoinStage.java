package org.cellarius.study.stage;

import java.util.Optional;
import org.cellarius.study.CatalogueSource.Join;

/**
 * A catalogue is joined with a file by a key.
 *
 * @param catalogue its name
 */
public record JoinStage(String catalogue, Join join) implements StudyStage {

    @Override
    public String plan() {
        return "join %s with %s %s: %d columns"
                .formatted(
                        catalogue,
                        join.file().path(),
                        join.settings(),
                        join.file().named().size());
    }

    @Override
    public Optional<String> methods() {
        return Optional.of("Joined: " + catalogue + " with " + join.file().path() + " " + join.settings() + ".");
    }
}
