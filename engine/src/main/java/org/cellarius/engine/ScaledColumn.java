package org.cellarius.engine;

/**
 * A column of numbers brought into a unit.
 *
 * @param column name of the column
 * @param factor from its unit to the one wanted
 */
public record ScaledColumn(String column, double factor) {

    /** As an expression in SQL. */
    public String sql() {
        return Sql.scaled(Sql.name(column), factor);
    }

    /** Brings values of the column into the unit wanted, as the expression does. */
    void scale(double[] values, int rows) {
        double divisor = Sql.divisor(factor);
        for (int i = 0; i < rows; i++) {
            values[i] = divisor > 0 ? values[i] / divisor : values[i] * factor;
        }
    }
}
