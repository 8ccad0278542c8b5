package org.cellarius.galaxy.population;

import org.cellarius.galaxy.column.Partial;

/** Smallest and largest finite value of a column; the state is {smallest, largest}, NaN before the first value. */
public record FiniteRange() implements Partial<double[]> {

    @Override
    public int columns() {
        return 1;
    }

    @Override
    public double[] empty() {
        return new double[] {Double.NaN, Double.NaN};
    }

    @Override
    public double[] fold(double[] state, int rows, double[][] in) {
        double[] column = in[0];
        double least = Double.isNaN(state[0]) ? Double.POSITIVE_INFINITY : state[0];
        double most = Double.isNaN(state[1]) ? Double.NEGATIVE_INFINITY : state[1];
        for (int i = 0; i < rows; i++) {
            double v = column[i];
            if (Math.abs(v) <= Double.MAX_VALUE) {
                least = Math.min(least, v);
                most = Math.max(most, v);
            }
        }
        return least <= most ? new double[] {least, most} : state;
    }

    @Override
    public double[] merge(double[] left, double[] right) {
        return Double.isNaN(left[0]) ? right : fold(left, Double.isNaN(right[0]) ? 0 : 2, new double[][] {right});
    }
}
