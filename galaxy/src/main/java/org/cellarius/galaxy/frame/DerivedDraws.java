package org.cellarius.galaxy.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.column.OutputColumn;

/** Moments of the quantities that others derive from the draws; draws without such a quantity are counted and left out. */
final class DerivedDraws {

    private final List<DerivedQuantity> quantities;
    private final double[][][] values;
    private final double[] means;
    private final double[] squares;
    private final int[] known;

    /** Of pairs of columns, and the values that those of one draw are measured from. */
    private final PairSums pairs;

    DerivedDraws(DrawPlan plan) {
        this.quantities = plan.derived();
        this.values = new double[quantities.size()][][];
        int columns = 0;
        for (int q = 0; q < values.length; q++) {
            int width = quantities.get(q).columns().size();
            values[q] = DrawBlock.arrays(width);
            columns += width;
        }
        this.means = new double[columns];
        this.squares = new double[columns];
        this.known = new int[columns];
        this.pairs = new PairSums(plan.tells(DrawPlan.Summary.COVARIANCE) ? columns : 0);
    }

    static List<OutputColumn> columns(List<DerivedQuantity> quantities) {
        var columns = new ArrayList<OutputColumn>();
        quantities.forEach(q -> columns.addAll(q.columns()));
        return columns;
    }

    /** Columns of the covariances of each pair of quantities. */
    static List<OutputColumn> covariances(List<DerivedQuantity> quantities) {
        List<OutputColumn> all = columns(quantities);
        var columns = new ArrayList<OutputColumn>();
        for (int a = 0; a < all.size(); a++) {
            for (int b = a + 1; b < all.size(); b++) {
                OutputColumn one = all.get(a);
                OutputColumn other = all.get(b);
                String unit = one.unit().isEmpty() || other.unit().isEmpty()
                        ? one.unit() + other.unit()
                        : one.unit() + " " + other.unit();
                columns.add(new OutputColumn(
                        one.name() + "_" + other.name() + "_cov",
                        unit,
                        "covariance of " + one.name() + " and " + other.name() + " among the draws that have both"));
            }
        }
        return columns;
    }

    void start() {
        Arrays.fill(means, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(known, 0);
        pairs.start();
    }

    void add(int n, double[][] state, KeptDraws kept) {
        int column = 0;
        for (int q = 0; q < values.length; q++) {
            quantities.get(q).of(n, state, values[q]);
            for (double[] v : values[q]) {
                add(n, v, column);
                kept.keep(PhaseSpaceQuantity.values().length + column, n, v);
                column++;
            }
        }
        pairs.add(n, values);
    }

    /** Writes the covariances of all pairs from a column on; the next column. */
    int writeCovariances(double[][] out, int from, int row) {
        return pairs.write(out, from, row);
    }

    /** Welford's recurrence (1962). */
    private void add(int n, double[] v, int column) {
        for (int i = 0; i < n; i++) {
            if (Double.isFinite(v[i])) {
                known[column]++;
                double away = v[i] - means[column];
                means[column] += away / known[column];
                squares[column] += away * (v[i] - means[column]);
            }
        }
    }

    double mean(int column) {
        return known[column] > 0 ? means[column] : Double.NaN;
    }

    double error(int column) {
        return known[column] > 1 ? Math.sqrt(squares[column] / (known[column] - 1)) : Double.NaN;
    }

    int known(int column) {
        return known[column];
    }
}
