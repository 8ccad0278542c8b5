package org.cellarius.duckdb;

import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.Precision;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.stream.MeantDecimals;

/** {@link MeantDecimals} in SQL. */
final class SinglePrecision {

    private SinglePrecision() {}

    /** The column under its own name, as decimals where it came in single precision. */
    static String meant(TableColumn column) {
        String name = Sql.name(column.name());
        if (column.type() != ColumnType.DOUBLE || column.precision() != Precision.SINGLE) {
            return name;
        }
        var cases = new StringBuilder("CASE");
        for (int places = 1; places <= MeantDecimals.MOST_PLACES; places++) {
            String rounded = "round(" + name + ", " + places + ")";
            cases.append(" WHEN abs(")
                    .append(name)
                    .append(") < ")
                    .append(MeantDecimals.MOST_DIGITS / Math.pow(10, places))
                    .append(" AND TRY_CAST(")
                    .append(rounded)
                    .append(" AS FLOAT) = ")
                    .append(name)
                    .append(" THEN ")
                    .append(rounded);
        }
        return cases.append(" ELSE ")
                .append(name)
                .append(" END AS ")
                .append(name)
                .toString();
    }
}
