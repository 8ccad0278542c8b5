package org.cellarius.catalogue.isochrone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a file holds.
 *
 * @param path the file
 * @param family as in {@link IsochroneTable}
 * @param photometry as in {@link IsochroneTable}
 * @param columns as in {@link IsochroneTable}
 * @param isochrones as in {@link IsochroneTable}
 * @param told what is to be told, and of how many points; 0 where no points are meant
 */
record IsochroneFile(
        Path path,
        String family,
        Optional<String> photometry,
        List<String> columns,
        List<IsochroneRows> isochrones,
        Map<String, Long> told) {
    IsochroneFile {
        columns = List.copyOf(columns);
        isochrones = List.copyOf(isochrones);
        told = java.util.Collections.unmodifiableMap(new TreeMap<>(told));
    }
}
