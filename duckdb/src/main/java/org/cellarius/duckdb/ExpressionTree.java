package org.cellarius.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.MissingColumn;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.engine.ColumnList;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.AllOf;
import org.cellarius.engine.expression.AnyOf;
import org.cellarius.engine.expression.Between;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Cases;
import org.cellarius.engine.expression.Comparison;
import org.cellarius.engine.expression.Constant;
import org.cellarius.engine.expression.Conversion;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.FirstPresent;
import org.cellarius.engine.expression.Missing;
import org.cellarius.engine.expression.Not;
import org.cellarius.engine.expression.OneOf;
import org.cellarius.engine.expression.StarFunction;
import org.cellarius.engine.expression.ValueType;
import tools.jackson.databind.JsonNode;

/** Makes an expression of the syntax tree that the database's parser gives; what is not known is refused. */
final class ExpressionTree {

    private final String text;
    private final String where;
    private final ColumnList columns;

    private ExpressionTree(String text, String where, ColumnList columns) {
        this.text = text;
        this.where = where;
        this.columns = columns;
    }

    /**
     * The expression of a node.
     *
     * @param text what the user wrote, for errors
     * @param columns those that it may read
     */
    static Expression of(JsonNode node, String text, String where, ColumnList columns) {
        return new ExpressionTree(text, where, columns).read(node);
    }

    private Expression read(JsonNode node) {
        String kind = node.path("class").asString("");
        return switch (kind) {
            case "COLUMN_REF" -> column(node);
            case "CONSTANT" -> constant(node.path("literal"));
            case "FUNCTION" -> function(node);
            case "COMPARISON" ->
                new Comparison(sign(node.path("type").asString("")), read(node.path("left")), read(node.path("right")));
            case "CONJUNCTION" ->
                node.path("type").asString("").equals("CONJUNCTION_AND")
                        ? new AllOf(all(node.path("children")))
                        : new AnyOf(all(node.path("children")));
            case "BETWEEN" -> new Between(read(node.path("input")), read(node.path("lower")), read(node.path("upper")));
            case "OPERATOR" -> operator(node);
            case "CASE" -> choice(node);
            case "CAST" -> conversion(node);
            default -> throw notAllowed(kind);
        };
    }

    private List<Expression> all(JsonNode nodes) {
        var read = new ArrayList<Expression>();
        nodes.forEach(n -> read.add(read(n)));
        return read;
    }

    private Expression column(JsonNode node) {
        JsonNode names = node.path("column_names");
        var parts = new ArrayList<String>();
        names.forEach(n -> parts.add(n.asString("")));
        String name = String.join(".", parts);
        Optional<TableColumn> found = parts.size() == 1 ? columns.find(name) : Optional.empty();
        return found.map(TableColumn::value).orElseThrow(() -> noColumn(name));
    }

    private InputError noColumn(String name) {
        List<String> names = columns.names();
        // Double quotes are for names in SQL, and for texts nearly everywhere else.
        boolean quoted = text.contains("\"" + name + "\"");
        return new MissingColumn(
                name,
                "'" + text + "' names the column '" + name + "', which does not exist" + ColumnList.near(names, name),
                where,
                (quoted
                                ? "A text stands in single quotes: '" + name
                                        + "'; double quotes hold the name of a column. "
                                : "")
                        + "The columns are " + ColumnList.listed(names));
    }

    private Expression constant(JsonNode literal) {
        String written = literal.path("text").asString("");
        return switch (literal.path("kind").asString("")) {
            case "INTEGER" -> new Constant.Whole(written.replace("_", ""));
            case "NUMERIC" -> new Constant.Decimal(written.replace("_", ""));
            case "STRING" -> new Constant.Words(written);
            case "BOOLEAN" -> new Constant.Truth(written.equals("true"));
            case "NULL_LITERAL" -> new Constant.Nothing();
            default -> throw notAllowed("constant");
        };
    }

