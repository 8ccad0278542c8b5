package org.cellarius.galaxy.fit;

/** Gauss and Hermite's rule for means over a standard normal: exact for polynomials of degree 2n &minus; 1. */
record GaussHermite(double[] nodes, double[] weights) {

    /** Nodes by Newton's method on the orthonormal Hermite polynomials. */
    static GaussHermite of(int n) {
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int k = 0; k < n; k++) {
            // Between the zeros of the polynomial one degree lower there is exactly one: bisect on the sign count of
            // the sequence.
            double low = -2 * Math.sqrt(n);
            double high = 2 * Math.sqrt(n);
            for (int cut = 0; cut < 200 && high - low > 1e-16 * Math.abs(low + high); cut++) {
                double middle = 0.5 * (low + high);
                if (zerosBelow(n, middle) > k) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            nodes[k] = 0.5 * (low + high);
            weights[k] = 1 / sumOfSquares(n, nodes[k]);
        }
        return new GaussHermite(nodes, weights);
    }

    /** Zeros of the n-th polynomial below x: sign changes of Sturm's sequence. */
    private static int zerosBelow(int n, double x) {
        int zeros = 0;
        double q = x;
        for (int k = 1; ; k++) {
            if (q > 0) {
                zeros++;
            }
            if (k == n) {
                return zeros;
            }
            q = x - k / (q == 0 ? 1e-300 : q);
        }
    }

    private static double sumOfSquares(int n, double x) {
        double before = 0;
        double p = 1;
        double sum = 1;
        for (int k = 1; k < n; k++) {
            double next = (x * p - Math.sqrt(k - 1.0) * before) / Math.sqrt(k);
            before = p;
            p = next;
            sum += p * p;
        }
        return sum;
    }
}
