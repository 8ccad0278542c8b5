package org.cellarius.study.stage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.EpochSource;

/** Positions and motions are carried to one epoch. */
public record EpochStage(EpochSource epoch, List<CatalogueSource> catalogues) implements StudyStage {
    public EpochStage {
        catalogues = List.copyOf(catalogues);
    }

    @Override
    public String plan() {
        return "carry positions and motions to " + epoch.settings();
    }

    @Override
    public Optional<String> methods() {
        return Optional.of("Positions and motions were carried from the catalogues' epochs ("
                + catalogues.stream()
                        .map(c -> c.name() + " J" + c.epochYear().orElseThrow())
                        .collect(Collectors.joining(", "))
                + ") to " + epoch.settings()
                + " (ESA 1997, The Hipparcos and Tycho Catalogues, vol. 1, sec. 1.5.5); their errors were not.");
    }
}
