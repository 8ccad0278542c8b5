package org.cellarius.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.TextAndNumbers;
import org.duckdb.DuckDBConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the expressions of study files: SQL, parsed by the database, but only one expression over the columns of the table,
 * with functions that give the same answer today and tomorrow and touch nothing outside the row.
 */
final class ExpressionReader {

    /** The syntax tree, and what must be: one expression selected, and no other clause that a closing parenthesis could have let in. */
    private static final String TREE = """
            SELECT CAST(tree AS VARCHAR), concat_ws(' ', json_array_length(tree, '$.statements[0].node.select_list'),
              tree->'$.statements[0].node.modifiers', coalesce(tree->'$.statements[0].node.where_clause', 'null'),
              tree->'$.statements[0].node.group_expressions', coalesce(tree->'$.statements[0].node.having', 'null'),
              coalesce(tree->'$.statements[0].node.sample', 'null'), coalesce(tree->'$.statements[0].node.qualify', 'null'))
            FROM (SELECT json_serialize_sql(%s) AS tree)
            """;

    private static final Pattern ALIAS = Pattern.compile("\"alias\":\"[^\"]");
    private static final Pattern ERROR = Pattern.compile("\"error_message\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int LONGEST = 10_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final DuckDBConnection connection;
    private final String text;
    private final StarTable table;
    private final String where;

    private ExpressionReader(DuckDBConnection connection, String text, StarTable table, String where) {
        this.connection = connection;
        this.text = text;
        this.table = table;
        this.where = where;
    }

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
        return new ExpressionReader(connection, text, table, where).read(remarks);
    }

    private Expression read(Set<String> remarks) {
        // By itself the text must be one expression; in parentheses a comment at its end or a stray word cannot reach
        // further.
        String sql = FlagCalls.expanded(text, table, where);
        JsonNode tree;
        Expression read;
        try {
            ExpressionTree.of(selected(syntaxTree("SELECT " + sql + "\n")), text, where, table.columnList());
            tree = syntaxTree("SELECT (" + sql + "\n)");
            read = ExpressionTree.of(selected(tree), text, where, table.columnList());
        } catch (InputError e) {
            throw UnitsInExpressions.found(text, table, where).orElse(e);
        }
        TextAndNumbers.check(read, text, where);
        checkTypes(read);
        remarks.addAll(ExpressionRemarks.of(tree, text));
        return read;
    }

    private JsonNode syntaxTree(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet tree = statement.executeQuery(TREE.formatted(Sql.text(query)))) {
            tree.next();
            String json = tree.getString(1);
            if (json.startsWith("{\"error\":true")) {
                Matcher m = ERROR.matcher(json);
                throw broken(m.find() ? m.group(1).replace("\\\"", "\"") : "it cannot be parsed");
            }
            // Parentheses close what the user opened: with more than one node, or a table, the text was not one
            // expression.
            if (!"1 [] null [] null null null".equals(tree.getString(2))
                    || json.indexOf("\"type\":\"SELECT_NODE\"") != json.lastIndexOf("\"type\":\"SELECT_NODE\"")
                    || !json.contains("\"from_table\":{\"type\":\"EMPTY\"")
                    || ALIAS.matcher(json).find()) {
                throw new InputError(
                        "'" + text + "' is not one expression over columns",
                        where,
                        "Subqueries, tables and several statements are not allowed");
            }
            return JSON.readTree(json);
        } catch (SQLException e) {
            throw broken(firstLine(e)).withCause(e);
        }
    }

    private static JsonNode selected(JsonNode tree) {
        return tree.at("/statements/0/node/select_list/0");
    }

    /** The database tells which arguments of functions do not fit; no row is read. */
    private void checkTypes(Expression read) {
        try (Statement statement = connection.createStatement();
                ResultSet described = statement.executeQuery("DESCRIBE SELECT " + ExpressionSql.of(read)
                        + " AS expression FROM " + DuckDbTable.sql(table))) {
            described.next();
        } catch (SQLException e) {
            throw broken(firstLine(e)).withCause(e);
        }
    }

    private InputError broken(String reason) {
        return new InputError(
                "'" + text + "' cannot be understood: " + reason,
                where,
                "Write an SQL expression over the columns, for example  abs(z) < 0.5 and fe_h > -3");
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
