package org.cellarius.galaxy.fit;

import org.cellarius.galaxy.kernel.LogProduct;
import org.cellarius.galaxy.kernel.NormalTails;
import org.cellarius.galaxy.kernel.StandardNormal;

/**
 * ln L of {@link Chen2025Line} with every star's radius integrated out. With &tau; = m x_error and V = &Sigma;&sup2; + &tau;&sup2;,
 *
 * <pre>  N(R | x, x_error) N(y | m R + b, &Sigma;) = N(y | m x + b, &radic;V) N(R | R&#770;, s),   R&#770; = x + m x_error&sup2; (y &minus; m x &minus; b)/V,   s = x_error &Sigma;/&radic;V,</pre>
 *
 * so that L_i is the first normal times the mean of 1/D over the second, truncated; D(R) is the mass of N(m R + b, &Sigma;) between
 * the limits of y. m R + b varies over the second normal by &kappa; = &tau;/&radic;V of &Sigma;, less than one. Up to &kappa; = 0.25 the moments
 * of Taylor's series of 1/D give that mean, up to one half Gauss&ndash;Hermite, beyond, and where the limits of R cut into it,
 * Gauss&ndash;Legendre: ln L_i is good to 1e-5 at worst.
 */
final class Chen2025Likelihood implements LineLikelihood {

    private static final GaussHermite FIVE = GaussHermite.of(5);
    private static final GaussHermite NINE = GaussHermite.of(9);
    private static final int LEGENDRE_NODES = 12;
    private static final double PANEL = 3;

    private static final NormalTails TAILS = NormalTails.best();

    /** Stars worked on at once: their columns stay in the first cache. */
    private static final int BLOCK = 256;

    /** &kappa;&sup2; up to which the series serves, and up to which two terms of it do. */
    private static final double SERIES_REACH = 0.25 * 0.25;

    private static final double SHORT_SERIES_REACH = 0.12 * 0.12;

    /** A line so many widths outside the limits is left to logarithms. */
    private static final double MOST_DEVIATION = 7;

    /** Standard deviations beyond which a limit of R does not matter. */
    private static final double FAR = 5.5;

    private final double[] x;
    private final double[] y;
    private final double[] xError;
    private final double[] yVariance;
    private final double[] inverseWeight;
    private final Span metallicities;
    private final Span radii;
    private final double pivot;
    private final UsableStars.FirstGuess guess;
    private final double meanY;

    Chen2025Likelihood(UsableStars usable, double[] weights, Span metallicities, Span radii) {
        LineStars s = usable.stars();
        int n = s.count();
        this.x = s.x();
        this.y = s.y();
        this.xError = s.xError();
        this.yVariance = new double[n];
        this.inverseWeight = new double[n];
        double sum = 0;
        double sumX = 0;
        for (int i = 0; i < n; i++) {
            yVariance[i] = s.yError()[i] * s.yError()[i];
            inverseWeight[i] = 1 / Math.max(weights[i], 1e-100);
            double w = weights[i] * weights[i] / (yVariance[i] + 0.02);
            sum += w;
            sumX += w * x[i];
        }
        this.pivot = sum > 0 ? sumX / sum : usable.meanX();
        this.metallicities = metallicities;
        this.radii = radii;
        this.guess = usable.firstGuess();
        this.meanY = usable.meanY() + guess.slope() * (pivot - usable.meanX());
    }

    @Override
    public double pivot() {
        return pivot;
    }

    @Override
    public double[] start() {
        return new double[] {guess.slope(), meanY, guess.scatter()};
    }

    @Override
    public double[] widths() {
        return new double[] {guess.slopeWidth(), guess.heightWidth(), guess.scatter() / Math.sqrt(2.0 * x.length)};
    }

    @Override
    public double ln(double slope, double height, double scatter) {
        var block = new Block();
        double ln = 0;
        for (int from = 0; from < x.length; from += BLOCK) {
            ln += block.ln(from, Math.min(BLOCK, x.length - from), slope, height, scatter * scatter);
        }
        return ln - x.length * StandardNormal.LN_ROOT_TWO_PI;
    }

    /** Some stars at a time, step by step over columns: normal tails are made many at once. */
    private final class Block {

        private final double[] low = new double[BLOCK];
        private final double[] high = new double[BLOCK];
        private final double[] kappaSquared = new double[BLOCK];
        private final double[] root = new double[BLOCK];
        private final double[] atLow = new double[BLOCK];
        private final double[] atHigh = new double[BLOCK];
        private final double[] belowLow = new double[BLOCK];
        private final double[] aboveHigh = new double[BLOCK];
        private final boolean[] plain = new boolean[BLOCK];

