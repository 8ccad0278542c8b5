package org.cellarius.engine.sky;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.SkyMatch;
import org.cellarius.engine.TableColumn;

/**
 * The columns of a match: A's with their names, B's, and the match's own; a name that is taken gets {@code _2}, or the next number
 * that is free. Upper and lower case are one.
 *
 * @param all the columns with units and descriptions
 * @param sources where each comes from, in the same order
 */
public record MatchColumns(List<TableColumn> all, List<Source> sources) {

    /** The columns of a match, behind the numbers of the rows of A and B. */
    public static final List<TableColumn> OWN = List.of(
            new TableColumn(SkyMatch.SEPARATION, ColumnType.DOUBLE, "arcsec", "separation of the positions matched"),
            new TableColumn(
                    SkyMatch.MOVED,
                    ColumnType.BOOLEAN,
                    "",
                    "whether the position was carried to the epoch of the other table; false where no proper motion is known"),
            new TableColumn(
                    SkyMatch.SEPARATION_SIGMA,
                    ColumnType.DOUBLE,
                    "",
                    "separation in units of the root of the sum of both errors' squares"));

    /** Whose column it is. */
    public enum Side {
        A,
        B,
        MATCH
    }

    /** A column of a side, by its name there. */
    public record Source(Side side, String column) {}

    public MatchColumns {
        all = List.copyOf(all);
        sources = List.copyOf(sources);
    }

    public static MatchColumns of(List<TableColumn> a, List<TableColumn> b, boolean moved, SkyMatch match) {
        var columns = new Builder();
        a.forEach(c -> columns.add(Side.A, c, ""));
        b.forEach(c -> columns.add(Side.B, c, ""));
        own(moved, match).forEach(c -> columns.add(Side.MATCH, c, match.suffix()));
        return new MatchColumns(columns.all, columns.sources);
    }

    /** The columns of a match that neither table has. */
    static List<TableColumn> own(boolean moved, SkyMatch match) {
        return OWN.stream()
                .filter(c -> c.name().equals(SkyMatch.SEPARATION)
                        || (moved && c.name().equals(SkyMatch.MOVED))
                        || (match.sigmas().isPresent() && c.name().equals(SkyMatch.SEPARATION_SIGMA)))
                .toList();
    }

    private static final class Builder {
        private final List<TableColumn> all = new ArrayList<>();
        private final List<Source> sources = new ArrayList<>();
        private final Set<String> taken = new HashSet<>();

        void add(Side side, TableColumn column, String suffix) {
            String name = free(column.name() + suffix);
            // Two tables may have flags of the same name with other bits: only A's keep their names.
            all.add(name.equals(column.name()) ? column : column.named(name).withoutFlags());
            sources.add(new Source(side, column.name()));
        }

        private String free(String name) {
            String candidate = name;
            for (int number = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); number++) {
                candidate = name + "_" + number;
            }
            return candidate;
        }
    }
}
