package org.cellarius.galaxy.column;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kernel on stars that earlier kernels have given a status: the status is the first that is not OK. Its last input is the earlier status, as the
 * {@link StarStatus#number}; missing counts as OK.
 */
public final class KernelAfter implements ColumnKernel {

    /** The name of the last input. */
    public static final String STATUS = "status";

    private final ColumnKernel kernel;

    public KernelAfter(ColumnKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public List<String> inputs() {
        return Stream.concat(kernel.inputs().stream(), Stream.of(STATUS)).toList();
    }

    @Override
    public List<OutputColumn> outputs() {
        return kernel.outputs();
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        int last = in.length - 1;
        kernel.apply(rows, Arrays.copyOfRange(in, 0, last), out, status);
        StarStatus[] all = StarStatus.values();
        for (int i = 0; i < rows; i++) {
            int before = Double.isNaN(in[last][i]) ? 0 : (int) in[last][i];
            if (all[before] != StarStatus.OK) {
                status[i] = all[before];
            }
        }
    }
}