        double ln(int from, int n, double slope, double height, double scatterVariance) {
            double squares = prepare(from, n, slope, height, scatterVariance);
            TAILS.of(n, low, atLow, belowLow);
            TAILS.of(n, high, atHigh, aboveHigh);
            var factors = new LogProduct();
            double other = 0;
            for (int k = 0; k < n; k++) {
                if (!plain[k]) {
                    other += lnOne(from + k, slope, height, scatterVariance);
                } else if (kappaSquared[k] < SERIES_REACH) {
                    double mass = mass(low[k], high[k], belowLow[k], aboveHigh[k]);
                    factors.times(root[k] * bySeries(low[k], high[k], atLow[k], atHigh[k], mass, kappaSquared[k]));
                } else {
                    factors.times(root[k] * byRule(low[k], high[k], Math.sqrt(kappaSquared[k])));
                }
            }
            return factors.ln() - 0.5 * squares + other;
        }

        /** Limits in units of the width, seen from the line where the star is; gives the sum of r&sup2;/V of the plain stars. */
        private double prepare(int from, int n, double slope, double height, double scatterVariance) {
            double squares = 0;
            for (int k = 0; k < n; k++) {
                int i = from + k;
                double width = Math.sqrt(scatterVariance + yVariance[i]) * inverseWeight[i];
                double tau = slope * xError[i];
                double variance = width * width + tau * tau;
                double at = slope * (x[i] - pivot) + height;
                double r = y[i] - at;
                double inverse = 1 / variance;
                double pull = tau * r * inverse;
                root[k] = Math.sqrt(inverse);
                // The mean of m R + b over the second normal, and its spread in units of the width.
                double mean = at + tau * pull;
                kappaSquared[k] = tau * tau * inverse;
                double perWidth = 1 / width;
                low[k] = (metallicities.low() - mean) * perWidth;
                high[k] = (metallicities.high() - mean) * perWidth;
                double centre = x[i] + xError[i] * pull;
                double reach = FAR * xError[i];
                plain[k] = kappaSquared[k] < 0.25
                        && Math.min(centre, x[i]) - reach > radii.low()
                        && Math.max(centre, x[i]) + reach < radii.high()
                        && low[k] < MOST_DEVIATION
                        && high[k] > -MOST_DEVIATION;
                squares += plain[k] ? r * r * inverse : 0;
            }
            return squares;
        }
    }

    /** Any star, whatever its errors. */
    private double lnOne(int i, double slope, double height, double scatterVariance) {
        double width = Math.sqrt(scatterVariance + yVariance[i]) * inverseWeight[i];
        double tau = slope * xError[i];
        double variance = width * width + tau * tau;
        double at = slope * (x[i] - pivot) + height;
        double r = y[i] - at;
        double inverse = 1 / variance;
        double mean = at + tau * tau * r * inverse;
        double centre = x[i] + xError[i] * tau * r * inverse;
        double spread = xError[i] * width * Math.sqrt(inverse);
        return 0.5 * Math.log(inverse) - 0.5 * r * r * inverse + lnTruncated(i, slope, mean, width, centre, spread);
    }

    /** Mean of 1/D over a normal of spread &kappa; in units of the width, by Gauss and Hermite. */
    private static double byRule(double low, double high, double kappa) {
        GaussHermite rule = kappa < 0.35 ? FIVE : NINE;
        double[] nodes = rule.nodes();
        double[] weights = rule.weights();
        double sum = 0;
        for (int k = 0; k < nodes.length; k++) {
            double shift = kappa * nodes[k];
            sum += weights[k] / mass(low - shift, high - shift);
        }
        return sum;
    }

    /**
     * The same from the even derivatives g of 1/D: 1/D + g2 v/2 + g4 v&sup2;/8 + g6 v&sup3;/48. Those of D are Hermite polynomials times the densities at its
     * limits; those of its inverse follow from D (1/D) = 1 by Leibniz' rule.
     */
    private static double bySeries(double low, double high, double atLow, double atHigh, double mass, double variance) {
        double inverse = 1 / mass;
        double p = atLow * inverse;
        double q = atHigh * inverse;
        double d1 = p - q;
        double d2 = low * p - high * q;
        double low2 = low * low;
        double high2 = high * high;
        double d3 = (low2 - 1) * p - (high2 - 1) * q;
        double d4 = low * (low2 - 3) * p - high * (high2 - 3) * q;
        double g1 = -d1;
        double g2 = -(d2 + 2 * g1 * d1);
        double g3 = -(d3 + 3 * (g1 * d2 + g2 * d1));
        double g4 = -(d4 + 4 * (g1 * d3 + g3 * d1) + 6 * g2 * d2);
        double sum = 1 + variance * (0.5 * g2 + 0.125 * variance * g4);
        if (variance < SHORT_SERIES_REACH) {
            return inverse * sum;
        }
        double d5 = (low2 * (low2 - 6) + 3) * p - (high2 * (high2 - 6) + 3) * q;
        double d6 = low * (low2 * (low2 - 10) + 15) * p - high * (high2 * (high2 - 10) + 15) * q;
        double g5 = -(d5 + 5 * (g1 * d4 + g4 * d1) + 10 * (g2 * d3 + g3 * d2));
        double g6 = -(d6 + 6 * (g1 * d5 + g5 * d1) + 15 * (g2 * d4 + g4 * d2) + 20 * g3 * d3);
        return inverse * (sum + variance * variance * variance * g6 / 48);
    }

