package org.cellarius.galaxy;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/** What a kernel made of a block of stars, by the columns' names. */
public record Columns(List<OutputColumn> columns, double[][] values, StarStatus[] status) {

    public static Columns of(ColumnKernel kernel, double[]... in) {
        if (in.length != kernel.inputs().size()) {
            throw new AssertionError(in.length + " columns given, " + kernel.inputs());
        }
        int rows = in[0].length;
        double[][] out = new double[kernel.outputs().size()][rows];
        var status = new StarStatus[rows];
        kernel.apply(rows, in, out, status);
        return new Columns(kernel.outputs(), out, status);
    }

    public double[] column(String name) {
        for (int k = 0; k < columns.size(); k++) {
            if (columns.get(k).name().equals(name)) {
                return values[k];
            }
        }
        throw new AssertionError("no column " + name + " in "
                + columns.stream().map(OutputColumn::name).toList());
    }
}
