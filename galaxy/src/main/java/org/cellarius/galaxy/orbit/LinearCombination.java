package org.cellarius.galaxy.orbit;

/** Sums of columns with constant factors, in loops short and plain enough to be vectorised by the compiler. */
final class LinearCombination {

    private LinearCombination() {}

    /** out = &Sigma; factor_j column_j, over the columns whose factor is not zero. */
    static void of(int n, double[] factors, double[][] columns, double[] out) {
        int[] used = new int[Nystrom8.STAGES];
        int count = 0;
        for (int j = 0; j < factors.length; j++) {
            if (factors[j] != 0) {
                used[count++] = j;
            }
        }
        int at = 0;
        int first = Math.min(4, count);
        switch (first) {
            case 1 -> start1(n, factors[used[0]], columns[used[0]], out);
            case 2 -> start2(n, factors[used[0]], columns[used[0]], factors[used[1]], columns[used[1]], out);
            case 3 -> start3(
                    n,
                    factors[used[0]],
                    columns[used[0]],
                    factors[used[1]],
                    columns[used[1]],
                    factors[used[2]],
                    columns[used[2]],
                    out);
            default -> start4(
                    n,
                    factors[used[0]],
                    columns[used[0]],
                    factors[used[1]],
                    columns[used[1]],
                    factors[used[2]],
                    columns[used[2]],
                    factors[used[3]],
                    columns[used[3]],
                    out);
        }
        at = first;
        while (count - at >= 2) {
            add2(n, factors[used[at]], columns[used[at]], factors[used[at + 1]], columns[used[at + 1]], out);
            at += 2;
        }
        if (at < count) {
            add1(n, factors[used[at]], columns[used[at]], out);
        }
    }

    private static void start1(int n, double f, double[] a, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = f * a[i];
        }
    }

    private static void start2(int n, double f, double[] a, double g, double[] b, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = f * a[i] + g * b[i];
        }
    }

    private static void start3(int n, double f, double[] a, double g, double[] b, double h, double[] c, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = f * a[i] + g * b[i] + h * c[i];
        }
    }

    private static void start4(
            int n, double f, double[] a, double g, double[] b, double h, double[] c, double k, double[] d, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = (f * a[i] + g * b[i]) + (h * c[i] + k * d[i]);
        }
    }

    private static void add1(int n, double f, double[] a, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] += f * a[i];
        }
    }

    private static void add2(int n, double f, double[] a, double g, double[] b, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] += f * a[i] + g * b[i];
        }
    }
}
