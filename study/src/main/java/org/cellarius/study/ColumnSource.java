package org.cellarius.study;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.survey.GaiaRelease;
import org.cellarius.catalogue.yaml.Place;

/**
 * Where a column of the star table comes from.
 *
 * @param name name in the star table
 * @param origin the file's column, or an expression over the file's columns
 * @param unit unit of the origin as the study states it; empty where the file must tell
 * @param target unit in the star table for a column that has no canonical one; empty to keep the file's
 * @param fillers values that stand for missing
 * @param description one line, may be empty
 * @param identifiersOf the release of Gaia whose identifiers it is said to hold; empty where nobody says so
 * @param place where the study says so
 * @param namer who says so
 */
public record ColumnSource(
        String name,
        Origin origin,
        Optional<String> unit,
        Optional<String> target,
        List<String> fillers,
        String description,
        Optional<GaiaRelease> identifiersOf,
        Place place,
        Namer namer) {
    public ColumnSource {
        fillers = List.copyOf(fillers);
    }

    /** The release of Gaia whose identifiers it holds: as said, else as the name of the file's column tells, or that of one in an expression. */
    Optional<GaiaRelease> release() {
        Optional<GaiaRelease> said = identifiersOf.filter(r -> r != GaiaRelease.UNTOLD);
        return said.or(() -> switch (origin) {
                    case Origin.FileColumn o -> GaiaRelease.toldBy(o.column());
                    case Origin.Computed o -> GaiaRelease.toldBy(o.expression());
                })
                .or(() -> identifiersOf);
    }

    /** Who says that a column is taken. */
    public enum Namer {
        /** The study: each of its fillers is counted, even where there is none. */
        STUDY,
        /** A survey dictionary, whose fillers are those of the whole survey: they are told where there are any. */
        SURVEY
    }

    /** A column of the file, or something computed from its columns. */
    public sealed interface Origin {
        /** The file's column of that name. */
        record FileColumn(String column) implements Origin {}

        /** An SQL expression over the file's columns. */
        record Computed(String expression) implements Origin {}
    }
}
