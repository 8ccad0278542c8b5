package org.cellarius.galaxy.column;

import java.util.List;

/**
 * A kernel on what another one makes: the second reads the first's outputs by name; only its own outputs are written. The status is
 * the first that is not OK.
 */
public final class KernelChain implements ColumnKernel {

    private final ColumnKernel first;
    private final ColumnKernel second;
    private final int[] places;

    public KernelChain(ColumnKernel first, ColumnKernel second) {
        this.first = first;
        this.second = second;
        List<String> made = first.outputs().stream().map(OutputColumn::name).toList();
        this.places = second.inputs().stream().mapToInt(made::indexOf).toArray();
        for (int k = 0; k < places.length; k++) {
            if (places[k] < 0) {
                throw new IllegalArgumentException(
                        "'" + second.inputs().get(k) + "' is not among the columns made before: " + made);
            }
        }
    }

    @Override
    public List<String> inputs() {
        return first.inputs();
    }

    @Override
    public List<OutputColumn> outputs() {
        return second.outputs();
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        double[][] between = new double[first.outputs().size()][rows];
        first.apply(rows, in, between, status);
        double[][] chosen = new double[places.length][];
        for (int k = 0; k < places.length; k++) {
            chosen[k] = between[places[k]];
        }
        var own = new StarStatus[rows];
        second.apply(rows, chosen, out, own);
        for (int i = 0; i < rows; i++) {
            if (status[i] == StarStatus.OK) {
                status[i] = own[i];
            }
        }
    }
}
