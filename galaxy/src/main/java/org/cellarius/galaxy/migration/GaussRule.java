package org.cellarius.galaxy.migration;

import java.util.Arrays;

/**
 * Gauss's rule for a weight that is given at points: n nodes that keep its first 2n moments. For a normal weight it is Gauss and Hermite's. The recurrence of the orthogonal polynomials by
 * Stieltjes' procedure (Gautschi 2004, Orthogonal Polynomials: Computation and Approximation, section 2.2), the nodes by bisection on Sturm's sequence.
 *
 * @param nodes ascending
 * @param weights of sum 1
 */
record GaussRule(double[] nodes, double[] weights) {

    /** Fewer nodes where the weight stands at fewer points. */
    static GaussRule of(double[] points, double[] weight, int n) {
        double total = 0;
        int places = 0;
        for (double w : weight) {
            total += w;
            places += w > 0 ? 1 : 0;
        }
        int most = Math.min(n, places);
        double[] a = new double[most];
        double[] b = new double[most];
        double[] before = new double[points.length];
        double[] p = new double[points.length];
        Arrays.fill(p, 1);
        double norm = total;
        int found = 0;
        for (int k = 0; k < most; k++) {
            double mean = 0;
            for (int i = 0; i < points.length; i++) {
                mean += weight[i] * points[i] * p[i] * p[i];
            }
            a[k] = mean / norm;
            found++;
            double next = 0;
            double ratio = b[k];
            for (int i = 0; i < points.length; i++) {
                double q = (points[i] - a[k]) * p[i] - ratio * before[i];
                before[i] = p[i];
                p[i] = q;
                next += weight[i] * q * q;
            }
            if (k + 1 < most) {
                b[k + 1] = next / norm;
                if (!(b[k + 1] > 1e-24)) {
                    break;
                }
            }
            norm = next;
        }
        return solved(a, b, found);
    }

    private static GaussRule solved(double[] a, double[] b, int n) {
        double low = a[0];
        double high = a[0];
        for (int k = 0; k < n; k++) {
            double reach = Math.sqrt(b[k]) + (k + 1 < n ? Math.sqrt(b[k + 1]) : 0);
            low = Math.min(low, a[k] - reach);
            high = Math.max(high, a[k] + reach);
        }
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int k = 0; k < n; k++) {
            double from = low;
            double to = high;
            for (int cut = 0; cut < 60; cut++) {
                double middle = 0.5 * (from + to);
                if (below(a, b, n, middle) > k) {
                    to = middle;
                } else {
                    from = middle;
                }
            }
            nodes[k] = 0.5 * (from + to);
            weights[k] = 1 / sumOfSquares(a, b, n, nodes[k]);
        }
        return new GaussRule(nodes, weights);
    }

    /** Zeros of the n-th polynomial below x. */
    private static int below(double[] a, double[] b, int n, double x) {
        int zeros = 0;
        double q = 1;
        for (int k = 0; k < n; k++) {
            q = x - a[k] - (k == 0 ? 0 : b[k] / (q == 0 ? 1e-300 : q));
            if (q > 0) {
                zeros++;
            }
        }
        return zeros;
    }

    /** Of the orthonormal polynomials of degree below n. */
    private static double sumOfSquares(double[] a, double[] b, int n, double x) {
        double before = 0;
        double p = 1;
        double sum = 1;
        for (int k = 0; k + 1 < n; k++) {
            double next = ((x - a[k]) * p - Math.sqrt(b[k]) * before) / Math.sqrt(b[k + 1]);
            before = p;
            p = next;
            sum += p * p;
        }
        return sum;
    }
}
