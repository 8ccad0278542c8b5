package org.cellarius.study.stage;

import java.util.Optional;
import org.cellarius.study.CatalogueSource.Join;
import tools.jackson.databind.node.ObjectNode;

/**
 * A catalogue is joined with a file by a key.
 *
 * @param catalogue its name
 * @param number which of its joins, from 0
 */
public record JoinStage(String catalogue, int number, Join join) implements StudyStage {

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

    @Override
    public void resolve(ObjectNode study) {
        ResolvedColumns.write(
                join.file(), ResolvedColumns.entry(study.at("/catalogues/" + catalogue + "/join"), number));
    }
}
