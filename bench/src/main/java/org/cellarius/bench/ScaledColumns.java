package org.cellarius.bench;

import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/** Ten columns in, ten out, with next to no arithmetic between: what is left is the path itself. */
record ScaledColumns() implements ColumnKernel {

    @Override
    public List<String> inputs() {
        return RandomColumns.names();
    }

    @Override
    public List<OutputColumn> outputs() {
        return RandomColumns.names().stream()
                .map(n -> new OutputColumn(n, "", "one minus the input"))
                .toList();
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int k = 0; k < in.length; k++) {
            for (int i = 0; i < rows; i++) {
                out[k][i] = 1 - in[k][i];
            }
        }
        Arrays.fill(status, 0, rows, StarStatus.OK);
    }
}
