package org.cellarius.galaxy.fit;

import java.util.Arrays;
import org.cellarius.galaxy.column.Partial;
import org.cellarius.galaxy.population.Grouping;

/**
 * One polynomial per group of stars by least squares, in one pass over x, y and the grouping's columns. A star with a missing
 * value is passed over.
 *
 * @param degree 0 to {@link Polynomial#HIGHEST_DEGREE}; 1 is a straight line
 * @param from smallest x of each group, known from a pass before
 * @param to largest x of each group
 */
public record PolynomialsByGroup(int degree, double[] from, double[] to, Grouping grouping)
        implements Partial<TriangularFactor[]> {

    public PolynomialsByGroup {
        if (degree < 0 || degree > Polynomial.HIGHEST_DEGREE) {
            throw new IllegalArgumentException(
                    "polynomial degree " + degree + ": it must lie between 0 and " + Polynomial.HIGHEST_DEGREE);
        }
    }

    @Override
    public int columns() {
        return 2 + grouping.columns();
    }

    @Override
    public TriangularFactor[] empty() {
        var factors = new TriangularFactor[grouping.groups()];
        Arrays.fill(factors, TriangularFactor.empty(degree + 1));
        return factors;
    }

    @Override
    public TriangularFactor[] fold(TriangularFactor[] state, int rows, double[][] in) {
        double[] values = new double[degree + 1];
        double[][][] columns = new double[state.length][][];
        int[] counts = new int[state.length];
        int[] groups = grouping.groupsOf(in, 2, rows);
        for (int i = 0; i < rows; i++) {
            int g = groups[i];
            if (g < 0 || !Double.isFinite(in[0][i]) || !Double.isFinite(in[1][i])) {
                continue;
            }
            if (columns[g] == null) {
                columns[g] = new double[degree + 2][rows];
            }
            Polynomial.legendre((in[0][i] - centre(g)) / halfWidth(g), values);
            for (int k = 0; k <= degree; k++) {
                columns[g][k][counts[g]] = values[k];
            }
            columns[g][degree + 1][counts[g]++] = in[1][i];
        }
        for (int g = 0; g < state.length; g++) {
            if (counts[g] > 0) {
                state[g] = state[g].plus(columns[g], counts[g]);
            }
        }
        return state;
    }

    @Override
    public TriangularFactor[] merge(TriangularFactor[] left, TriangularFactor[] right) {
        var merged = new TriangularFactor[left.length];
        Arrays.setAll(merged, g -> left[g].plus(right[g]));
        return merged;
    }

    /** The polynomial of a group; an {@link IllegalArgumentException} says why there is none. */
    public Polynomial polynomial(TriangularFactor[] state, int group) {
        TriangularFactor factor = state[group];
        if (factor.n() < degree + 2) {
            throw new IllegalArgumentException("a polynomial of degree %d needs at least %d stars, there are %d"
                    .formatted(degree, degree + 2, factor.n()));
        }
        if (!(to[group] > from[group]) && degree > 0) {
            throw new IllegalArgumentException(
                    "all stars have the same x (" + from[group] + "): no trend can be fitted");
        }
        if (!factor.determined()) {
            throw new IllegalArgumentException(
                    "the stars have too few different x values for a polynomial of degree " + degree);
        }
        return new Polynomial(from[group], to[group], factor.solved(), factor.n());
    }

    private double centre(int group) {
        return 0.5 * (from[group] + to[group]);
    }

    private double halfWidth(int group) {
        return to[group] > from[group] ? 0.5 * (to[group] - from[group]) : 1;
    }
}
