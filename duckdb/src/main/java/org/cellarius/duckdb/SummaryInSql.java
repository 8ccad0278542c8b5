package org.cellarius.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.TableSummary;
import org.cellarius.engine.TableSummary.Column;
import org.cellarius.engine.TableSummary.Median;

/** What a table holds, column by column, in one pass over it. */
final class SummaryInSql {

    /** Wide tables are asked in portions, so that a query stays of a size that the database likes. */
    private static final int MOST_COLUMNS = 200;

    /** An exact median holds its values in memory: longer tables get an approximate one. */
    private static final long MOST_EXACT_ROWS = 5_000_000;

    private static final long MOST_EXACT_VALUES = 20_000_000;

    private static final int ANSWERS = 5;

    private SummaryInSql() {}

    static TableSummary of(Database database, StarTable table, int sampleRows) {
        var columns = new ArrayList<Column>();
        boolean exact = table.rows() <= MOST_EXACT_ROWS;
        int portion = exact ? Math.clamp(MOST_EXACT_VALUES / Math.max(1, table.rows()), 1, MOST_COLUMNS) : MOST_COLUMNS;
        for (int from = 0; from < table.columns().size(); from += portion) {
            List<TableColumn> some =
                    table.columns().subList(from, Math.min(table.columns().size(), from + portion));
            String asked = some.stream().map(c -> questions(c, exact)).collect(Collectors.joining(", "));
            List<Optional<String>> row = database.rows(
                            "SELECT " + asked + " FROM " + DuckDbTable.of(table).sql(some))
                    .getFirst();
            for (int k = 0; k < some.size(); k++) {
                List<Optional<String>> answers = row.subList(ANSWERS * k, ANSWERS * (k + 1));
                columns.add(new Column(
                        some.get(k),
                        Long.parseLong(answers.get(0).orElse("0")),
                        answers.get(1),
                        answers.get(2),
                        number(answers.get(3)),
                        new Median(number(answers.get(4)), exact)));
            }
        }
        List<List<Optional<String>>> sample = database.rows("SELECT "
                + table.columns().stream()
                        .map(c -> NumberTexts.of(c, Sql.name(c.name())))
                        .collect(Collectors.joining(", "))
                + " FROM " + DuckDbTable.sql(table) + " LIMIT " + sampleRows);
        return new TableSummary(table.rows(), columns, sample);
    }

    private static String questions(TableColumn column, boolean exact) {
        String name = Sql.name(column.name());
        String value = "CAST(" + name + " AS DOUBLE)";
        String mean = "avg(" + name + ")";
        String median = exact ? "median(" + value + ")" : "approx_quantile(" + value + ", 0.5)";
        return "count(*) - count(" + name + "), " + NumberTexts.of(column, "min(" + name + ")") + ", "
                + NumberTexts.of(column, "max(" + name + ")") + ", "
                + switch (column.type()) {
                    case DOUBLE, LONG -> mean + ", " + median;
                    case BOOLEAN -> "avg(CAST(" + name + " AS BIGINT)), NULL";
                    case TEXT -> "NULL, NULL";
                };
    }

    private static double number(Optional<String> text) {
        return text.map(Double::parseDouble).orElse(Double.NaN);
    }
}
