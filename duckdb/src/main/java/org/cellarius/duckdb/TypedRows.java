package org.cellarius.duckdb;

import java.sql.SQLException;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.engine.SmallTable;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** Copies columns between blocks and DuckDB's vectors. Small methods on purpose: they are the inner loops of all reading and writing. */
final class TypedRows {

    private TypedRows() {}

    static void read(DuckDBReadableVector vector, int from, int rows, double[] into, int at) {
        for (int i = 0; i < rows; i++) {
            into[at + i] = vector.getDouble(from + i, Double.NaN);
        }
    }

    static void write(double[] values, int rows, DuckDBWritableVector vector) {
        for (int i = 0; i < rows; i++) {
            double v = values[i];
            if (!Double.isNaN(v)) {
                vector.setDouble(i, v);
            } else {
                vector.setNull(i);
            }
        }
    }

    static void write(ColumnBuffer buffer, int rows, DuckDBWritableVector vector) throws SQLException {
        switch (buffer) {
            case ColumnBuffer.Doubles d -> write(d.values(), rows, vector);
            case ColumnBuffer.Longs d -> {
                var values = d.values();
                boolean[] missing = d.missing();
                for (int i = 0; i < rows; i++) {
                    if (missing[i]) {
                        vector.setNull(i);
                    } else {
                        vector.setLong(i, values[i]);
                    }
                }
            }
            case ColumnBuffer.Booleans d -> {
                var values = d.values();
                boolean[] missing = d.missing();
                for (int i = 0; i < rows; i++) {
                    if (missing[i]) {
                        vector.setNull(i);
                    } else {
                        vector.setBoolean(i, values[i]);
                    }
                }
            }
            case ColumnBuffer.Texts d -> write(d.values(), rows, vector);
        }
    }

    /** Texts without gaps go over in one native call; one call per star costs a tenth of the whole path. */
    private static void write(@Nullable String[] values, int rows, DuckDBWritableVector vector) throws SQLException {
        String[] present = new String[rows];
        for (int i = 0; i < rows; i++) {
            String text = values[i];
            if (text == null) {
                writeWithGaps(values, rows, vector);
                return;
            }
            present[i] = text;
        }
        vector.setStrings(0, present);
    }

    private static void writeWithGaps(@Nullable String[] values, int rows, DuckDBWritableVector vector)
            throws SQLException {
        for (int i = 0; i < rows; i++) {
            String text = values[i];
            if (text == null) {
                vector.setNull(i);
            } else {
                vector.setString(i, text);
            }
        }
    }

    /** Writes the rows that stand at some places of a buffer. */
    static void write(ColumnBuffer buffer, int[] places, int count, DuckDBWritableVector vector) throws SQLException {
        switch (buffer) {
            case ColumnBuffer.Doubles d -> {
                double[] values = d.values();
                for (int i = 0; i < count; i++) {
                    double v = values[places[i]];
                    if (!Double.isNaN(v)) {
                        vector.setDouble(i, v);
                    } else {
                        vector.setNull(i);
                    }
                }
            }
            case ColumnBuffer.Longs d -> {
                for (int i = 0; i < count; i++) {
                    if (d.missing()[places[i]]) {
                        vector.setNull(i);
                    } else {
                        vector.setLong(i, d.values()[places[i]]);
                    }
                }
            }
            case ColumnBuffer.Booleans d -> {
                for (int i = 0; i < count; i++) {
                    if (d.missing()[places[i]]) {
                        vector.setNull(i);
                    } else {
                        vector.setBoolean(i, d.values()[places[i]]);
                    }
                }
            }
            case ColumnBuffer.Texts d -> {
                @Nullable String[] chosen = new @Nullable String[count];
                for (int i = 0; i < count; i++) {
                    chosen[i] = d.values()[places[i]];
                }
                write(chosen, count, vector);
            }
        }
    }

    static void write(SmallTable.Value value, int row, DuckDBWritableVector vector) {
        switch (value) {
            case SmallTable.Real n -> {
                if (Double.isNaN(n.value())) {
                    vector.setNull(row);
                } else {
                    vector.setDouble(row, n.value());
                }
            }
            case SmallTable.Count n -> vector.setLong(row, n.value());
            case SmallTable.Text t -> vector.setString(row, t.value());
        }
    }

    /** Fills a buffer from a result vector of the same type. */
    static void read(DuckDBReadableVector vector, int rows, ColumnBuffer buffer) throws SQLException {
        switch (buffer) {
            case ColumnBuffer.Doubles d -> read(vector, 0, rows, d.values(), 0);
            case ColumnBuffer.Longs d -> {
                var values = d.values();
                boolean[] missing = d.missing();
                for (int i = 0; i < rows; i++) {
                    missing[i] = vector.isNull(i);
                    values[i] = missing[i] ? 0 : vector.getLong(i);
                }
            }
            case ColumnBuffer.Booleans d -> {
                var values = d.values();
                boolean[] missing = d.missing();
                for (int i = 0; i < rows; i++) {
                    missing[i] = vector.isNull(i);
                    values[i] = !missing[i] && vector.getBoolean(i);
                }
            }
            case ColumnBuffer.Texts d -> {
                var values = d.values();
                for (int i = 0; i < rows; i++) {
                    values[i] = vector.isNull(i) ? null : vector.getString(i);
                }
            }
        }
    }
}
