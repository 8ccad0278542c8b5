package org.cellarius.duckdb;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.expression.AllOf;
import org.cellarius.engine.expression.AnyOf;
import org.cellarius.engine.expression.Between;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Cases;
import org.cellarius.engine.expression.Column;
import org.cellarius.engine.expression.Comparison;
import org.cellarius.engine.expression.Constant;
import org.cellarius.engine.expression.Conversion;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.FirstPresent;
import org.cellarius.engine.expression.Missing;
import org.cellarius.engine.expression.Not;
import org.cellarius.engine.expression.OneOf;
import org.cellarius.engine.expression.RowNumber;
import org.cellarius.engine.expression.StarFunction;

/**
 * Expressions as SQL of the database.
 *
 * <p>NaN is missing in expressions; to the database it is the largest number, so that {@code log10(parallax) > 1} would keep the stars without a logarithm. So every number
 * that a calculation can have made NaN goes through {@value #PRESENT} before something looks at it: a comparison, a choice, a function that does not hand NaN on, the
 * caller. Columns of star tables hold no NaN.
 */
final class ExpressionSql {

    /** The macro of the database that makes NaN missing; other values it leaves. */
    static final String PRESENT = "present_number";

    /**
     * The statistics of other programs' Parquet files pass over NaN, and of a column with statistics the database takes {@code isnan(x)}
     * for false without a look, also behind most functions. Of {@code even(x)}, NaN where x is, it knows no statistics.
     */
    static final String MACRO =
            "CREATE MACRO " + PRESENT + "(x) AS CASE WHEN isnan(even(TRY_CAST(x AS DOUBLE))) THEN NULL ELSE x END";

    /** The number of a row in its table. */
    static final String ROW_NUMBER = "file_row_number";

    private ExpressionSql() {}

    /** An expression in which NaN is missing, ready to stand beside anything. */
    static String of(Expression expression) {
        String sql = raw(expression);
        return canBeNan(expression) ? PRESENT + "(" + sql + ")" : sql;
    }

    /** Expressions with commas between them. */
    static String list(List<Expression> expressions) {
        return expressions.stream().map(ExpressionSql::of).collect(Collectors.joining(", "));
    }

    /** An expression as a number in double precision. */
    static String number(Expression expression) {
        return "CAST(" + of(expression) + " AS DOUBLE)";
    }

    /** An expression in the type of a column. */
    static String as(ColumnType type, Expression expression) {
        return expression instanceof Column c && c.type() == type
                ? Sql.name(c.name())
                : "CAST(" + of(expression) + " AS " + DuckDbTypes.sqlType(type) + ")";
    }

    /** The expression itself, NaN and all. */
    private static String raw(Expression expression) {
        return switch (expression) {
            case Column c -> Sql.name(c.name());
            case RowNumber n -> ROW_NUMBER;
            case Constant c -> constant(c);
            case Call c -> call(c);
            case Comparison c -> "(" + of(c.left()) + " " + c.sign().written() + " " + of(c.right()) + ")";
            case Between b -> "(" + of(b.value()) + " BETWEEN " + of(b.low()) + " AND " + of(b.high()) + ")";
            case OneOf o -> "(" + of(o.value()) + " IN (" + list(o.others()) + "))";
            case Cases c -> choice(c);
            case Conversion c ->
                (c.failing() == Conversion.Failing.IS_MISSING ? "TRY_CAST(" : "CAST(") + of(c.value()) + " AS "
                        + c.wanted().name() + sizes(c) + ")";
            case AllOf a -> joined(a.parts(), " AND ", "true");
            case AnyOf a -> joined(a.parts(), " OR ", "false");
            case Not n -> "(NOT " + of(n.condition()) + ")";
            case Missing m -> "(" + of(m.value()) + " IS NULL)";
            case FirstPresent f -> "coalesce(" + list(f.parts()) + ")";
        };
    }

    private static String joined(List<Expression> conditions, String by, String none) {
        return conditions.isEmpty()
                ? none
                : conditions.stream().map(ExpressionSql::of).collect(Collectors.joining(by, "(", ")"));
    }

