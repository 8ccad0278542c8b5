package org.cellarius.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;
import org.duckdb.DuckDBConnection;

/** The rows of a small result in memory. */
final class SmallRows {

    private SmallRows() {}

    /** Missing texts are empty and missing numbers NaN: a column of whole numbers with gaps becomes one of real numbers. */
    static SmallTable read(DuckDBConnection connection, String query, List<TableColumn> columns) {
        var rows = new ArrayList<List<SmallTable.Value>>();
        boolean[] gaps = new boolean[columns.size()];
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                var row = new ArrayList<SmallTable.Value>(columns.size());
                for (int k = 0; k < columns.size(); k++) {
                    SmallTable.Value value = value(result, k + 1, columns.get(k).type());
                    gaps[k] |=
                            value instanceof SmallTable.Real && columns.get(k).type() == ColumnType.LONG;
                    row.add(value);
                }
                rows.add(row);
            }
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        }
        List<TableColumn> read = IntStream.range(0, columns.size())
                .mapToObj(k -> withType(columns.get(k), gaps[k]))
                .toList();
        return new SmallTable(
                read,
                Collections.nCopies(read.size(), ColumnRole.Value.USUAL),
                rows.stream().map(row -> real(row, gaps)).toList());
    }

    private static SmallTable.Value value(ResultSet result, int place, ColumnType type) throws SQLException {
        return switch (type) {
            case DOUBLE -> {
                double value = result.getDouble(place);
                yield new SmallTable.Real(result.wasNull() ? Double.NaN : value);
            }
            case LONG -> {
                long value = result.getLong(place);
                yield result.wasNull() ? new SmallTable.Real(Double.NaN) : new SmallTable.Count(value);
            }
            case TEXT, BOOLEAN -> {
                String value = result.getString(place);
                yield new SmallTable.Text(value == null ? "" : value);
            }
        };
    }

    private static TableColumn withType(TableColumn column, boolean gaps) {
        ColumnType type = switch (column.type()) {
            case DOUBLE -> ColumnType.DOUBLE;
            case LONG -> gaps ? ColumnType.DOUBLE : ColumnType.LONG;
            case TEXT, BOOLEAN -> ColumnType.TEXT;
        };
        return new TableColumn(column.name(), type, column.unit(), column.description());
    }

    private static List<SmallTable.Value> real(List<SmallTable.Value> row, boolean[] gaps) {
        return IntStream.range(0, row.size())
                .mapToObj(k -> gaps[k] && row.get(k) instanceof SmallTable.Count n
                        ? new SmallTable.Real(n.value())
                        : row.get(k))
                .toList();
    }
}
