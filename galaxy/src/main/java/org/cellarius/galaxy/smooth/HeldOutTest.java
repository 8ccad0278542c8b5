package org.cellarius.galaxy.smooth;

import org.cellarius.galaxy.column.Partial;

/**
 * How far stars that were held out of a fit lie from it, in units of what is expected: z = (y &minus; &#375;)/&radic;(&sigma;&sup2; + s&sup2; + sd&sup2;). Where errors, scatter and
 * posterior are right the variance of z is 1. Columns as those of the fit.
 */
public record HeldOutTest(SmoothFit fit, boolean errors, HeldOut heldOut) implements Partial<HeldOutTest.Residuals> {

    /**
     * Sums of powers of z.
     *
     * @param n stars
     * @param first sum of z
     * @param second sum of z&sup2;
     * @param fourth sum of z&#8308;
     */
    public record Residuals(long n, double first, double second, double fourth) {

        /** Their mean square: 1 is expected; NaN without stars. */
        public double variance() {
            return n == 0 ? Double.NaN : second / n;
        }

        /** One sigma of it, from the spread of z&sup2;. */
        public double varianceError() {
            double v = variance();
            return Math.sqrt(Math.max(0, fourth / n - v * v) / n);
        }

        /** Their mean: 0 is expected. */
        public double mean() {
            return n == 0 ? Double.NaN : first / n;
        }

        Residuals plus(Residuals o) {
            return new Residuals(n + o.n, first + o.first, second + o.second, fourth + o.fourth);
        }
    }

    @Override
    public int columns() {
        return fit.surface().basis().axes().size() + (errors ? 2 : 1);
    }

    @Override
    public Residuals empty() {
        return new Residuals(0, 0, 0, 0);
    }

    @Override
    public Residuals fold(Residuals state, int rows, double[][] in) {
        var reader = fit.surface().reader();
        int value = fit.surface().basis().axes().size();
        double intrinsic = fit.scatter() * fit.scatter();
        long n = 0;
        double first = 0;
        double second = 0;
        double fourth = 0;
        for (int i = 0; i < rows; i++) {
            double y = in[value][i];
            double sigma = errors ? in[value + 1][i] : 0;
            double noise = sigma * sigma + intrinsic;
            if (SplineSums.usable(y, sigma, noise)
                    && heldOut.chosen(HeldOut.Side.HELD, in, columns(), i)
                    && reader.at(in, i)) {
                double d = y - reader.value();
                double z2 = d * d / (noise + reader.variance());
                n++;
                first += Math.copySign(Math.sqrt(z2), d);
                second += z2;
                fourth += z2 * z2;
            }
        }
        return state.plus(new Residuals(n, first, second, fourth));
    }

    @Override
    public Residuals merge(Residuals left, Residuals right) {
        return left.plus(right);
    }
}
