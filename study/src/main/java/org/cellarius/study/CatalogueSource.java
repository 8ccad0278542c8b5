package org.cellarius.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 */
public record CatalogueSource(
        String name,
        FileSource file,
        String title,
        String citation,
        Optional<Double> epochYear,
        Optional<DistanceSource> distance,
        Optional<Join> join) {

    /** Whether a column of that name comes from one of the files; of a survey's columns a file may lack some. */
    boolean has(String column) {
        return Stream.concat(Stream.of(file), join.stream().map(Join::file)).anyMatch(f -> f.has(column));
    }

    /** The same catalogue from these files. */
    public CatalogueSource of(FileSource first, Optional<Join> second) {
        return new CatalogueSource(name, first, title, citation, epochYear, distance, second);
    }

    CatalogueSource withDistance(DistanceSource source) {
        return new CatalogueSource(name, file, title, citation, epochYear, Optional.of(source), join);
    }

    /**
     * A file and the columns taken from it.
     *
     * @param path as the study writes it: relative to the study, {@code data:PATH} or {@code mock:FILE}
     * @param format word for the format; empty where the content decides
     * @param hdu extension or table; empty for the first
     * @param columns those that the study names, and where the file is known those of its survey
     * @param flags flags with named bits or characters
     * @param survey the dictionary whose columns are still to be taken, once the file is known
     */
    public record FileSource(
            String path,
            Optional<String> format,
            Optional<String> hdu,
            List<ColumnSource> columns,
            List<FlagSource> flags,
            Optional<SurveySource> survey,
            Place place) {
        public FileSource {
            columns = List.copyOf(columns);
            flags = List.copyOf(flags);
        }

        /** Whether the study itself names a column, or a flag's. */
        public boolean names(String column) {
            return Stream.concat(
                            columns.stream().map(ColumnSource::name),
                            flags.stream().map(f -> f.names().column()))
                    .anyMatch(column::equals);
        }

        boolean has(String column) {
            return names(column) || survey.map(s -> s.offers(column)).orElse(false);
        }

        /** The same file with these columns and flags, and no others. */
        public FileSource taking(List<ColumnSource> taken, List<FlagSource> flagged) {
            return new FileSource(path, format, hdu, taken, flagged, Optional.empty(), place);
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
    public record Join(FileSource file, String on, Unmatched unmatched) {

        /** The same join with that file. */
        public Join of(FileSource other) {
            return new Join(other, on, unmatched);
        }
    }
}
