package org.cellarius.engine;

import org.cellarius.engine.expression.Expression;

/**
 * A column of numbers brought into a unit.
 *
 * @param column name of the column
 * @param factor from its unit to the one wanted
 */
public record ScaledColumn(String column, double factor) {

    /** As an expression. */
    public Expression value() {
        return scaled(Expression.number(column), factor);
    }

    /** An expression times a unit's factor; divided where the inverse is a whole number, so that 700 pc are 0.7 kpc. */
    public static Expression scaled(Expression number, double factor) {
        if (factor == 1) {
            return number;
        }
        double divisor = divisor(factor);
        return divisor > 0 ? number.over(Expression.of(divisor)) : number.times(Expression.of(factor));
    }

    /** Brings values of the column into the unit wanted, as the expression does. */
    public void scale(double[] values, int rows) {
        double divisor = divisor(factor);
        for (int i = 0; i < rows; i++) {
            values[i] = divisor > 0 ? values[i] / divisor : values[i] * factor;
        }
    }

    /** The whole number whose inverse a factor is; 0 where there is none. */
    private static double divisor(double factor) {
        double inverse = Math.rint(1 / factor);
        return factor < 1 && Math.abs(factor * inverse - 1) < 1e-15 ? inverse : 0;
    }
}
