package org.cellarius.galaxy.kernel;

/** One star after the other. */
public final class ScalarLinePass implements LinePass {

    private static final long MANTISSA = 0x000FFFFFFFFFFFFFL;
    private static final long ONE = 0x3FF0000000000000L;

    /** Groups of slots after which a product of numbers below 2 is brought back: far below 2^1023. */
    static final int GROUPS_PER_PRODUCT = 512;

    @Override
    public ScatterSums scatter(LineColumns stars, double slope, double extra) {
        double[] weight = new double[SLOTS];
        double[] residual = new double[SLOTS];
        double[] square = new double[SLOTS];
        double[] product = ones();
        long[] exponent = new long[SLOTS];
        scatter(stars, slope, extra, 0, weight, residual, square, product, exponent);
        return new ScatterSums(
                ScalarDrawMath.total(weight),
                ScalarDrawMath.total(residual),
                ScalarDrawMath.total(square),
                logarithm(product, exponent, stars.stars()));
    }

    /** Adds the stars from that number on to the partial sums. */
    static void scatter(
            LineColumns stars,
            double slope,
            double extra,
            int from,
            double[] weight,
            double[] residual,
            double[] square,
            double[] product,
            long[] exponent) {
        for (int i = from; i < stars.stars(); i++) {
            int k = i % SLOTS;
            double v = stars.yVariance()[i] + extra + (stars.xVariance()[i] * slope - stars.xyTwice()[i]) * slope;
            double r = stars.y()[i] - stars.x()[i] * slope;
            double w = 1 / v;
            double wr = w * r;
            weight[k] += w;
            residual[k] += wr;
            square[k] += wr * r;
            long bits = Double.doubleToRawLongBits(v);
            exponent[k] += bits >>> 52;
            product[k] *= Double.longBitsToDouble((bits & MANTISSA) | ONE);
            if (i / SLOTS % GROUPS_PER_PRODUCT == GROUPS_PER_PRODUCT - 1) {
                bringBack(product, exponent, k);
            }
        }
    }

    /** Moves the product's exponent into the sum of exponents. */
    static void bringBack(double[] product, long[] exponent, int k) {
        long bits = Double.doubleToRawLongBits(product[k]);
        exponent[k] += (bits >>> 52) - 1023;
        product[k] = Double.longBitsToDouble((bits & MANTISSA) | ONE);
    }

    /** &Sigma; ln of n numbers from the products of their mantissas and the sums of their biased exponents. */
    static double logarithm(double[] product, long[] exponent, int n) {
        long exponents = -1023L * n;
        double sum = 0;
        for (int k = 0; k < SLOTS; k++) {
            exponents += exponent[k];
            sum += Math.log(product[k]);
        }
        return sum + exponents * DrawSeries.LN_2;
    }

    static double[] ones() {
        double[] ones = new double[SLOTS];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    @Override
    public DistanceSums distance(LineColumns stars, double slope, double intercept) {
        double[][] sums = new double[8][SLOTS];
        distance(stars, slope, intercept, 0, sums);
        return total(sums);
    }

    static void distance(LineColumns stars, double slope, double intercept, int from, double[][] sums) {
        for (int i = from; i < stars.stars(); i++) {
            int k = i % SLOTS;
            double x = stars.x()[i];
            double s = stars.xVariance()[i] * slope;
            double u = 1 / (s * slope + stars.yVariance()[i]);
            double r = stars.y()[i] - x * slope - intercept;
            double ur = u * r;
            // d ln u / dm is -2 t, the star's point on the line lies at x + s u r.
            double t = s * u;
            double foot = s * ur + x;
            double c = stars.xVariance()[i] * ur;
            double moved = t * r + foot;
            sums[0][k] += ur * r;
            sums[1][k] += ur * foot;
            sums[2][k] += ur;
            sums[3][k] += moved * moved * u - c * ur;
            sums[4][k] += moved * u;
            sums[5][k] += u;
            sums[6][k] += foot * u;
            sums[7][k] += foot * foot * u;
        }
    }

    static DistanceSums total(double[][] s) {
        double[] t = new double[s.length];
        java.util.Arrays.setAll(t, k -> ScalarDrawMath.total(s[k]));
        return new DistanceSums(t[0], -t[1], -t[2], t[3], t[4], t[5], t[6], t[7]);
    }
}
