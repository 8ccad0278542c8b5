package org.cellarius.galaxy.kernel;

/**
 * The standard normal distribution, with logarithms that hold far out in the tails.
 *
 * <p>&Phi; by Taylor's series about the nearest of nodes 1/32 apart, seven terms, from node values made by the series of
 * Marsaglia (2004, J. Stat. Softw. 11, 4) or, beyond 3, by the continued fraction of Mills' ratio; beyond 9 by that fraction alone.
 * Relative error below 2e-12 on the whole lower side.
 */
public final class StandardNormal {

    /** 1/&radic;(2&pi;). */
    public static final double PEAK = 0.3989422804014327;

    /** ln &radic;(2&pi;). */
    public static final double LN_ROOT_TWO_PI = 0.9189385332046727;

    private static final int NODES_PER_UNIT = 32;
    private static final double REACH = 9;
    /** So far out there is nothing beside what lies nearer. */
    private static final double NOTHING = 9;

    private static final int MIDDLE = (int) (REACH * NODES_PER_UNIT);
    private static final double[] MASS_AT = new double[2 * MIDDLE + 1];
    private static final double[] DENSITY_AT = new double[2 * MIDDLE + 1];

    static {
        for (int k = -MIDDLE; k <= MIDDLE; k++) {
            double x = (double) k / NODES_PER_UNIT;
            MASS_AT[k + MIDDLE] = Math.abs(x) < 3 ? bySeries(x) : x < 0 ? byFraction(x) : 1 - byFraction(-x);
            DENSITY_AT[k + MIDDLE] = density(x);
        }
    }

    private StandardNormal() {}

    public static double density(double x) {
        return PEAK * Math.exp(-0.5 * x * x);
    }

    /** &Phi;(x), the probability below x. */
    public static double below(double x) {
        if (!(Math.abs(x) < REACH)) {
            return x < 0 ? byFraction(x) : x > 0 ? 1 : x;
        }
        int k = (int) Math.rint(x * NODES_PER_UNIT) + MIDDLE;
        double a = (double) (k - MIDDLE) / NODES_PER_UNIT;
        double d = x - a;
        // Derivatives of the density are Hermite polynomials times it.
        double h2 = a * a - 1;
        double h3 = a * (h2 - 2);
        double h4 = a * h3 - 3 * h2;
        double h5 = a * h4 - 4 * h3;
        double h6 = a * h5 - 5 * h4;
        double s = h6 * d / 5040 - h5 / 720;
        s = s * d + h4 / 120;
        s = s * d - h3 / 24;
        s = s * d + h2 / 6;
        s = s * d - a / 2;
        s = s * d + 1;
        return MASS_AT[k] + DENSITY_AT[k] * d * s;
    }

    /** The x below which a probability between 0 and 1 lies; to 1e-14 of it. */
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("no quantile of probability " + probability);
        }
        if (probability > 0.5) {
            return -quantile(1 - probability);
        }
        // ln Phi is concave: Newton's steps from the left of the root never pass it.
        double ln = Math.log(probability);
        double x = -Math.sqrt(-2 * ln) - 0.1;
        double step = 1;
        for (int k = 0; k < 60 && step > 1e-15; k++) {
            step = (ln - lnBelow(x)) * Math.exp(lnBelow(x)) / density(x);
            x += step;
        }
        return x;
    }

    /** ln &Phi;(x). */
    public static double lnBelow(double x) {
        if (x > 0) {
            return Math.log1p(-below(-x));
        }
        return x > -REACH ? Math.log(below(x)) : -0.5 * x * x - LN_ROOT_TWO_PI + Math.log(millsRatio(-x));
    }

    /** ln of the probability between a and b &gt; a. */
    public static double lnBetween(double a, double b) {
        if (a > 0) {
            return lnBetween(-b, -a);
        }
        if (b > 0) {
            return Math.log1p(-(a > -NOTHING ? below(a) : 0) - (b < NOTHING ? below(-b) : 0));
        }
        double upper = lnBelow(b);
        return upper + Math.log(-Math.expm1(lnBelow(a) - upper));
    }

    /** &Phi;(high) &minus; &Phi;(low), from the side where nothing cancels; absolute error below 1e-15, relative 1e-11 beyond that. */
    public static double between(double low, double high) {
        if (low > 0) {
            return between(-high, -low);
        }
        return low < -NOTHING && high > -NOTHING + 1 ? below(high) : below(high) - below(low);
    }

    /** (1 &minus; &Phi;(t))/&phi;(t) for t of zero or more. */
    static double tailOverDensity(double t) {
        return t < 3 ? bySeries(-t) / density(t) : millsRatio(t);
    }

    private static double bySeries(double x) {
        double term = x;
        double sum = x;
        for (int k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
            term *= x * x / k;
            sum += term;
        }
        return 0.5 + density(x) * sum;
    }

    private static double byFraction(double x) {
        return density(x) * millsRatio(-x);
    }

    /** (1 &minus; &Phi;(x))/&phi;(x) for x of at least 3: 1/(x + 1/(x + 2/(x + 3/(x + &hellip;)))). */
    private static double millsRatio(double x) {
        if (Double.isInfinite(x)) {
            return 0;
        }
        double tail = x;
        // k terms leave a relative error near exp(-2 x sqrt(2 k)).
        for (int k = 8 + (int) (600 / (x * x)); k > 0; k--) {
            tail = x + k / tail;
        }
        return 1 / tail;
    }
}
