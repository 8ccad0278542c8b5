package org.cellarius.galaxy.kernel;

/** One star after the other. */
public final class ScalarTruncatedPass implements TruncatedPass {

    @Override
    public void limits(
            int n,
            TruncatedColumns c,
            double slope,
            double height,
            double scatterVariance,
            double lowest,
            double highest) {
        for (int k = 0; k < DrawMath.padded(n); k++) {
            double width = Math.sqrt(c.yVariance()[k] + scatterVariance) * c.inverseWeight()[k];
            double tau = c.xError()[k] * slope;
            double tauSquared = tau * tau;
            double inverse = 1 / (width * width + tauSquared);
            double at = c.x()[k] * slope + height;
            double r = c.y()[k] - at;
            double rInverse = r * inverse;
            double pull = rInverse * tau;
            double mean = pull * tau + at;
            double perWidth = 1 / width;
            c.root()[k] = Math.sqrt(inverse);
            c.square()[k] = r * rInverse;
            c.kappaSquared()[k] = tauSquared * inverse;
            c.low()[k] = (lowest - mean) * perWidth;
            c.high()[k] = (highest - mean) * perWidth;
            c.centre()[k] = c.xError()[k] * pull + c.x()[k];
        }
    }

    @Override
    public void series(int n, TruncatedColumns c) {
        for (int k = 0; k < DrawMath.padded(n); k++) {
            double inverse = 1 / (1 - c.belowLow()[k] - c.aboveHigh()[k]);
            c.factor()[k] = c.root()[k]
                    * meanInverse(
                            c.low()[k],
                            c.high()[k],
                            c.atLow()[k] * inverse,
                            c.atHigh()[k] * inverse,
                            inverse,
                            c.kappaSquared()[k]);
        }
    }

    /**
     * The series of one star, wherever its line lies.
     *
     * @param p density at the lower limit over D
     * @param q density at the upper limit over D
     * @param inverse 1/D
     * @param v &kappa;&sup2;
     */
    public static double meanInverse(double low, double high, double p, double q, double inverse, double v) {
        double low2 = low * low;
        double high2 = high * high;
        double d1 = p - q;
        double d2 = low * p - high * q;
        double d3 = (low2 - 1) * p - (high2 - 1) * q;
        double d4 = (low2 - 3) * low * p - (high2 - 3) * high * q;
        double d5 = ((low2 - 6) * low2 + 3) * p - ((high2 - 6) * high2 + 3) * q;
        double d6 = ((low2 - 10) * low2 + 15) * low * p - ((high2 - 10) * high2 + 15) * high * q;
        // h is minus g of odd order, g itself of even order: signs fewer.
        double h1 = d1;
        double g2 = 2 * h1 * d1 - d2;
        double h3 = 3 * (g2 * d1 - h1 * d2) + d3;
        double g4 = 4 * (h1 * d3 + h3 * d1) - 6 * g2 * d2 - d4;
        double h5 = 5 * (g4 * d1 - h1 * d4) + 10 * (g2 * d3 - h3 * d2) + d5;
        double g6 = 6 * (h1 * d5 + h5 * d1) - 15 * (g2 * d4 + g4 * d2) + 20 * h3 * d3 - d6;
        return (((g6 * (1.0 / 48) * v + g4 * 0.125) * v + g2 * 0.5) * v + 1) * inverse;
    }
}
