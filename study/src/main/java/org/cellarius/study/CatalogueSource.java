package org.cellarius.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.MissingUnits;
import org.cellarius.catalogue.survey.SurveyDictionary;
import org.cellarius.catalogue.yaml.Place;

/**
 * A catalogue of the study.
 *
 * @param name short name; stands in the column {@code catalogue}
 * @param file the file and its columns
 * @param title longer name for the report
 * @param citation the paper to cite, may be empty
 * @param epochYear epoch of its positions, Julian years; empty where the study does not say
 * @param distance where its distances come from; empty where the study does not say, and they are its own
 * @param selection the probability that a star is in it; empty where the study does not say
 * @param joins further files, joined by a key one after the other
 * @param matches further files, matched on the sky one after the other, after all joins
 */
public record CatalogueSource(
        String name,
        FileSource file,
        String title,
        String citation,
        Optional<Double> epochYear,
        Optional<DistanceSource> distance,
        Optional<SelectionSource> selection,
        List<Join> joins,
        List<MatchSource> matches) {
    public CatalogueSource {
        joins = List.copyOf(joins);
        matches = List.copyOf(matches);
    }

    /** Whether a column of that name comes from one of the files; of a survey's columns a file may lack some. */
    public boolean has(String column) {
        return files().stream().anyMatch(f -> f.has(column))
                || matches.stream().anyMatch(m -> m.columns().contains(column));
    }

    /** The same catalogue with each of its files as this makes it. */
    public CatalogueSource of(UnaryOperator<FileSource> made) {
        return new CatalogueSource(
                name,
                made.apply(file),
                title,
                citation,
                epochYear,
                distance,
                selection,
                joins.stream().map(j -> j.of(made.apply(j.file()))).toList(),
                matches.stream().map(m -> m.of(made.apply(m.file()))).toList());
    }

    /** All its files: the first, those joined, those matched. */
    public List<FileSource> files() {
        return Stream.of(
                        Stream.of(file),
                        joins.stream().map(Join::file),
                        matches.stream().map(MatchSource::file))
                .flatMap(f -> f)
                .toList();
    }

    /** The survey dictionaries of its files, each once. */
    public List<SurveyDictionary> dictionaries() {
        return files().stream()
                .flatMap(f -> f.survey().stream())
                .map(SurveySource::dictionary)
                .distinct()
                .toList();
    }

    public CatalogueSource withDistance(DistanceSource source) {
        return new CatalogueSource(
                name, file, title, citation, epochYear, Optional.of(source), selection, joins, matches);
    }

    public CatalogueSource withMatch(MatchSource match) {
        var more = new ArrayList<>(matches);
        more.add(match);
        return new CatalogueSource(name, file, title, citation, epochYear, distance, selection, joins, more);
    }

    /** The same catalogue with the papers of its dictionaries to cite. */
    public CatalogueSource citingDictionaries() {
        String papers = dictionaries().stream()
                .map(SurveyDictionary::citation)
                .distinct()
                .collect(Collectors.joining("; "));
        return new CatalogueSource(name, file, title, papers, epochYear, distance, selection, joins, matches);
    }

    /**
     * A file and the columns taken from it.
     *
     * @param path as the study writes it: relative to the study, {@code data:PATH} or {@code mock:FILE}
     * @param format word for the format; empty where the content decides
     * @param hdu extension or table; empty for the first
     * @param columns those that the study names, and where the file is known those of its survey
     * @param flags flags with named bits or characters
     * @param missingUnits what stands for units that neither the file nor the study gives
     * @param survey the dictionary whose columns are still to be taken, once the file is known
     */
    public record FileSource(
            String path,
            Optional<String> format,
            Optional<String> hdu,
            List<ColumnSource> columns,
            List<FlagSource> flags,
            MissingUnits missingUnits,
            Optional<SurveySource> survey,
            Place place) {
        public FileSource {
            columns = List.copyOf(columns);
            flags = List.copyOf(flags);
        }

        /** The columns that are named, those of flags among them. */
        public List<ColumnSource> named() {
            return Stream.concat(columns.stream(), flags.stream().map(FlagSource::asColumn))
                    .toList();
        }

        /** Whether the study itself names a column, or a flag's. */
        public boolean names(String column) {
            return named().stream().anyMatch(c -> c.name().equals(column));
        }

        public boolean has(String column) {
            return names(column) || survey.map(s -> s.offers(column)).orElse(false);
        }

        /** The same file with these columns and flags, and no others. */
        public FileSource taking(List<ColumnSource> taken, List<FlagSource> flagged) {
            return new FileSource(path, format, hdu, taken, flagged, missingUnits, Optional.empty(), place);
        }
    }

    /** What happens to rows without a partner in the second file. */
    public enum Unmatched {
        DROP,
        KEEP
    }

    /** How identifiers of Gaia are compared whose releases differ. */
    public enum Identifiers {
        /** Not at all: they must be of one list of sources. */
        OF_ONE_RELEASE,
        /** As the numbers that they are. */
        AS_NUMBERS
    }

    /**
     * A join with a file in which the key is unique.
     *
     * @param on name of the key column in the star table: the file has it, and the catalogue's own one or one joined before
     */
    public record Join(FileSource file, String on, Unmatched unmatched, Identifiers identifiers) {

        /** The same join with that file. */
        Join of(FileSource other) {
            return new Join(other, on, unmatched, identifiers);
        }

        /** How it is joined, in words. */
        public String settings() {
            return "on " + on
                    + (unmatched == Unmatched.KEEP ? ", rows without a partner kept" : "")
                    + (identifiers == Identifiers.AS_NUMBERS ? ", identifiers compared as numbers" : "");
        }
    }
}