    private static String sizes(Conversion conversion) {
        return conversion.sizes().isEmpty()
                ? ""
                : conversion.sizes().stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
    }

    private static String constant(Constant constant) {
        return switch (constant) {
            case Constant.Whole w -> w.digits().startsWith("-") ? "(" + w.digits() + ")" : w.digits();
            case Constant.Decimal d -> d.digits().startsWith("-") ? "(" + d.digits() + ")" : d.digits();
            case Constant.Real r -> Sql.exact(r.value());
            case Constant.Words w -> Sql.text(w.text());
            case Constant.Truth t -> t.value() ? "true" : "false";
            case Constant.Nothing n -> "NULL";
        };
    }

    private static String choice(Cases choice) {
        return "CASE "
                + choice.cases().stream()
                        .map(c -> "WHEN " + of(c.when()) + " THEN " + of(c.then()))
                        .collect(Collectors.joining(" "))
                + choice.otherwise().map(o -> " ELSE " + of(o)).orElse("") + " END";
    }

    private static String call(Call call) {
        List<Expression> parts = call.parts();
        return switch (call.function()) {
            case IS_NAN -> "(" + list(parts) + " IS NULL)";
            case IS_FINITE -> "coalesce(isfinite(" + raw(parts.getFirst()) + "), false)";
            case LIKE -> between(parts, "LIKE");
            case NOT_LIKE -> between(parts, "NOT LIKE");
            case LIKE_IN_ANY_CASE -> between(parts, "ILIKE");
            case NOT_LIKE_IN_ANY_CASE -> between(parts, "NOT ILIKE");
            case POWER -> "pow(" + list(parts) + ")";
            default -> {
                String word = call.function().words().getFirst();
                boolean handsOn = call.function().nan() == StarFunction.Nan.MADE
                        || call.function().nan() == StarFunction.Nan.HANDED_ON;
                List<String> arguments =
                        parts.stream().map(p -> handsOn ? raw(p) : of(p)).toList();
                yield !call.function().operator()
                        ? word + "(" + String.join(", ", arguments) + ")"
                        : arguments.size() == 1
                                ? "(" + word + " " + arguments.getFirst() + ")"
                                : "(" + String.join(" " + word + " ", arguments) + ")";
            }
        };
    }

    private static String between(List<Expression> parts, String word) {
        return "(" + parts.stream().map(ExpressionSql::of).collect(Collectors.joining(" " + word + " ")) + ")";
    }

    private static boolean canBeNan(Expression expression) {
        return switch (expression) {
            case Call c -> c.type() == ColumnType.DOUBLE && canBeNan(c);
            case Conversion c -> c.wanted().floating() && (c.value().type() == ColumnType.TEXT || canBeNan(c.value()));
            default -> false;
        };
    }

    private static boolean canBeNan(Call call) {
        return switch (call.function().nan()) {
            case NEVER -> false;
            case UNLESS_ONE -> true;
            case HANDED_ON -> call.parts().stream().anyMatch(ExpressionSql::canBeNan);
            case MADE ->
                switch (call.function()) {
                    case ADD, SUBTRACT, MULTIPLY ->
                        call.parts().stream().anyMatch(ExpressionSql::canBeNan)
                                || call.parts().stream()
                                                .filter(p -> !isPlain(p))
                                                .count()
                                        > 1;
                    case DIVIDE ->
                        call.parts().stream().anyMatch(ExpressionSql::canBeNan)
                                || !isPlain(call.parts().getLast());
                    default -> true;
                };
        };
    }

    /** A finite number other than 0: with one of them sums, products and quotients are none only where the other is. */
    private static boolean isPlain(Expression expression) {
        double value = switch (expression) {
            case Constant.Whole w -> Double.parseDouble(w.digits());
            case Constant.Decimal d -> Double.parseDouble(d.digits().toLowerCase(Locale.ROOT));
            case Constant.Real r -> r.value();
            default -> 0;
        };
        return Double.isFinite(value) && value != 0;
    }
}
