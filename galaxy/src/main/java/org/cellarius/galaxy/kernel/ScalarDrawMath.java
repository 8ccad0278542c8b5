package org.cellarius.galaxy.kernel;

import static org.cellarius.galaxy.kernel.DrawSeries.*;

/** One element after the other. */
public final class ScalarDrawMath implements DrawMath {

    @Override
    public void bits(int n, long start, long step, long[] bits) {
        for (int i = 0; i < DrawMath.padded(n); i++) {
            long z = start + i * step;
            z = (z ^ (z >>> 30)) * MIX_1;
            z = (z ^ (z >>> 27)) * MIX_2;
            bits[i] = z ^ (z >>> 31);
        }
    }

    @Override
    public void radii(int n, long[] bits, double[] radii) {
        for (int i = 0; i < DrawMath.padded(n); i++) {
            radii[i] = Math.sqrt(-2 * ln(fraction(bits[i]) - UNIFORM_ORIGIN));
        }
    }

    @Override
    public void normalPairs(int n, long[] bits, double[] radii, double[] first, double[] second) {
        for (int i = 0; i < DrawMath.padded(n); i++) {
            double w = fraction(bits[i]) - CENTRE;
            double c = cosine(w * w);
            double s = sineOverW(w * w) * w;
            double away = (c - s) * (c + s) * radii[i];
            first[i] = Double.longBitsToDouble((bits[i] << 63) ^ Double.doubleToRawLongBits(away));
            second[i] = (s + s) * c * radii[i];
        }
    }

    @Override
    public double sum(int n, double[] a) {
        double[] slots = new double[SLOTS];
        for (int i = 0; i < n; i++) {
            slots[i % SLOTS] += a[i];
        }
        return total(slots);
    }

    @Override
    public double dot(int n, double[] a, double[] b) {
        double[] slots = new double[SLOTS];
        for (int i = 0; i < n; i++) {
            slots[i % SLOTS] += a[i] * b[i];
        }
        return total(slots);
    }

    static double total(double[] s) {
        return ((s[0] + s[4]) + (s[1] + s[5])) + ((s[2] + s[6]) + (s[3] + s[7]));
    }

    /** 1 plus the upper 52 bits as a fraction. */
    private static double fraction(long bits) {
        return Double.longBitsToDouble((bits >>> 12) | ONE_BITS);
    }

    private static double ln(double u) {
        long bits = Double.doubleToRawLongBits(u);
        long exponent = (bits - SQRT_HALF_BITS) >> 52;
        double m = Double.longBitsToDouble(bits - (exponent << 52));
        double e = Double.longBitsToDouble((exponent + EXPONENT_SHIFT) | INTEGER_BITS) - EXPONENT_ZERO;
        double s = (m - 1) / (m + 1);
        return e * LN_2 + (s + s) * artanhOverS(s * s);
    }

    private static double artanhOverS(double z) {
        double p = L15 * z + L13;
        p = p * z + L11;
        p = p * z + L9;
        p = p * z + L7;
        p = p * z + L5;
        p = p * z + L3;
        return p * z + 1;
    }

    private static double cosine(double w2) {
        double p = C14 * w2 + C12;
        p = p * w2 + C10;
        p = p * w2 + C8;
        p = p * w2 + C6;
        p = p * w2 + C4;
        p = p * w2 + C2;
        return p * w2 + 1;
    }

    private static double sineOverW(double w2) {
        double p = S13 * w2 + S11;
        p = p * w2 + S9;
        p = p * w2 + S7;
        p = p * w2 + S5;
        p = p * w2 + S3;
        return p * w2 + S1;
    }
}
