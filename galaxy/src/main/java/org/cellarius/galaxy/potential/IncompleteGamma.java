package org.cellarius.galaxy.potential;

/**
 * The incomplete gamma functions &gamma;(a, x) and &Gamma;(a, x), not divided by &Gamma;(a), for 0 &lt; a &lt; 3. Series for
 * x &lt; a+1 (Abramowitz and Stegun 6.5.29), Legendre's continued fraction beyond (6.5.31). Relative accuracy 1e-14.
 */
final class IncompleteGamma {

    private IncompleteGamma() {}

    static double lower(double a, double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        return x < a + 1 ? series(a, x) : complete(a) - fraction(a, x);
    }

    static double upper(double a, double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        return x < a + 1 ? complete(a) - series(a, x) : fraction(a, x);
    }

    /** &Gamma;(a): both parts meet at x = a + 1. */
    static double complete(double a) {
        return series(a, a + 1) + fraction(a, a + 1);
    }

    private static double series(double a, double x) {
        if (x == 0) {
            return 0;
        }
        double term = 1 / a;
        double sum = term;
        for (int k = 1; k < 200 && term > 1e-17 * sum; k++) {
            term *= x / (a + k);
            sum += term;
        }
        return sum * Math.exp(a * Math.log(x) - x);
    }

    /** Lentz's evaluation of the continued fraction. */
    private static double fraction(double a, double x) {
        if (x > 700) {
            return 0;
        }
        double b = x + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double h = d;
        for (int k = 1; k < 500; k++) {
            double an = -k * (k - a);
            b += 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            double change = c * d;
            h *= change;
            if (Math.abs(change - 1) < 1e-16) {
                break;
            }
        }
        return h * Math.exp(a * Math.log(x) - x);
    }
}
