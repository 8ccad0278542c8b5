package org.cellarius.galaxy.kernel;

import static org.cellarius.galaxy.kernel.NormalTailSeries.*;

/** One deviate after the other. */
public final class ScalarNormalTails implements NormalTails {

    @Override
    public void of(int n, double[] x, double[] density, double[] tail) {
        for (int i = 0; i < n; i++) {
            double t = Math.abs(x[i]);
            if (!(t < REACH)) {
                density[i] = 0;
                tail[i] = 0;
                continue;
            }
            double exponent = t * t * -0.5;
            double rounded = exponent * DrawSeries.PER_LN_2 + DrawSeries.ROUNDING;
            double whole = rounded - DrawSeries.ROUNDING;
            double r = exponent - whole * DrawSeries.LN_2_HIGH - whole * DrawSeries.LN_2_LOW;
            double e = EXPONENTIAL[13];
            for (int k = 12; k >= 0; k--) {
                e = e * r + EXPONENTIAL[k];
            }
            double d = Double.longBitsToDouble(
                    Double.doubleToRawLongBits(e) + (Double.doubleToRawLongBits(rounded) << 52));
            double inverse = 1 / (t + SHIFT);
            double s = (t * A - B) * inverse;
            double m = MILLS[DEGREE];
            for (int k = DEGREE - 1; k >= 0; k--) {
                m = m * s + MILLS[k];
            }
            density[i] = d;
            tail[i] = d * (m * inverse);
        }
    }
}
