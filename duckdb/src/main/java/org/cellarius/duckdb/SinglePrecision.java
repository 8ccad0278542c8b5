package org.cellarius.duckdb;

import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.Precision;
import org.cellarius.engine.TableColumn;

/**
 * Numbers of single precision as the decimals that were meant: the nearest double of 0.3, not that of the nearest float, 0.30000001192. A star of [Fe/H] &minus;0.1 so lies on
 * the edge &minus;0.1, whatever the format of its catalogue, and {@code fe_h >= -0.1} keeps it.
 *
 * <p>The decimal is the shortest that the same float stands for, if its digits make a number below {@value #MOST_DIGITS}: 12.345, &minus;0.1, 1.6. Such a float was written as that
 * decimal, but for one in five hundred at most; one of more digits may as well be a measurement of full precision, and stays as it is. Edges, limits of cuts and rounded catalogues have
 * few digits. The change is below half a unit in the float's last place.
 */
final class SinglePrecision {

    private static final int MOST_DIGITS = 16_384;

    private static final int MOST_PLACES = 5;

    private SinglePrecision() {}

    /** The column under its own name, as decimals where it came in single precision. */
    static String meant(TableColumn column) {
        String name = Sql.name(column.name());
        if (column.type() != ColumnType.DOUBLE || column.precision() != Precision.SINGLE) {
            return name;
        }
        var cases = new StringBuilder("CASE");
        for (int places = 1; places <= MOST_PLACES; places++) {
            String rounded = "round(" + name + ", " + places + ")";
            cases.append(" WHEN abs(")
                    .append(name)
                    .append(") < ")
                    .append(MOST_DIGITS / Math.pow(10, places))
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
