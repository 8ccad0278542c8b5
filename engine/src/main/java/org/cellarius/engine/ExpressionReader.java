package org.cellarius.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.MissingColumn;
import org.cellarius.catalogue.NearestWord;
import org.duckdb.DuckDBConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the expressions of study files: SQL, parsed by the database, but only one expression over the columns of the table,
 * with functions that give the same answer today and tomorrow and touch nothing outside the row.
 */
final class ExpressionReader {

    private static final Set<String> FUNCTIONS = Set.copyOf(Arrays.asList((
            // arithmetic, comparison, patterns and bits
            "+ - * / // % ^ ** & | ~ << >> || ~~ !~~ ~~* !~~* ! "
                    // numbers
                    + "abs sqrt cbrt power pow exp ln log log10 log2 sin cos tan asin acos atan atan2 sinh cosh tanh degrees radians pi "
                    + "floor ceil ceiling round round_even trunc sign greatest least fmod mod isnan isinf isfinite bit_count xor even "
                    // texts
                    + "lower upper trim ltrim rtrim length len substr substring left right starts_with ends_with contains suffix prefix "
                    + "replace regexp_matches regexp_full_match strpos instr concat split_part nullif coalesce ifnull")
            .split(" ")));
    private static final Set<String> CLASSES = Set.of(
            "COLUMN_REF",
            "CONSTANT",
            "FUNCTION",
            "COMPARISON",
            "CONJUNCTION",
            "OPERATOR",
            "BETWEEN",
            "CASE",
            "CAST",
            "TYPE");

    /** The syntax tree, and what must be: one expression selected, and no other clause that a closing parenthesis could have let in. */
    private static final String TREE = """
            SELECT CAST(tree AS VARCHAR), concat_ws(' ', json_array_length(tree, '$.statements[0].node.select_list'),
              tree->'$.statements[0].node.modifiers', coalesce(tree->'$.statements[0].node.where_clause', 'null'),
              tree->'$.statements[0].node.group_expressions', coalesce(tree->'$.statements[0].node.having', 'null'),
              coalesce(tree->'$.statements[0].node.sample', 'null'), coalesce(tree->'$.statements[0].node.qualify', 'null'))
            FROM (SELECT json_serialize_sql(%s) AS tree)
            """;

    private static final Pattern FUNCTION_NAME = Pattern.compile("\"function_name\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern CLASS = Pattern.compile("\"class\":\"([A-Z_]+)\"");
    private static final Pattern ALIAS = Pattern.compile("\"alias\":\"[^\"]");
    private static final Pattern ERROR = Pattern.compile("\"error_message\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern MISSING_COLUMN = Pattern.compile("Referenced column \"([^\"]*)\" (?:was )?not found");
    private static final int LONGEST = 10_000;
    private static final JsonMapper JSON = new JsonMapper();

    private ExpressionReader() {}

    /**
     * Reads an expression.
     *
     * @param remarks receives what should be said of it
     */
    static Expression read(
            DuckDBConnection connection, String text, StarTable table, String where, Set<String> remarks) {
        if (text.isBlank()) {
            throw new InputError("an expression is empty", where, "Write one, for example  abs(z) < 0.5");
        }
        if (text.length() > LONGEST) {
            throw new InputError(
                    "an expression has " + text.length() + " characters", where, "Keep it below " + LONGEST);
        }
        // By itself the text must be one expression; in parentheses a comment at its end or a stray word cannot reach
        // further.
        String sql = FlagCalls.expanded(text, table, where);
        String tree;
        try {
            checkHarmless(syntaxTree(connection, "SELECT " + sql + "\n", text, where), text, where);
            tree = syntaxTree(connection, "SELECT (" + sql + "\n)", text, where);
            checkHarmless(tree, text, where);
        } catch (InputError e) {
            throw UnitsInExpressions.found(text, table, where).orElse(e);
        }
        JsonNode parsed = JSON.readTree(tree);
        TextAndNumbers.check(connection, parsed, table, text, where);
        ColumnType type = typeOf(connection, sql, text, table, where);
        remarks.addAll(ExpressionRemarks.of(parsed, text));
        return new Expression(withoutNan(connection, sql, parsed), type);
    }

