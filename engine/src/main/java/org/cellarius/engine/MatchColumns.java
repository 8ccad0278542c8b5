package org.cellarius.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The columns of a match: A's with their names, B's, and the match's own; a name that is taken gets {@code _2}, or the next number
 * that is free. Upper and lower case are one, as in SQL.
 *
 * @param all the columns with units and descriptions
 * @param selected the same as SQL, of A's row a, B's row b and the match m
 */
record MatchColumns(List<TableColumn> all, String selected) {
    MatchColumns {
        all = List.copyOf(all);
    }

    static MatchColumns of(List<TableColumn> a, List<TableColumn> b, boolean moved, SkyMatch match) {
        var columns = new Builder();
        a.forEach(c -> columns.add("a", c, ""));
        b.forEach(c -> columns.add("b", c, ""));
        own(moved, match).forEach(c -> columns.add("m", c, match.suffix()));
        return new MatchColumns(columns.all, String.join(", ", columns.sql));
    }

    /** The columns of a match that neither table has. */
    static List<TableColumn> own(boolean moved, SkyMatch match) {
        return MatchRows.COLUMNS.stream()
                .filter(c -> c.name().equals(SkyMatch.SEPARATION)
                        || (moved && c.name().equals(SkyMatch.MOVED))
                        || (match.sigmas().isPresent() && c.name().equals(SkyMatch.SEPARATION_SIGMA)))
                .toList();
    }

    private static final class Builder {
        private final List<TableColumn> all = new ArrayList<>();
        private final List<String> sql = new ArrayList<>();
        private final Set<String> taken = new HashSet<>();

        void add(String table, TableColumn column, String suffix) {
            String name = free(column.name() + suffix);
            // Two tables may have flags of the same name with other bits: only A's keep their names.
            all.add(name.equals(column.name()) ? column : column.named(name).withoutFlags());
            sql.add(table + "." + Sql.name(column.name()) + " AS " + Sql.name(name));
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
