package org.cellarius.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.study.yaml.Place;

/**
 * A catalogue of the study.
 *
 * @param name short name; stands in the column {@code catalogue}
 * @param file the file and its columns
 * @param title longer name for the report
 * @param citation the paper to cite, may be empty
 * @param epochYear epoch of its positions, Julian years; empty where the study does not say
 * @param distance where its distances come from; empty where the study does not say, and they are its own
 * @param join a second file joined to the first
 * @param matches further files, matched on the sky one after the other
 */
public record CatalogueSource(
        String name,
        FileSource file,
        String title,
        String citation,
        Optional<Double> epochYear,
        Optional<DistanceSource> distance,
        Optional<Join> join,
        List<MatchSource> matches) {
    public CatalogueSource {
        matches = List.copyOf(matches);
    }

    /** Whether a column of that name comes from one of the files. */
    boolean has(String column) {
        return files().stream()
                        .flatMap(f -> f.columns().stream())
                        .anyMatch(c -> c.name().equals(column))
                || matches.stream().anyMatch(m -> m.columns().contains(column));
    }

    /** All its files: the first, the one joined, those matched. */
    public List<FileSource> files() {
        var files = new ArrayList<FileSource>(List.of(file));
        join.ifPresent(j -> files.add(j.file()));
        matches.forEach(m -> files.add(m.file()));
        return files;
    }

    CatalogueSource withDistance(DistanceSource source) {
        return new CatalogueSource(name, file, title, citation, epochYear, Optional.of(source), join, matches);
    }

    CatalogueSource withMatch(MatchSource match) {
        var more = new ArrayList<>(matches);
        more.add(match);
        return new CatalogueSource(name, file, title, citation, epochYear, distance, join, more);
    }

    /**
     * A file and the columns taken from it.
     *
     * @param path as the study writes it: relative to the study, {@code data:PATH} or {@code mock:FILE}
     * @param format word for the format; empty where the content decides
     * @param hdu extension or table; empty for the first
     */
    public record FileSource(
            String path, Optional<String> format, Optional<String> hdu, List<ColumnSource> columns, Place place) {
        public FileSource {
            columns = List.copyOf(columns);
        }
    }

    /** What happens to rows without a partner in the second file. */
    public enum Unmatched {
        DROP,
        KEEP
    }

    /**
     * A join with a second file in which the key is unique.
     *
     * @param on name of the key column in the star table; both files have it
     */
    public record Join(FileSource file, String on, Unmatched unmatched) {}
}