    private Expression function(JsonNode node) {
        String name = node.path("function_name").asString("");
        StarFunction function = StarFunction.of(name).orElseThrow(() -> unknown(name));
        if (!node.path("filter").isNull()
                || node.path("distinct").asBoolean(false)
                || !node.at("/order_bys/orders").isEmpty()) {
            throw notAllowed("aggregate");
        }
        var arguments = new ArrayList<Expression>();
        node.path("arguments").forEach(a -> arguments.add(read(a.path("expression"))));
        return new Call(function, arguments);
    }

    private InputError unknown(String name) {
        List<String> known = StarFunction.names();
        return new InputError(
                "'" + text + "' uses the function '" + name + "', which is not known here"
                        + NearestWord.question(known, name),
                where,
                "Functions are " + String.join(" ", known));
    }

    private Comparison.Sign sign(String type) {
        return switch (type) {
            case "COMPARE_EQUAL" -> Comparison.Sign.EQUAL;
            case "COMPARE_NOTEQUAL" -> Comparison.Sign.DIFFERENT;
            case "COMPARE_LESSTHAN" -> Comparison.Sign.BELOW;
            case "COMPARE_LESSTHANOREQUALTO" -> Comparison.Sign.AT_MOST;
            case "COMPARE_GREATERTHAN" -> Comparison.Sign.ABOVE;
            case "COMPARE_GREATERTHANOREQUALTO" -> Comparison.Sign.AT_LEAST;
            case "COMPARE_DISTINCT_FROM" -> Comparison.Sign.DISTINCT;
            case "COMPARE_NOT_DISTINCT_FROM" -> Comparison.Sign.NOT_DISTINCT;
            default -> throw notAllowed(type);
        };
    }

    private Expression operator(JsonNode node) {
        List<Expression> parts = all(node.path("children"));
        String type = node.path("type").asString("");
        return switch (type) {
            case "OPERATOR_NOT" -> new Not(parts.getFirst());
            case "OPERATOR_IS_NULL" -> new Missing(parts.getFirst());
            case "OPERATOR_IS_NOT_NULL" -> new Not(new Missing(parts.getFirst()));
            case "OPERATOR_COALESCE" -> new FirstPresent(parts);
            case "COMPARE_IN" -> new OneOf(parts.getFirst(), parts.subList(1, parts.size()));
            case "COMPARE_NOT_IN" -> new Not(new OneOf(parts.getFirst(), parts.subList(1, parts.size())));
            default -> throw notAllowed(type);
        };
    }

    private Expression choice(JsonNode node) {
        var cases = new ArrayList<Cases.Case>();
        node.path("case_checks")
                .forEach(c -> cases.add(new Cases.Case(read(c.path("when_expr")), read(c.path("then_expr")))));
        Expression otherwise = read(node.path("else_expr"));
        return new Cases(cases, otherwise instanceof Constant.Nothing ? Optional.empty() : Optional.of(otherwise));
    }

    private Expression conversion(JsonNode node) {
        JsonNode type = node.path("type_expr");
        String word = type.path("type_name").asString("");
        ValueType wanted = ValueType.of(word)
                .orElseThrow(() -> new InputError(
                        "'" + text + "' converts to '" + word.toLowerCase(Locale.ROOT) + "', which is not known here",
                        where,
                        "Convert to double, bigint, boolean, varchar or date"));
        var sizes = new ArrayList<Integer>();
        type.path("children").forEach(c -> sizes.add(c.at("/literal/text").asInt(0)));
        return new Conversion(
                read(node.path("child")),
                wanted,
                wanted == ValueType.DECIMAL ? sizes : List.of(),
                node.path("try_cast").asBoolean(false)
                        ? Conversion.Failing.IS_MISSING
                        : Conversion.Failing.IS_AN_ERROR);
    }

    private InputError notAllowed(String kind) {
        return new InputError(
                "'" + text + "' uses SQL that is not allowed here (" + kind.toLowerCase(Locale.ROOT) + ")",
                where,
                "Use columns, numbers, texts, comparisons, and/or/not, between, in, case, cast and functions");
    }
}
