package org.cellarius.duckdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;

/** Texts that blank-separated text holds in quotes only, or not at all. */
final class BlankSeparated {
    private static final String LINE_END = "[\\n\\r]";

    /** What parts words or begins a comment; the database itself quotes blanks and quotes. */
    private static final String TO_QUOTE = "[\\t\\f\\x0b\\x{a0}]|^#";

    private BlankSeparated() {}

    /**
     * The columns whose texts must be quoted.
     *
     * @throws InputError if a text or a name has a line end: a row is a line in such files
     */
    static List<String> quoted(Database database, StarTable table, Path output) {
        List<String> quoted = new ArrayList<>();
        for (TableColumn column : table.columns()) {
            String name = column.name();
            boolean text = column.type() == ColumnType.TEXT;
            long ends = text ? count(database, table, name, LINE_END) : 0;
            if (ends > 0 || name.contains("\n") || name.contains("\r")) {
                throw new InputError(
                        "column '" + name.replaceAll("[\\n\\r]+", " ") + "' has "
                                + (ends > 0
                                        ? "%,d text%s with a line end".formatted(ends, ends == 1 ? "" : "s")
                                        : "a name with a line end")
                                + ", which blank-separated text cannot hold",
                        output.toString(),
                        "Write it as .csv or .parquet, or take the column out");
            }
            if (text && count(database, table, name, TO_QUOTE) > 0) {
                quoted.add(name);
            }
        }
        return quoted;
    }

    private static long count(Database database, StarTable table, String column, String pattern) {
        return (long) database.numbers("SELECT count(*) FROM " + DuckDbTable.sql(table) + " WHERE regexp_matches("
                + Sql.name(column) + ", " + Sql.text(pattern) + ")")[0];
    }
}
