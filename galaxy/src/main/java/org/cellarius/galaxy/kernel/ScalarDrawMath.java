package org.cellarius.galaxy.kernel;

import static org.cellarius.galaxy.kernel.DrawSeries.*;

/** One element after the other. */
public final class ScalarDrawMath implements DrawMath {

    @Override
    public void bits(int n, long start, long step, long[] bits) {
        for (int i = 0; i < DrawMath.padded(n); i++) {
            bits[i] = mix(start + i * step);
        }
    }

    @Override
    public void mixed(int n, long[] keys, long added, long[] bits) {
        for (int i = 0; i < DrawMath.padded(n); i++) {
            bits[i] = mix(keys[i] + added);
        }
    }

    @Override
    public void uniforms(int n, long[] bits, double[] uniforms) {
        for (int i = 0; i < DrawMath.padded(n); i++) {
            uniforms[i] = fraction(bits[i]) - UNIFORM_ORIGIN;
        }
    }

    @Override
    public void logarithms(int n, double[] x, double[] logarithms) {
        for (int i = 0; i < DrawMath.padded(n); i++) {
            logarithms[i] = ln(x[i]);
        }
    }

    @Override
    public void exponentials(int n, double[] x, double[] exponentials) {
        for (int i = 0; i < DrawMath.padded(n); i++) {
            double rounded = x[i] * PER_LN_2 + ROUNDING;
            double whole = rounded - ROUNDING;
            double r = x[i] - whole * LN_2_HIGH - whole * LN_2_LOW;
            long shifted = Double.doubleToRawLongBits(rounded) << 52;
            exponentials[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(exponential(r)) + shifted);
        }
    }

    @Override
    public void circlePoints(int n, double[] turns, double[] cosines, double[] sines) {
        for (int i = 0; i < DrawMath.padded(n); i++) {
            double w = turns[i] - 0.5;
            double c = cosine(w * w);
            double s = sineOverW(w * w) * w;
            double halfCosine = (c - s) * (c + s);
            double halfSine = (s + s) * c;
            cosines[i] = (halfSine - halfCosine) * (halfSine + halfCosine);
            sines[i] = (halfSine + halfSine) * -halfCosine;
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

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * MIX_1;
        long b = (a ^ (a >>> 27)) * MIX_2;
        return b ^ (b >>> 31);
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

    private static double exponential(double r) {
        double p = E13 * r + E12;
        p = p * r + E11;
        p = p * r + E10;
        p = p * r + E9;
        p = p * r + E8;
        p = p * r + E7;
        p = p * r + E6;
        p = p * r + E5;
        p = p * r + E4;
        p = p * r + E3;
        p = p * r + E2;
        p = p * r + 1;
        return p * r + 1;
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
