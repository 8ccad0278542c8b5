package org.cellarius.study.result;

import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.measure.product.Numbers;

/**
 * A table of results as people read it: in the report, on the terminal, in a journal. A value and its error are one column, a slice stands in words. What else a table
 * holds for machines (other errors, covariances, percentiles, how it was computed) stays in the files for them.
 *
 * @param rows those that are shown
 * @param all how many the table has
 * @param left columns that only the files have
 */
public record PrintedTable(List<PrintedColumn> columns, List<List<PrintedCell>> rows, int all, List<String> left) {

    /** Longer tables are shortened where a reader meets them among other things. */
    public static final int LONGEST = 40;

    /** What is then left of them. */
    private static final int HEAD = 20;

    /** And of those whose rows are cells, bins or windows, which a figure shows better. */
    private static final int HEAD_OF_PLACES = 8;

    public PrintedTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        left = List.copyOf(left);
    }

    public static PrintedTable of(SmallTable table) {
        return of(table, Integer.MAX_VALUE);
    }

    /** Its first rows where it is long. */
    public static PrintedTable shortened(SmallTable table) {
        return of(table, table.rows().size() <= LONGEST ? LONGEST : hasPlaces(table) ? HEAD_OF_PLACES : HEAD);
    }

    /** At most so many rows. */
    public static PrintedTable of(SmallTable table, int most) {
        List<PrintedColumn> columns = PrintedColumn.of(table);
        return new PrintedTable(
                columns,
                table.rows().stream()
                        .limit(most)
                        .map(row ->
                                columns.stream().map(c -> c.cell().apply(row)).toList())
                        .toList(),
                table.rows().size(),
                IntStream.range(0, table.columns().size())
                        .filter(k -> table.roles().get(k) == ColumnRole.Other.DETAIL)
                        .mapToObj(k -> table.columns().get(k).name())
                        .toList());
    }

    /** Whether a value has its error beside it in any column. */
    public static boolean hasErrors(SmallTable table) {
        return table.roles().stream().anyMatch(ColumnRole.ErrorOf.class::isInstance);
    }

    /** Whether rows are cells, bins or windows. */
    public static boolean hasPlaces(SmallTable table) {
        return table.roles().contains(ColumnRole.Key.PLACE);
    }

    /** Says that rows are missing, and where they lie; empty where none is. */
    public String missing(String where) {
        return rows.size() == all
                ? ""
                : "The first %d of %s rows; all of them lie in %s.".formatted(rows.size(), Numbers.count(all), where);
    }

    /** Letters in the widest cell of a column, its head included. */
    public int width(int column) {
        PrintedColumn of = columns.get(column);
        return Math.max(
                Math.max(of.head().length(), of.unit().length()),
                rows.stream()
                        .mapToInt(row -> row.get(column).text().length())
                        .max()
                        .orElse(0));
    }
}
