package org.cellarius.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.random.CounterRandom;

/** Ten columns of uniform numbers with all their bits random: the hardest for a compressor, so a lower bound of speed. */
record RandomColumns(CounterRandom random) implements ColumnKernel {

    static final int COLUMNS = 10;

    @Override
    public List<String> inputs() {
        return List.of("row");
    }

    @Override
    public List<OutputColumn> outputs() {
        return names().stream()
                .map(n -> new OutputColumn(n, "", "uniform in (0, 1)"))
                .toList();
    }

    static List<String> names() {
        return IntStream.range(0, COLUMNS).mapToObj(k -> "c" + k).toList();
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < COLUMNS; k++) {
                out[k][i] = random.uniform((long) in[0][i], k);
            }
            status[i] = StarStatus.OK;
        }
    }
}
