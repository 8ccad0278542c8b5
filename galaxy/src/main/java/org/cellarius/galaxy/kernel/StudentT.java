package org.cellarius.galaxy.kernel;

/**
 * Student's t distribution of any positive number of degrees of freedom, by the regularised incomplete beta function (its continued fraction by
 * Lentz's method: Abramowitz and Stegun 1964, 26.5.8, 26.7.1).
 */
public final class StudentT {

    /** So many degrees of freedom are a normal distribution, to 1e-9 of its quantiles. */
    private static final double NORMAL = 1e9;

    private static final double[] STIRLING = {1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188};

    private StudentT() {}

    /** The probability below t. */
    public static double below(double t, double degreesOfFreedom) {
        double nu = degreesOfFreedom;
        if (nu >= NORMAL) {
            return StandardNormal.below(t);
        }
        double tail = 0.5 * beta(nu / (nu + t * t), t * t / (nu + t * t), 0.5 * nu);
        return t > 0 ? 1 - tail : tail;
    }

    /** The t below which a probability between 0 and 1 lies; to 1e-12 of it. */
    public static double quantile(double probability, double degreesOfFreedom) {
        if (!(probability > 0 && probability < 1) || !(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException(
                    "no quantile of probability " + probability + " for " + degreesOfFreedom + " degrees of freedom");
        }
        if (degreesOfFreedom >= NORMAL) {
            return StandardNormal.quantile(probability);
        }
        if (probability == 0.5) {
            return 0;
        }
        if (probability > 0.5) {
            return -quantile(1 - probability, degreesOfFreedom);
        }
        double high = 0;
        double low = -1;
        while (below(low, degreesOfFreedom) > probability && low > -1e150) {
            high = low;
            low *= 2;
        }
        for (int k = 0; k < 200 && high - low > 1e-13 * -low; k++) {
            double middle = 0.5 * (low + high);
            if (below(middle, degreesOfFreedom) > probability) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** I_x(a, &frac12;); {@code rest} is 1 &minus; x without rounding. */
    private static double beta(double x, double rest, double a) {
        double b = 0.5;
        if (x <= 0) {
            return 0;
        }
        if (rest <= 0) {
            return 1;
        }
        double front = Math.exp(lnGammaRatio(a)
                - 0.5 * Math.log(Math.PI)
                + a * (x > 0.5 ? Math.log1p(-rest) : Math.log(x))
                + b * Math.log(rest));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(rest, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < 100_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < 1e-16) {
                break;
            }
        }
        return value;
    }

    private static double away(double v) {
        return Math.abs(v) < 1e-300 ? 1e-300 : v;
    }

    /** ln &Gamma;(a + &frac12;)/&Gamma;(a). */
    private static double lnGammaRatio(double a) {
        return a < 1000 ? lnGamma(a + 0.5) - lnGamma(a) : 0.5 * Math.log(a) - 1 / (8 * a) + 1 / (192 * a * a * a);
    }

    /** ln &Gamma;(z), z &gt; 0: Stirling's series beyond 12, recurrence before. */
    static double lnGamma(double z) {
        double shift = 0;
        double v = z;
        while (v < 12) {
            shift += Math.log(v);
            v += 1;
        }
        double series = 0;
        double power = 1 / v;
        for (double term : STIRLING) {
            series += term * power;
            power /= v * v;
        }
        return (v - 0.5) * Math.log(v) - v + StandardNormal.LN_ROOT_TWO_PI + series - shift;
    }
}
