package org.cellarius.galaxy.population;

import java.util.Arrays;

/**
 * Quantiles of weighted stars. With stars in rising order and C_k the sum of the weights below the k-th and half of its own, star k stands at
 *
 * <pre>  p_k = (C_k &minus; C_1)/(C_n &minus; C_1),</pre>
 *
 * and between stars the quantile is interpolated; of equal weights that is (k &minus; 1)/(n &minus; 1), numpy's default.
 */
public final class WeightedQuantiles {

    private WeightedQuantiles() {}

    /**
     * Quantiles of each group of stars in memory.
     *
     * @param probabilities each in [0, 1]
     * @param columns the value, the weight, then the grouping's columns; stars without value or weight are passed over
     */
    public static QuantilesByGroup of(Grouping grouping, double[] probabilities, double[][] columns) {
        int rows = columns[0].length;
        int groups = grouping.groups();
        int[] groupOf = grouping.groupsOf(columns, 2, rows);
        int[] first = new int[groups + 1];
        for (int i = 0; i < rows; i++) {
            if (!Double.isFinite(columns[0][i]) || !Double.isFinite(columns[1][i])) {
                groupOf[i] = -1;
            }
            if (groupOf[i] >= 0) {
                first[groupOf[i] + 1]++;
            }
        }
        for (int g = 0; g < groups; g++) {
            first[g + 1] += first[g];
        }
        int[] next = Arrays.copyOf(first, groups);
        double[] value = new double[first[groups]];
        double[] weight = new double[first[groups]];
        for (int i = 0; i < rows; i++) {
            if (groupOf[i] >= 0) {
                int at = next[groupOf[i]]++;
                value[at] = columns[0][i];
                weight[at] = columns[1][i];
            }
        }
        long[] counts = new long[groups];
        double[] effective = new double[groups];
        double[] meanWeights = new double[groups];
        double[][] values = new double[groups][];
        for (int g = 0; g < groups; g++) {
            int n = first[g + 1] - first[g];
            double sum = 0;
            double squares = 0;
            for (int i = first[g]; i < first[g + 1]; i++) {
                sum += weight[i];
                squares += weight[i] * weight[i];
            }
            counts[g] = n;
            effective[g] = n == 0 ? 0 : sum * sum / squares;
            meanWeights[g] = n == 0 ? 1 : sum / n;
            sort(value, weight, first[g], first[g + 1] - 1);
            values[g] = ofSorted(value, weight, first[g], n, probabilities);
        }
        return new QuantilesByGroup(counts, effective, meanWeights, probabilities.clone(), values);
    }

    /** The median of some values, which are sorted with their weights. */
    public static double medianOf(double[] values, double[] weights) {
        sort(values, weights, 0, values.length - 1);
        return ofSorted(values, weights, new double[] {0.5})[0];
    }

    /** Quantiles of values in rising order with their weights; NaN without a value. */
    public static double[] ofSorted(double[] value, double[] weight, double[] probabilities) {
        return ofSorted(value, weight, 0, value.length, probabilities);
    }

    private static double[] ofSorted(double[] value, double[] weight, int first, int n, double[] probabilities) {
        double[] found = new double[probabilities.length];
        if (n == 0) {
            Arrays.fill(found, Double.NaN);
            return found;
        }
        // Twice C_k - C_1: the star's own weight and that of the one before are added at each step.
        double[] place = new double[n];
        for (int k = 1; k < n; k++) {
            place[k] = place[k - 1] + weight[first + k - 1] + weight[first + k];
        }
        for (int q = 0; q < found.length; q++) {
            double wanted = probabilities[q] * place[n - 1];
            int at = Arrays.binarySearch(place, wanted);
            int k = at >= 0 ? at : Math.max(0, -at - 2);
            int above = Math.min(k + 1, n - 1);
            double step = place[above] - place[k];
            found[q] = Quantiles.between(
                    value[first + k], value[first + above], step > 0 ? Math.min(1, (wanted - place[k]) / step) : 0);
        }
        return found;
    }

    /** Hoare's quicksort (1961) of values from first to last, their weights going with them. */
    public static void sort(double[] value, double[] weight, int first, int last) {
        int lo = first;
        int hi = last;
        while (lo < hi) {
            double a = value[lo];
            double b = value[(lo + hi) >>> 1];
            double c = value[hi];
            double pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
            int i = lo;
            int j = hi;
            while (i <= j) {
                while (value[i] < pivot) {
                    i++;
                }
                while (value[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(value, i, j);
                    swap(weight, i++, j--);
                }
            }
            // The shorter side first: the other one needs no further room on the stack.
            if (j - lo < hi - i) {
                sort(value, weight, lo, j);
                lo = i;
            } else {
                sort(value, weight, i, hi);
                hi = j;
            }
        }
    }

    private static void swap(double[] of, int i, int j) {
        double moved = of[i];
        of[i] = of[j];
        of[j] = moved;
    }
}
