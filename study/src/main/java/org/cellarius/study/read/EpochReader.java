package org.cellarius.study.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.frame.EpochColumns.Depth;
import org.cellarius.galaxy.frame.EpochColumns.RadialMotion;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.EpochSource;

/** The section {@code epoch} of a study, and the epochs of its catalogues. */
final class EpochReader {

    private EpochReader() {}

    static Optional<EpochSource> epoch(Section root, List<CatalogueSource> catalogues) {
        Optional<EpochSource> epoch = root.optionalSection("epoch").map(s -> {
            var source = new EpochSource(
                    s.number("to"),
                    s.choice("radial-motion", "rule of radial motion", Arrays.asList(RadialMotion.values())),
                    s.has("depth")
                            ? Optional.of(s.choice("depth", "depth", Arrays.asList(Depth.values())))
                            : Optional.empty(),
                    s.place());
            catalogues.forEach(source::kernel);
            return source;
        });
        if (epoch.isEmpty()) {
            checkOneEpoch(root, catalogues);
        }
        return epoch;
    }

    /** Catalogues of different epochs are not put one below the other as if they were of one. */
    private static void checkOneEpoch(Section root, List<CatalogueSource> catalogues) {
        List<CatalogueSource> dated =
                catalogues.stream().filter(c -> c.epochYear().isPresent()).toList();
        if (dated.stream().map(CatalogueSource::epochYear).distinct().count() > 1) {
            throw new InputError(
                    "the catalogues are of different epochs: "
                            + dated.stream()
                                    .map(c -> c.name() + " " + c.epochYear().orElseThrow())
                                    .collect(Collectors.joining(", ")),
                    root.place("catalogues").toString(),
                    "Say to which they are carried:  epoch: {to: YEAR, radial-motion: where-known}");
        }
    }
}
