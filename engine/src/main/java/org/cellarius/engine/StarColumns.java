package org.cellarius.engine;

import java.util.Arrays;

/** Columns of numbers, read block by block. */
public final class StarColumns implements Engine.BlockConsumer {

    private final double[][] columns;
    private int rows;

    public StarColumns(int count) {
        this.columns = new double[count][4096];
    }

    @Override
    public void accept(int more, double[][] in) {
        if (rows + more > columns[0].length) {
            int room = Math.max(rows + more, (int) Math.min(Integer.MAX_VALUE - 16L, 2L * columns[0].length));
            Arrays.setAll(columns, k -> Arrays.copyOf(columns[k], room));
        }
        for (int k = 0; k < columns.length; k++) {
            System.arraycopy(in[k], 0, columns[k], rows, more);
        }
        rows += more;
    }

    public double[] column(int number) {
        return Arrays.copyOf(columns[number], rows);
    }
}
