package org.cellarius.galaxy.learned;

/** The cumulative standard normal distribution, by its series (Marsaglia 2004, J. Stat. Softw. 11, 4): absolute error below 2e-14. */
final class NormalLevel {

    private static final double FAR = 7.5;
    private static final double HALF_LN_TWO_PI = 0.9189385332046728;

    private NormalLevel() {}

    static double of(double x) {
        if (Math.abs(x) > FAR) {
            return x > 0 ? 1 : 0;
        }
        double term = x;
        double sum = x;
        double before = 0;
        for (int k = 3; sum != before; k += 2) {
            before = sum;
            term *= x * x / k;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-0.5 * x * x - HALF_LN_TWO_PI);
    }
}