    /** The expression with NaN as a missing number; the text as it is where no NaN can come up. */
    private static String withoutNan(DuckDBConnection connection, String sql, JsonNode changed) {
        if (!PresentNumbers.rewrite(changed)) {
            return sql;
        }
        try (Statement statement = connection.createStatement();
                ResultSet written = statement.executeQuery(
                        "SELECT json_deserialize_sql(CAST(" + Sql.text(changed.toString()) + " AS JSON))")) {
            written.next();
            return written.getString(1).substring("SELECT ".length());
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
    }

    private static String syntaxTree(DuckDBConnection connection, String query, String text, String where) {
        try (Statement statement = connection.createStatement();
                ResultSet tree = statement.executeQuery(TREE.formatted(Sql.text(query)))) {
            tree.next();
            String json = tree.getString(1);
            if (json.startsWith("{\"error\":true")) {
                Matcher m = ERROR.matcher(json);
                throw broken(text, m.find() ? m.group(1).replace("\\\"", "\"") : "it cannot be parsed", where);
            }
            if (!"1 [] null [] null null null".equals(tree.getString(2))) {
                throw notOne(text, where);
            }
            return json;
        } catch (SQLException e) {
            throw broken(text, firstLine(e), where).withCause(e);
        }
    }

    private static void checkHarmless(String tree, String text, String where) {
        // Parentheses close what the user opened: with more than one node, or a table, the text was not one expression.
        if (tree.indexOf("\"type\":\"SELECT_NODE\"") != tree.lastIndexOf("\"type\":\"SELECT_NODE\"")
                || !tree.contains("\"from_table\":{\"type\":\"EMPTY\"")
                || ALIAS.matcher(tree).find()) {
            throw notOne(text, where);
        }
        Matcher classes = CLASS.matcher(tree);
        while (classes.find()) {
            if (!CLASSES.contains(classes.group(1))) {
                throw new InputError(
                        "'" + text + "' uses SQL that is not allowed here ("
                                + classes.group(1).toLowerCase(java.util.Locale.ROOT) + ")",
                        where,
                        "Use columns, numbers, texts, comparisons, and/or/not, between, in, case, cast and functions");
            }
        }
        Matcher names = FUNCTION_NAME.matcher(tree);
        while (names.find()) {
            String name = names.group(1);
            if (!FUNCTIONS.contains(name)) {
                String near = NearestWord.in(FUNCTIONS, name)
                        .map(n -> "; did you mean '" + n + "'?")
                        .orElse("");
                throw new InputError(
                        "'" + text + "' uses the function '" + name + "', which is not known here" + near,
                        where,
                        "Functions are "
                                + String.join(
                                        " ",
                                        new TreeSet<>(FUNCTIONS.stream()
                                                .filter(f -> Character.isLetter(f.charAt(0)))
                                                .toList())));
            }
        }
    }

    private static ColumnType typeOf(
            DuckDBConnection connection, String sql, String text, StarTable table, String where) {
        try (Statement statement = connection.createStatement();
                ResultSet described =
                        statement.executeQuery("DESCRIBE SELECT (" + sql + "\n) AS expression FROM " + table.sql())) {
            described.next();
            return DuckDbTypes.columnType(described.getString("column_type"));
        } catch (SQLException e) {
            String message = firstLine(e);
            Matcher m = MISSING_COLUMN.matcher(message);
            if (m.find()) {
                throw noColumn(text, m.group(1), table.names(), where).withCause(e);
            }
            throw broken(text, message, where).withCause(e);
        }
    }

    private static InputError noColumn(String text, String name, List<String> names, String where) {
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

    private static InputError broken(String text, String reason, String where) {
        return new InputError(
                "'" + text + "' cannot be understood: " + reason,
                where,
                "Write an SQL expression over the columns, for example  abs(z) < 0.5 and fe_h > -3");
    }

    private static InputError notOne(String text, String where) {
        return new InputError(
                "'" + text + "' is not one expression over columns",
                where,
                "Subqueries, tables and several statements are not allowed");
    }

    static String firstLine(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.lines()
                .filter(l -> !l.isBlank())
                .findFirst()
                .orElse("unknown reason")
                .strip();
    }
}
