package org.cellarius.galaxy.orbit;

import java.util.Arrays;

/**
 * Sums of columns with constant factors. Each number of terms has a loop of its own, short and plain enough to be vectorised by the
 * compiler; the running sum stays in registers.
 */
final class LinearCombination {

    private final double[] f;
    private final int[] used;

    /** &Sigma; factor_j column_j, over the columns whose factor is not zero: at least one, at most eight. */
    LinearCombination(double[] factors) {
        int[] places = new int[factors.length];
        int count = 0;
        for (int j = 0; j < factors.length; j++) {
            if (factors[j] != 0) {
                places[count++] = j;
            }
        }
        used = Arrays.copyOf(places, count);
        f = Arrays.stream(used).mapToDouble(j -> factors[j]).toArray();
    }

    /** The sum over the first n rows. */
    void of(int n, double[][] columns, double[] out) {
        switch (used.length) {
            case 1 -> sum1(n, f[0], columns[used[0]], out);
            case 2 -> sum2(n, f[0], columns[used[0]], f[1], columns[used[1]], out);
            case 3 -> sum3(n, f[0], columns[used[0]], f[1], columns[used[1]], f[2], columns[used[2]], out);
            case 4 ->
                sum4(
                        n,
                        f[0],
                        columns[used[0]],
                        f[1],
                        columns[used[1]],
                        f[2],
                        columns[used[2]],
                        f[3],
                        columns[used[3]],
                        out);
            case 5 ->
                sum5(
                        n,
                        f[0],
                        columns[used[0]],
                        f[1],
                        columns[used[1]],
                        f[2],
                        columns[used[2]],
                        f[3],
                        columns[used[3]],
                        f[4],
                        columns[used[4]],
                        out);
            case 6 ->
                sum6(
                        n,
                        f[0],
                        columns[used[0]],
                        f[1],
                        columns[used[1]],
                        f[2],
                        columns[used[2]],
                        f[3],
                        columns[used[3]],
                        f[4],
                        columns[used[4]],
                        f[5],
                        columns[used[5]],
                        out);
            case 7 ->
                sum7(
                        n,
                        f[0],
                        columns[used[0]],
                        f[1],
                        columns[used[1]],
                        f[2],
                        columns[used[2]],
                        f[3],
                        columns[used[3]],
                        f[4],
                        columns[used[4]],
                        f[5],
                        columns[used[5]],
                        f[6],
                        columns[used[6]],
                        out);
            case 8 ->
                sum8(
                        n,
                        f[0],
                        columns[used[0]],
                        f[1],
                        columns[used[1]],
                        f[2],
                        columns[used[2]],
                        f[3],
                        columns[used[3]],
                        f[4],
                        columns[used[4]],
                        f[5],
                        columns[used[5]],
                        f[6],
                        columns[used[6]],
                        f[7],
                        columns[used[7]],
                        out);
            default -> throw new IllegalStateException(used.length + " terms");
        }
    }

    private static void sum1(int n, double f0, double[] a, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = f0 * a[i];
        }
    }

    private static void sum2(int n, double f0, double[] a, double f1, double[] b, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = f0 * a[i] + f1 * b[i];
        }
    }

    private static void sum3(int n, double f0, double[] a, double f1, double[] b, double f2, double[] c, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = (f0 * a[i] + f1 * b[i]) + f2 * c[i];
        }
    }

    private static void sum4(
            int n,
            double f0,
            double[] a,
            double f1,
            double[] b,
            double f2,
            double[] c,
            double f3,
            double[] d,
            double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = (f0 * a[i] + f1 * b[i]) + (f2 * c[i] + f3 * d[i]);
        }
    }

    private static void sum5(
            int n,
            double f0,
            double[] a,
            double f1,
            double[] b,
            double f2,
            double[] c,
            double f3,
            double[] d,
            double f4,
            double[] e,
            double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = ((f0 * a[i] + f1 * b[i]) + (f2 * c[i] + f3 * d[i])) + f4 * e[i];
        }
    }

    private static void sum6(
            int n,
            double f0,
            double[] a,
            double f1,
            double[] b,
            double f2,
            double[] c,
            double f3,
            double[] d,
            double f4,
            double[] e,
            double f5,
            double[] f,
            double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = ((f0 * a[i] + f1 * b[i]) + (f2 * c[i] + f3 * d[i])) + (f4 * e[i] + f5 * f[i]);
        }
    }

    private static void sum7(
            int n,
            double f0,
            double[] a,
            double f1,
            double[] b,
            double f2,
            double[] c,
            double f3,
            double[] d,
            double f4,
            double[] e,
            double f5,
            double[] f,
            double f6,
            double[] g,
            double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = ((f0 * a[i] + f1 * b[i]) + (f2 * c[i] + f3 * d[i])) + ((f4 * e[i] + f5 * f[i]) + f6 * g[i]);
        }
    }

    private static void sum8(
            int n,
            double f0,
            double[] a,
            double f1,
            double[] b,
            double f2,
            double[] c,
            double f3,
            double[] d,
            double f4,
            double[] e,
            double f5,
            double[] f,
            double f6,
            double[] g,
            double f7,
            double[] h,
            double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = ((f0 * a[i] + f1 * b[i]) + (f2 * c[i] + f3 * d[i]))
                    + ((f4 * e[i] + f5 * f[i]) + (f6 * g[i] + f7 * h[i]));
        }
    }
}