    /** D from the smaller tails at both limits. */
    private static double mass(double low, double high, double tailAtLow, double tailAtHigh) {
        if (low > 0) {
            return tailAtLow - tailAtHigh;
        }
        return high < 0 ? tailAtHigh - tailAtLow : 1 - tailAtLow - tailAtHigh;
    }

    private static double mass(double low, double high) {
        double mass = StandardNormal.between(low, high);
        return mass > 1e-280 ? mass : Math.exp(Math.max(-690, StandardNormal.lnBetween(low, high)));
    }

    /** ln of the integral over the possible R of N(R | centre, spread)/D(R), over the mass of the star's own truncated normal. */
    private double lnTruncated(int i, double slope, double mean, double width, double centre, double spread) {
        double own = xError[i] == 0
                ? 0
                : StandardNormal.lnBetween((radii.low() - x[i]) / xError[i], (radii.high() - x[i]) / xError[i]);
        if (xError[i] == 0) {
            return -StandardNormal.lnBetween(
                    (metallicities.low() - mean) / width, (metallicities.high() - mean) / width);
        }
        double kappa = Math.abs(slope) * spread / width;
        double reach = 9 / Math.sqrt(Math.max(1e-4, 1 - kappa * kappa));
        double low = Math.max(-reach, (radii.low() - centre) / spread);
        double high = Math.min(reach, (radii.high() - centre) / spread);
        if (!(low < high)) {
            // The whole of the product lies beyond a limit: its density at the limit rules.
            low = Math.max(-1e3, Math.min((radii.low() - centre) / spread, 1e3));
            high = Math.max(low + 1e-3, Math.min((radii.high() - centre) / spread, 1e3));
            high = low > 0 ? Math.min(high, low + 40 / low) : high;
            low = high < 0 ? Math.max(low, high + 40 / high) : low;
        }
        // Panels no wider than the narrower of the two factors.
        int panels = (int) Math.ceil((high - low) / PANEL);
        double half = 0.5 * (high - low) / panels;
        double[] ln = new double[panels * GAUSS_LEGENDRE.length];
        double best = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < ln.length; k++) {
            double middle = low + half * (2 * (k / GAUSS_LEGENDRE.length) + 1);
            double z = middle + half * GAUSS_LEGENDRE[k % GAUSS_LEGENDRE.length][0];
            double line = mean + slope * spread * z;
            ln[k] = -0.5 * z * z
                    - Math.log(mass((metallicities.low() - line) / width, (metallicities.high() - line) / width));
            best = Math.max(best, ln[k]);
        }
        double sum = 0;
        for (int k = 0; k < ln.length; k++) {
            sum += GAUSS_LEGENDRE[k % GAUSS_LEGENDRE.length][1] * Math.exp(ln[k] - best);
        }
        return best + Math.log(sum * half) - StandardNormal.LN_ROOT_TWO_PI - own;
    }

    private static final double[][] GAUSS_LEGENDRE = gaussLegendre(LEGENDRE_NODES);

    /** Nodes and weights on [&minus;1, 1]. */
    private static double[][] gaussLegendre(int n) {
        double[][] rule = new double[n][2];
        for (int k = 0; k < n; k++) {
            double t = Math.cos(Math.PI * (k + 0.75) / (n + 0.5));
            double derivative = 1;
            for (int step = 0; step < 20; step++) {
                double before = 1;
                double p = t;
                for (int j = 2; j <= n; j++) {
                    double next = ((2 * j - 1) * t * p - (j - 1) * before) / j;
                    before = p;
                    p = next;
                }
                derivative = n * (t * p - before) / (t * t - 1);
                t -= p / derivative;
            }
            rule[k][0] = t;
            rule[k][1] = 2 / ((1 - t * t) * derivative * derivative);
        }
        return rule;
    }
}
