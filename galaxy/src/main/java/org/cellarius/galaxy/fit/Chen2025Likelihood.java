package org.cellarius.galaxy.fit;

import org.cellarius.galaxy.kernel.LogProduct;
import org.cellarius.galaxy.kernel.StandardNormal;

/**
 * ln L of {@link Chen2025Line} with every star's radius integrated out. With &tau; = m x_error and V = &Sigma;&sup2; + &tau;&sup2;,
 *
 * <pre>  N(R | x, x_error) N(y | m R + b, &Sigma;) = N(y | m x + b, &radic;V) N(R | R&#770;, s),   R&#770; = x + m x_error&sup2; (y &minus; m x &minus; b)/V,   s = x_error &Sigma;/&radic;V,</pre>
 *
 * so that L_i is the first normal times the mean of 1/D over the second, truncated; D(R) is the mass of N(m R + b, &Sigma;) between
 * the limits of y. m R + b varies over the second normal by &kappa; = &tau;/&radic;V of &Sigma;, less than one. Up to &kappa; = 0.12 two moments
 * of Taylor's series of 1/D give that mean, up to one half Gauss&ndash;Hermite with three, five or nine nodes, beyond, and where the
 * limits of R cut into it, Gauss&ndash;Legendre: ln L_i is good to 1e-5 at worst.
 */
final class Chen2025Likelihood implements LineLikelihood {

    private static final GaussHermite THREE = GaussHermite.of(3);
    private static final GaussHermite FIVE = GaussHermite.of(5);
    private static final GaussHermite NINE = GaussHermite.of(9);
    private static final int LEGENDRE_NODES = 12;
    private static final double PANEL = 3;

    /** Standard deviations beyond which a density is nothing. */
    private static final double FAR_OUT = 9;

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
        var factors = new LogProduct();
        double squares = 0;
        double scatterVariance = scatter * scatter;
        for (int i = 0; i < x.length; i++) {
            double width = Math.sqrt(scatterVariance + yVariance[i]) * inverseWeight[i];
            double tau = slope * xError[i];
            double variance = width * width + tau * tau;
            double at = slope * (x[i] - pivot) + height;
            double r = y[i] - at;
            double inverse = 1 / variance;
            squares += r * r * inverse;
            double root = Math.sqrt(inverse);
            // The mean of m R + b over the second normal, and its spread in units of the width.
            double mean = at + tau * tau * r * inverse;
            double kappa = Math.abs(tau) * root;
            double centre = x[i] + xError[i] * tau * r * inverse;
            double spread = xError[i] * width * root;
            if (inside(centre, spread) && inside(x[i], xError[i]) && kappa < 0.5) {
                factors.times(root * meanInverseMass(mean, width, kappa));
            } else {
                squares -= 2 * (Math.log(root) + lnTruncated(i, slope, mean, width, centre, spread));
            }
        }
        return factors.ln() - 0.5 * squares - x.length * StandardNormal.LN_ROOT_TWO_PI;
    }

    private boolean inside(double centre, double spread) {
        return centre - FAR * spread > radii.low() && centre + FAR * spread < radii.high();
    }

    private double meanInverseMass(double mean, double width, double kappa) {
        double low = (metallicities.low() - mean) / width;
        double high = (metallicities.high() - mean) / width;
        if (kappa < 0.12) {
            return bySeries(low, high, kappa * kappa);
        }
        GaussHermite rule = kappa < 0.2 ? THREE : kappa < 0.35 ? FIVE : NINE;
        double[] nodes = rule.nodes();
        double[] weights = rule.weights();
        double sum = 0;
        for (int k = 0; k < nodes.length; k++) {
            double shift = kappa * nodes[k];
            sum += weights[k] / mass(low - shift, high - shift);
        }
        return sum;
    }

    /** Mean of 1/D(z) over a normal z of that variance: 1/D and its second derivative times variance/2, its fourth times variance&sup2;/8. */
    private static double bySeries(double low, double high, double variance) {
        double d = mass(low, high);
        double atLow = density(low);
        double atHigh = density(high);
        double inverse = 1 / d;
        double d1 = (atLow - atHigh) * inverse;
        double d2 = (low * atLow - high * atHigh) * inverse;
        double low2 = low * low;
        double high2 = high * high;
        double d3 = ((low2 - 1) * atLow - (high2 - 1) * atHigh) * inverse;
        double d4 = (low * (low2 - 3) * atLow - high * (high2 - 3) * atHigh) * inverse;
        double s1 = d1 * d1;
        double second = 2 * s1 - d2;
        double fourth = 24 * s1 * s1 - 36 * s1 * d2 + 6 * d2 * d2 + 8 * d1 * d3 - d4;
        return inverse * (1 + variance * (0.5 * second + 0.125 * variance * fourth));
    }

    private static double density(double x) {
        return Math.abs(x) < FAR_OUT ? StandardNormal.density(x) : 0;
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
