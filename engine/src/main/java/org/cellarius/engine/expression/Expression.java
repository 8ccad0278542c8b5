package org.cellarius.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;

/** A value computed of the columns of one row. */
public sealed interface Expression
        permits Column,
                RowNumber,
                Constant,
                Call,
                Comparison,
                Between,
                OneOf,
                Cases,
                Conversion,
                AllOf,
                AnyOf,
                Not,
                Missing,
                FirstPresent {

    /** What it gives; dates count as texts. */
    ColumnType type();

    /** The expressions that it is made of, in order. */
    List<Expression> parts();

    /** A column of numbers of the table. */
    static Expression number(String column) {
        return new Column(column, ColumnType.DOUBLE);
    }

    /** A column of texts of the table. */
    static Expression text(String column) {
        return new Column(column, ColumnType.TEXT);
    }

    /** A number, to its last bit. */
    static Expression of(double value) {
        return new Constant.Real(value);
    }

    /** A whole number. */
    static Expression of(long value) {
        return new Constant.Whole(Long.toString(value));
    }

    /** A text. */
    static Expression of(String words) {
        return new Constant.Words(words);
    }

    /** A condition that every row fulfils. */
    static Expression always() {
        return new Constant.Truth(true);
    }

    /** A condition that no row fulfils. */
    static Expression never() {
        return new Constant.Truth(false);
    }

    /** All of some conditions; none: every row. */
    static Expression all(List<Expression> conditions) {
        return switch (conditions.size()) {
            case 0 -> always();
            case 1 -> conditions.getFirst();
            default -> new AllOf(conditions);
        };
    }

    default Expression plus(Expression other) {
        return new Call(StarFunction.ADD, List.of(this, other));
    }

    default Expression minus(Expression other) {
        return new Call(StarFunction.SUBTRACT, List.of(this, other));
    }

    default Expression times(Expression other) {
        return new Call(StarFunction.MULTIPLY, List.of(this, other));
    }

    default Expression over(Expression other) {
        return new Call(StarFunction.DIVIDE, List.of(this, other));
    }

    default Expression absolute() {
        return new Call(StarFunction.ABS, List.of(this));
    }

    default Expression isEqualTo(Expression other) {
        return new Comparison(Comparison.Sign.EQUAL, this, other);
    }

    default Expression differsFrom(Expression other) {
        return new Comparison(Comparison.Sign.DIFFERENT, this, other);
    }

    default Expression isBelow(Expression other) {
        return new Comparison(Comparison.Sign.BELOW, this, other);
    }

    default Expression isAtMost(Expression other) {
        return new Comparison(Comparison.Sign.AT_MOST, this, other);
    }

    default Expression isAbove(Expression other) {
        return new Comparison(Comparison.Sign.ABOVE, this, other);
    }

    default Expression isAtLeast(Expression other) {
        return new Comparison(Comparison.Sign.AT_LEAST, this, other);
    }

    /** Lies between two values, both of them included. */
    default Expression isBetween(Expression low, Expression high) {
        return new Between(this, low, high);
    }

    default Expression and(Expression other) {
        return other.equals(always()) ? this : equals(always()) ? other : new AllOf(List.of(this, other));
    }

    default Expression or(Expression other) {
        return new AnyOf(List.of(this, other));
    }

    default Expression negated() {
        return new Not(this);
    }

    /** Is a finite number; false where it is missing. */
    default Expression isFinite() {
        return new Call(StarFunction.IS_FINITE, List.of(this));
    }

    default Expression isMissing() {
        return new Missing(this);
    }

    /** The same, or another value where it is missing. */
    default Expression orElse(Expression other) {
        return new FirstPresent(List.of(this, other));
    }

    /** A condition as a number: 1 where it holds, 0 where it does not, else missing. */
    default Expression oneWhereTrue() {
        return new Cases(List.of(new Cases.Case(this, of(1.0)), new Cases.Case(negated(), of(0.0))), Optional.empty());
    }

    /** The same where a condition holds, else missing. */
    default Expression where(Expression condition) {
        return new Cases(List.of(new Cases.Case(condition, this)), Optional.empty());
    }

    /** As a number in double precision. */
    default Expression asDouble() {
        return new Conversion(this, ValueType.DOUBLE, Conversion.Failing.IS_AN_ERROR);
    }

    /** As a value of that type, missing where it is none. */
    default Expression attempted(ValueType wanted) {
        return new Conversion(this, wanted, Conversion.Failing.IS_MISSING);
    }

    /** The names of the columns that it reads, each once. */
    default List<String> columns() {
        var names = new ArrayList<String>();
        visit(this, names);
        return names.stream().distinct().toList();
    }

    /** Whether the number of a row in its table is read. */
    default boolean readsRowNumber() {
        return this instanceof RowNumber || parts().stream().anyMatch(Expression::readsRowNumber);
    }

    private static void visit(Expression expression, List<String> names) {
        if (expression instanceof Column column) {
            names.add(column.name());
        }
        expression.parts().forEach(part -> visit(part, names));
    }

    /** The type that holds values of both: of text and number, text. */
    static ColumnType common(Stream<Expression> some) {
        return some.filter(e -> !(e instanceof Constant.Nothing))
                .map(Expression::type)
                .reduce(Expression::wider)
                .orElse(ColumnType.LONG);
    }

    private static ColumnType wider(ColumnType a, ColumnType b) {
        return Stream.of(ColumnType.TEXT, ColumnType.DOUBLE, ColumnType.LONG)
                .filter(t -> t == a || t == b)
                .findFirst()
                .orElse(ColumnType.BOOLEAN);
    }
}
