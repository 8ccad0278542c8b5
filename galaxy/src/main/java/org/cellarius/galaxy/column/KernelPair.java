package org.cellarius.galaxy.column;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Two kernels on the same columns, in one pass: the outputs of the first, then those of the second. The status is the first that is not OK. */
public final class KernelPair implements ColumnKernel {

    private final ColumnKernel first;
    private final ColumnKernel second;
    private final List<String> inputs;
    private final List<OutputColumn> outputs;

    public KernelPair(ColumnKernel first, ColumnKernel second) {
        this.first = first;
        this.second = second;
        var names = new LinkedHashSet<>(first.inputs());
        names.addAll(second.inputs());
        this.inputs = List.copyOf(names);
        var columns = new ArrayList<>(first.outputs());
        columns.addAll(second.outputs());
        this.outputs = List.copyOf(columns);
    }

    @Override
    public List<String> inputs() {
        return inputs;
    }

    @Override
    public List<OutputColumn> outputs() {
        return outputs;
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        int split = first.outputs().size();
        first.apply(rows, chosen(first, in), java.util.Arrays.copyOfRange(out, 0, split), status);
        var own = new StarStatus[rows];
        second.apply(rows, chosen(second, in), java.util.Arrays.copyOfRange(out, split, out.length), own);
        for (int i = 0; i < rows; i++) {
            if (status[i] == StarStatus.OK) {
                status[i] = own[i];
            }
        }
    }

    private double[][] chosen(ColumnKernel kernel, double[][] in) {
        return kernel.inputs().stream().map(name -> in[inputs.indexOf(name)]).toArray(double[][]::new);
    }
}
