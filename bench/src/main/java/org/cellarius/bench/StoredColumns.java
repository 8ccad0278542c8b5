package org.cellarius.bench;

import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Columns that lie in memory, as a kernel of the row number: for writing them to a table.
 *
 * @param names names of the columns
 * @param values {@code values[k][row]}
 */
record StoredColumns(List<String> names, double[][] values) implements ColumnKernel {
    StoredColumns {
        names = List.copyOf(names);
        if (names.size() != values.length) {
            throw new IllegalArgumentException(names.size() + " names for " + values.length + " columns");
        }
    }

    @Override
    public List<String> inputs() {
        return List.of("row");
    }

    @Override
    public List<OutputColumn> outputs() {
        return names.stream().map(n -> new OutputColumn(n, "", "")).toList();
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        int first = (int) in[0][0];
        for (int k = 0; k < values.length; k++) {
            System.arraycopy(values[k], first, out[k], 0, rows);
        }
        Arrays.fill(status, 0, rows, StarStatus.OK);
    }
}
