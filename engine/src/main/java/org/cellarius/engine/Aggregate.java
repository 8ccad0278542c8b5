package org.cellarius.engine;

import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.expression.Expression;

/**
 * A number about some rows.
 *
 * @param column what it is called
 * @param kind what it is
 * @param of the values that it is about; missing ones do not count
 * @param where the rows that count
 */
public record Aggregate(TableColumn column, Kind kind, Expression of, Expression where) {

    /** What is asked of values. */
    public sealed interface Kind {}

    /** Kinds without a setting. */
    public enum Of implements Kind {
        /** How many there are. */
        COUNT,
        /** How many different ones there are. */
        DIFFERENT,
        MEAN,
        /** The smallest one. */
        LEAST,
        /** The largest one. */
        GREATEST
    }

    /**
     * A quantile, linear between neighbours.
     *
     * @param probability from 0 to 1
     */
    public record Quantile(double probability) implements Kind {}

    /** How many rows fulfil a condition. */
    public static Aggregate count(String name, Expression condition) {
        return new Aggregate(new TableColumn(name, ColumnType.LONG, "", ""), Of.COUNT, Expression.of(1L), condition);
    }

    /** A number about all values that are there. */
    public static Aggregate of(String name, Kind kind, Expression of) {
        ColumnType type = switch (kind) {
            case Of.COUNT, Of.DIFFERENT -> ColumnType.LONG;
            case Of.MEAN -> ColumnType.DOUBLE;
            case Quantile q -> ColumnType.DOUBLE;
            case Of.LEAST, Of.GREATEST -> of.type();
        };
        return new Aggregate(new TableColumn(name, type, "", ""), kind, of, Expression.always());
    }

    /** The same of the rows that fulfil a condition. */
    public Aggregate where(Expression condition) {
        return new Aggregate(column, kind, of, where.and(condition));
    }
}
