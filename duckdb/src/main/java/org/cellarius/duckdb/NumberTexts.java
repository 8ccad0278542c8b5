package org.cellarius.duckdb;

import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.Precision;
import org.cellarius.engine.TableColumn;

/**
 * Values as texts in SQL. A number that came in single precision has the digits that tell it from its neighbours there, 0.05; the whole
 * numbers of 2^24 and beyond, which can be identifiers, keep all theirs.
 */
final class NumberTexts {
    private static final String WHOLE_SINGLES = "16777216";

    private NumberTexts() {}

    /** The text of a column, or of an extreme of it. */
    static String of(TableColumn column, String value) {
        if (column.type() != ColumnType.DOUBLE || column.precision() != Precision.SINGLE) {
            return "CAST(" + value + " AS VARCHAR)";
        }
        String single = "CAST(" + value + " AS FLOAT)";
        return "CASE WHEN abs(" + value + ") < " + WHOLE_SINGLES + " AND " + single + " = " + value + " THEN CAST("
                + single + " AS VARCHAR) ELSE CAST(" + value + " AS VARCHAR) END";
    }

    /** The column itself, or its text where the database would write more digits than it has. */
    static String written(TableColumn column) {
        String name = Sql.name(column.name());
        return column.precision() == Precision.SINGLE ? of(column, name) + " AS " + name : name;
    }
}
