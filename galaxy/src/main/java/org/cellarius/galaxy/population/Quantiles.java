package org.cellarius.galaxy.population;

import java.util.Arrays;

/** Quantiles of values that are in memory, by linear interpolation at (n &minus; 1) p (numpy's default). */
public final class Quantiles {

    private Quantiles() {}

    /** The p-quantile of values sorted in rising order; NaN if there are none. */
    public static double ofSorted(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double h = (sorted.length - 1) * p;
        int k = (int) Math.floor(h);
        int next = Math.min(k + 1, sorted.length - 1);
        return between(sorted[k], sorted[next], h - k);
    }

    /** The median of some values, which are sorted. */
    public static double medianOf(double[] values) {
        Arrays.sort(values);
        return ofSorted(values, 0.5);
    }

    /** Interpolates as numpy does: from the nearer end, so that no digits are lost at either. */
    static double between(double a, double b, double fraction) {
        return fraction < 0.5 ? a + (b - a) * fraction : b - (b - a) * (1 - fraction);
    }

    /** Hoare's selection (1961) among v[first], &hellip;, v[last]: puts what sorting would put at k there, nothing larger before it, nothing smaller behind it. */
    public static void select(double[] v, int first, int last, int k) {
        int lo = first;
        int hi = last;
        while (lo < hi) {
            double a = v[lo];
            double b = v[(lo + hi) >>> 1];
            double c = v[hi];
            double pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
            int i = lo;
            int j = hi;
            while (i <= j) {
                while (v[i] < pivot) {
                    i++;
                }
                while (v[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = v[i];
                    v[i++] = v[j];
                    v[j--] = swapped;
                }
            }
            if (k <= j) {
                hi = j;
            } else if (k >= i) {
                lo = i;
            } else {
                return;
            }
        }
    }
}
