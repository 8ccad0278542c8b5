package org.cellarius.study.stage;

import java.util.List;
import org.cellarius.study.CatalogueSource;
import tools.jackson.databind.node.ObjectNode;

/** A catalogue's file is read. */
public record ReadStage(CatalogueSource catalogue) implements StudyStage {

    @Override
    public String plan() {
        return "read %s from %s: %d columns"
                .formatted(
                        catalogue.name(),
                        catalogue.file().path(),
                        catalogue.file().named().size());
    }

    @Override
    public List<String> citations() {
        return catalogue.citation().isEmpty() ? List.of() : List.of(catalogue.name() + ": " + catalogue.citation());
    }

    @Override
    public void resolve(ObjectNode study) {
        ObjectNode node = study.withObject("/catalogues/" + catalogue.name());
        if (!catalogue.citation().isEmpty()) {
            node.put("citation", catalogue.citation());
        }
        catalogue.epochYear().ifPresent(year -> node.put("epoch", year));
        ResolvedColumns.write(catalogue.file(), node);
    }
}
