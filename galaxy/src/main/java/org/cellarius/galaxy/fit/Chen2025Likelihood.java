package org.cellarius.galaxy.fit;

import org.cellarius.galaxy.kernel.LogProduct;
import org.cellarius.galaxy.kernel.NormalTails;
import org.cellarius.galaxy.kernel.ScalarTruncatedPass;
import org.cellarius.galaxy.kernel.StandardNormal;
import org.cellarius.galaxy.kernel.TruncatedColumns;
import org.cellarius.galaxy.kernel.TruncatedPass;

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
    private static final TruncatedPass PASS = TruncatedPass.best();

    /** Stars worked on at once: their columns stay in the first cache. */
    private static final int BLOCK = 256;

    /** &kappa;&sup2; up to which the series serves. */
    private static final double SERIES_REACH = 0.25 * 0.25;

    /** A line so many widths outside the limits is left to logarithms. */
    private static final double MOST_DEVIATION = 7;

    /** Standard deviations beyond which a limit of R does not matter. */
    private static final double FAR = 5.5;

    private final double[] x;
    private final double[] fromPivot;
    private final double[] y;
    private final double[] xError;
    private final double[] yVariance;
    private final double[] inverseWeight;
    private final Span metallicities;
    private final Span radii;
    private final double pivot;
    private final UsableStars.FirstGuess guess;
    private final double meanY;
    private final double[] counts;
    private final double total;

    Chen2025Likelihood(UsableStars usable, double[] weights, Span metallicities, Span radii) {
        LineStars s = usable.stars();
        int n = s.count();
        this.counts = usable.counts();
        this.total = usable.effective();
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
            double w = count(i) * weights[i] * weights[i] / (yVariance[i] + 0.02);
            sum += w;
            sumX += w * x[i];
        }
        this.pivot = sum > 0 ? sumX / sum : usable.meanX();
        this.fromPivot = new double[n];
        java.util.Arrays.setAll(fromPivot, i -> x[i] - pivot);
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
        return new double[] {guess.slopeWidth(), guess.heightWidth(), guess.scatter() / Math.sqrt(2.0 * total)};
    }

    @Override
    public double ln(double slope, double height, double scatter) {
        TruncatedColumns block = TruncatedColumns.ofLength(BLOCK);
        double ln = 0;
        for (int from = 0; from < x.length; from += BLOCK) {
            ln += ln(block, from, Math.min(BLOCK, x.length - from), slope, height, scatter * scatter);
        }
        return ln - total * StandardNormal.LN_ROOT_TWO_PI;
    }

    /** ln L of some stars, step by step over columns. */
    private double ln(TruncatedColumns c, int from, int n, double slope, double height, double scatterVariance) {
        System.arraycopy(fromPivot, from, c.x(), 0, n);
        System.arraycopy(y, from, c.y(), 0, n);
        System.arraycopy(xError, from, c.xError(), 0, n);
        System.arraycopy(yVariance, from, c.yVariance(), 0, n);
        System.arraycopy(inverseWeight, from, c.inverseWeight(), 0, n);
        PASS.limits(n, c, slope, height, scatterVariance, metallicities.low(), metallicities.high());
        TAILS.of(n, c.low(), c.atLow(), c.belowLow());
        TAILS.of(n, c.high(), c.atHigh(), c.aboveHigh());
        PASS.series(n, c);
        var factors = new LogProduct();
        double squares = 0;
        double other = 0;
        double nearest = radii.low() - pivot;
        double farthest = radii.high() - pivot;
        for (int k = 0; k < n; k++) {
            double reach = FAR * c.xError()[k];
            double kappaSquared = c.kappaSquared()[k];
            double low = c.low()[k];
            double high = c.high()[k];
            boolean free = Math.min(c.centre()[k], c.x()[k]) - reach > nearest
                    && Math.max(c.centre()[k], c.x()[k]) + reach < farthest;
            if (!(free && kappaSquared < 0.25 && low < MOST_DEVIATION && high > -MOST_DEVIATION)) {
                other += count(from + k) * lnOne(from + k, slope, height, scatterVariance);
                continue;
            }
            double count = count(from + k);
            squares += count * c.square()[k];
            if (kappaSquared > SERIES_REACH) {
                factors.times(c.root()[k] * byRule(low, high, Math.sqrt(kappaSquared)), count);
            } else if (low < 0 && high > 0) {
                factors.times(c.factor()[k], count);
            } else {
                double inverse = 1 / Math.abs(c.belowLow()[k] - c.aboveHigh()[k]);
                factors.times(
                        c.root()[k]
                                * ScalarTruncatedPass.meanInverse(
                                        low,
                                        high,
                                        c.atLow()[k] * inverse,
                                        c.atHigh()[k] * inverse,
                                        inverse,
                                        kappaSquared),
                        count);
            }
        }
        return factors.ln() - 0.5 * squares + other;
    }

    private double count(int star) {
        return counts.length == 0 ? 1 : counts[star];
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
