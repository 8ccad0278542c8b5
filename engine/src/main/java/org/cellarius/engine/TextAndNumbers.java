package org.cellarius.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.duckdb.DuckDBConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rule that text is no number, inside expressions. Left to itself the database turns the text into the number's type: {@code t = 1} is
 * true for the text {@code 1.4}, and {@code t <> x} for {@code nan}. Such expressions are refused; {@code try_cast(t as double)} says what is meant.
 */
final class TextAndNumbers {

    /** Want numbers only. */
    private static final Set<String> OF_NUMBERS = Set.copyOf(Arrays.asList(
            ("+ - * / // % ^ ** & | ~ << >> abs sqrt cbrt power pow exp ln log log10 log2 sin cos tan asin acos atan atan2 sinh cosh tanh "
                            + "degrees radians floor ceil ceiling round round_even trunc sign fmod mod isnan isinf isfinite bit_count xor even")
                    .split(" ")));

    /** Want arguments that are alike. */
    private static final Set<String> OF_LIKES = Set.of("greatest", "least", "nullif", "coalesce", "ifnull");

    /**
     * Operands that belong together.
     *
     * @param numbers whether all must be numbers; otherwise only no text may stand beside a number
     */
    private record Operands(List<JsonNode> nodes, String function, boolean numbers) {}

    private final List<Operands> groups = new ArrayList<>();

    private TextAndNumbers() {}

    /** Refuses an expression that takes text for a number. What the database cannot read at all is left to it. */
    static void check(DuckDBConnection connection, JsonNode tree, StarTable table, String text, String where) {
        var found = new TextAndNumbers();
        found.look(tree.at("/statements/0/node/select_list"));
        if (!found.check(connection, tree, found.groups, table, text, where)) {
            // Something in it cannot be read: then each by itself, so that the innermost trouble is told.
            for (Operands group : found.groups) {
                found.check(connection, tree, List.of(group), table, text, where);
            }
        }
    }

    /** Says whether the database knows the types of all operands. */
    private boolean check(
            DuckDBConnection connection,
            JsonNode tree,
            List<Operands> some,
            StarTable table,
            String text,
            String where) {
        List<JsonNode> nodes = some.stream().flatMap(g -> g.nodes().stream()).toList();
        if (nodes.isEmpty()) {
            return true;
        }
        List<String> types = types(connection, tree, nodes, table);
        if (types.isEmpty()) {
            return false;
        }
        int at = 0;
        for (Operands group : some) {
            List<String> own = types.subList(at, at += group.nodes().size());
            int words = own.indexOf("VARCHAR");
            if (words >= 0 && (group.numbers() || own.stream().anyMatch(TextAndNumbers::isNumber))) {
                throw refused(group, group.nodes().get(words), text, where);
            }
        }
        return true;
    }

    private static InputError refused(Operands group, JsonNode operand, String text, String where) {
        String does = group.numbers()
                ? "'" + group.function() + "' is for numbers"
                : group.function().isEmpty() ? "text is compared with a number" : "text and numbers stand side by side";
        boolean literal = operand.path("class").asString("").equals("CONSTANT");
        String which = literal
                ? "'" + operand.at("/literal/text").asString("") + "' in single quotes is text"
                : operand.path("class").asString("").equals("COLUMN_REF")
                        ? "the column '" + name(operand) + "' holds text"
                        : "one side is text";
        String advice = literal
                ? "Write a number without quotes; whether a number is missing asks  isnan(x)"
                : group.function().startsWith("is")
                        ? "Whether a text is missing asks  " + name(operand) + " is null"
                        : "Where the text holds numbers write  try_cast(" + name(operand) + " as double)"
                                + " ; what is none is missing then";
        return new InputError("'" + text + "': " + does + ", and " + which, where, advice);
    }

    private static String name(JsonNode operand) {
        JsonNode names = operand.path("column_names");
        return names.isEmpty()
                ? "…"
                : Sql.name(names.get(names.size() - 1).asString("")).replaceAll("^\"([a-z_][a-z_0-9]*)\"$", "$1");
    }

    private static boolean isNumber(String type) {
        ColumnType meant = DuckDbTypes.columnType(type);
        return meant == ColumnType.DOUBLE || meant == ColumnType.LONG;
    }

    /** The operands' types; empty where the database cannot read them. */
    private static List<String> types(
            DuckDBConnection connection, JsonNode tree, List<JsonNode> nodes, StarTable table) {
        JsonNode asked = tree.deepCopy();
        ArrayNode list = ((ObjectNode) asked.at("/statements/0/node")).putArray("select_list");
        nodes.forEach(n -> list.add(n.deepCopy()));
        var types = new ArrayList<String>();
        try (Statement statement = connection.createStatement()) {
            String select;
            try (ResultSet written = statement.executeQuery(
                    "SELECT json_deserialize_sql(CAST(" + Sql.text(asked.toString()) + " AS JSON))")) {
                written.next();
                select = written.getString(1);
            }
            try (ResultSet described = statement.executeQuery("DESCRIBE " + select + " FROM " + table.sql())) {
                while (described.next()) {
                    types.add(described.getString("column_type"));
                }
            }
        } catch (SQLException e) {
            return List.of();
        }
        return types;
    }

    private void look(JsonNode node) {
        switch (node.path("class").asString("")) {
            case "COMPARISON" -> add("", false, node.path("left"), node.path("right"));
            case "BETWEEN" -> add("", false, node.path("input"), node.path("lower"), node.path("upper"));
            case "OPERATOR" -> ofOperator(node);
            case "CASE" -> ofCase(node);
            case "FUNCTION" -> ofFunction(node);
            default -> {}
        }
        node.forEach(this::look);
    }

    private void ofOperator(JsonNode node) {
        var children = new ArrayList<JsonNode>();
        node.path("children").forEach(children::add);
        switch (node.path("type").asString("")) {
            case "COMPARE_IN", "COMPARE_NOT_IN" -> groups.add(new Operands(children, "", false));
            case "OPERATOR_COALESCE" -> groups.add(new Operands(children, "coalesce", false));
            default -> {}
        }
    }

    private void ofCase(JsonNode node) {
        var results = new ArrayList<JsonNode>();
        node.path("case_checks").forEach(c -> results.add(c.path("then_expr")));
        results.add(node.path("else_expr"));
        groups.add(new Operands(results, "case", false));
    }

    private void ofFunction(JsonNode node) {
        String name = node.path("function_name").asString("");
        if (OF_NUMBERS.contains(name) || OF_LIKES.contains(name)) {
            var arguments = new ArrayList<JsonNode>();
            node.path("arguments").forEach(a -> arguments.add(a.path("expression")));
            groups.add(new Operands(arguments, name, OF_NUMBERS.contains(name)));
        }
    }

    private void add(String function, boolean numbers, JsonNode... operands) {
        groups.add(new Operands(List.of(operands), function, numbers));
    }
}
