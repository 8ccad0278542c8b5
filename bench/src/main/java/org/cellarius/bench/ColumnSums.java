package org.cellarius.bench;

import java.util.Arrays;
import org.cellarius.galaxy.column.Partial;

/** Sums of columns: a statistic that costs nothing beside reading its numbers. */
record ColumnSums(int columns) implements Partial<double[]> {

    @Override
    public double[] empty() {
        return new double[columns];
    }

    @Override
    public double[] fold(double[] state, int rows, double[][] in) {
        for (int k = 0; k < columns; k++) {
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += in[k][i];
            }
            state[k] += sum;
        }
        return state;
    }

    @Override
    public double[] merge(double[] left, double[] right) {
        double[] sum = new double[columns];
        Arrays.setAll(sum, k -> left[k] + right[k]);
        return sum;
    }
}
