package org.cellarius.galaxy.kernel;

import static org.cellarius.galaxy.kernel.ExpSeries.*;

/** One place after the other. */
public final class ScalarDiscSums implements DiscSums {

    @Override
    public double integral(double[] r, double[] z, double[] weight, Disc d) {
        double inverse = 1 / d.heightKpc();
        double[] slots = new double[SLOTS];
        for (int i = 0; i < r.length; i++) {
            slots[i % SLOTS] += value(r[i], z[i], inverse, d) * weight[i];
        }
        return ScalarDrawMath.total(slots) * inverse;
    }

    /** The density of a place times the scale height. */
    double value(double r, double z, double inverse, Disc d) {
        double from = r - d.breakKpc();
        double slope = from < 0 ? d.innerPerKpc() : d.outerPerKpc();
        double stretch = (r - d.referenceKpc()) * d.flarePerKpc();
        double u = z * inverse * exp(0 - stretch);
        double base = 0 - from * slope - stretch;
        if (d.sech2()) {
            double e = exp(0 - u);
            double one = e + 1;
            return exp(base) * e / (one * one);
        }
        return exp(base - u) * 0.5;
    }

    @Override
    public double softened(double[] z, double[] weight, double[] inverse) {
        double[] slots = new double[SLOTS];
        for (int i = 0; i < z.length; i++) {
            slots[i % SLOTS] += ln(exp(0 - z[i] * inverse[i]) + 1) * weight[i];
        }
        return ScalarDrawMath.total(slots);
    }

    static double exp(double x) {
        double cut = Math.max(LEAST, Math.min(MOST, x));
        double shifted = cut * LOG2_E + ROUNDING;
        double k = shifted - ROUNDING;
        double r = cut - k * LN_2_HIGH - k * LN_2_LOW;
        double p = INVERSE_FACTORIALS[0];
        for (int j = 1; j < INVERSE_FACTORIALS.length; j++) {
            p = p * r + INVERSE_FACTORIALS[j];
        }
        p = (p * r + 1) * r + 1;
        long bits = Double.doubleToRawLongBits(shifted) << MANTISSA;
        return p * Double.longBitsToDouble(bits + ONE_BITS);
    }

    /** Of numbers in [1, 2]. */
    static double ln(double u) {
        long bits = Double.doubleToRawLongBits(u);
        long exponent = (bits - DrawSeries.SQRT_HALF_BITS) >> MANTISSA;
        double m = Double.longBitsToDouble(bits - (exponent << MANTISSA));
        double e = Double.longBitsToDouble((exponent + DrawSeries.EXPONENT_SHIFT) | DrawSeries.INTEGER_BITS)
                - DrawSeries.EXPONENT_ZERO;
        double s = (m - 1) / (m + 1);
        double y = s * s;
        double p = DrawSeries.L15 * y + DrawSeries.L13;
        p = p * y + DrawSeries.L11;
        p = p * y + DrawSeries.L9;
        p = p * y + DrawSeries.L7;
        p = p * y + DrawSeries.L5;
        p = p * y + DrawSeries.L3;
        return e * DrawSeries.LN_2 + (s + s) * (p * y + 1);
    }
}
