package org.cellarius.galaxy.kernel;

import static org.cellarius.galaxy.kernel.DrawSeries.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** As many draws at once as the machine's registers hold; small methods with arrays between them, so that C2 keeps registers. */
final class VectorDrawMath implements DrawMath {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LANES.withLanes(long.class);
    private static final int LENGTH = LANES.length();

    /** Whether whole registers make up a group. */
    static boolean fits() {
        return LENGTH >= 2 && SLOTS % LENGTH == 0;
    }

    @Override
    public void bits(int n, long start, long step, long[] bits) {
        LongVector z = LongVector.zero(LONGS).addIndex(1).mul(step).add(start);
        long stride = step * LENGTH;
        for (int i = 0; i < DrawMath.padded(n); i += LENGTH) {
            mix(z).intoArray(bits, i);
            z = z.add(stride);
        }
    }

    @Override
    public void mixed(int n, long[] keys, long added, long[] bits) {
        for (int i = 0; i < DrawMath.padded(n); i += LENGTH) {
            mix(LongVector.fromArray(LONGS, keys, i).add(added)).intoArray(bits, i);
        }
    }

    @Override
    public void uniforms(int n, long[] bits, double[] uniforms) {
        for (int i = 0; i < DrawMath.padded(n); i += LENGTH) {
            fraction(LongVector.fromArray(LONGS, bits, i)).sub(UNIFORM_ORIGIN).intoArray(uniforms, i);
        }
    }

    @Override
    public void logarithms(int n, double[] x, double[] logarithms) {
        for (int i = 0; i < DrawMath.padded(n); i += LENGTH) {
            ln(DoubleVector.fromArray(LANES, x, i)).intoArray(logarithms, i);
        }
    }

    @Override
    public void exponentials(int n, double[] x, double[] exponentials) {
        for (int i = 0; i < DrawMath.padded(n); i += LENGTH) {
            DoubleVector exponent = DoubleVector.fromArray(LANES, x, i);
            DoubleVector rounded = exponent.mul(PER_LN_2).add(ROUNDING);
            DoubleVector whole = rounded.sub(ROUNDING);
            DoubleVector r = exponent.sub(whole.mul(LN_2_HIGH)).sub(whole.mul(LN_2_LOW));
            LongVector shifted = rounded.viewAsIntegralLanes().lanewise(VectorOperators.LSHL, 52);
            exponential(r)
                    .viewAsIntegralLanes()
                    .add(shifted)
                    .viewAsFloatingLanes()
                    .intoArray(exponentials, i);
        }
    }

    @Override
    public void circlePoints(int n, double[] turns, double[] cosines, double[] sines) {
        for (int i = 0; i < DrawMath.padded(n); i += LENGTH) {
            DoubleVector w = DoubleVector.fromArray(LANES, turns, i).sub(0.5);
            DoubleVector w2 = w.mul(w);
            DoubleVector c = cosine(w2);
            DoubleVector s = sineOverW(w2).mul(w);
            DoubleVector halfCosine = c.sub(s).mul(c.add(s));
            DoubleVector halfSine = s.add(s).mul(c);
            halfSine.sub(halfCosine).mul(halfSine.add(halfCosine)).intoArray(cosines, i);
            halfSine.add(halfSine).mul(halfCosine.neg()).intoArray(sines, i);
        }
    }

    @Override
    public void radii(int n, long[] bits, double[] radii) {
        for (int i = 0; i < DrawMath.padded(n); i += LENGTH) {
            DoubleVector u = fraction(LongVector.fromArray(LONGS, bits, i)).sub(UNIFORM_ORIGIN);
            ln(u).mul(-2).sqrt().intoArray(radii, i);
        }
    }

    @Override
    public void normalPairs(int n, long[] bits, double[] radii, double[] first, double[] second) {
        for (int i = 0; i < DrawMath.padded(n); i += LENGTH) {
            LongVector b = LongVector.fromArray(LONGS, bits, i);
            DoubleVector w = fraction(b).sub(CENTRE);
            DoubleVector w2 = w.mul(w);
            DoubleVector c = cosine(w2);
            DoubleVector s = sineOverW(w2).mul(w);
            DoubleVector radius = DoubleVector.fromArray(LANES, radii, i);
            DoubleVector away = c.sub(s).mul(c.add(s)).mul(radius);
            b.lanewise(VectorOperators.LSHL, 63)
                    .lanewise(VectorOperators.XOR, away.viewAsIntegralLanes())
                    .viewAsFloatingLanes()
                    .intoArray(first, i);
            s.add(s).mul(c).mul(radius).intoArray(second, i);
        }
    }

    @Override
    public double sum(int n, double[] a) {
        double[] slots = new double[SLOTS];
        int whole = n - n % SLOTS;
        for (int slot = 0; slot < SLOTS; slot += LENGTH) {
            DoubleVector s = DoubleVector.zero(LANES);
            for (int i = slot; i < whole; i += SLOTS) {
                s = s.add(DoubleVector.fromArray(LANES, a, i));
            }
            s.intoArray(slots, slot);
        }
        for (int i = whole; i < n; i++) {
            slots[i - whole] += a[i];
        }
        return ScalarDrawMath.total(slots);
    }

    @Override
    public double dot(int n, double[] a, double[] b) {
        double[] slots = new double[SLOTS];
        int whole = n - n % SLOTS;
        for (int slot = 0; slot < SLOTS; slot += LENGTH) {
            DoubleVector s = DoubleVector.zero(LANES);
            for (int i = slot; i < whole; i += SLOTS) {
                s = s.add(DoubleVector.fromArray(LANES, a, i).mul(DoubleVector.fromArray(LANES, b, i)));
            }
            s.intoArray(slots, slot);
        }
        for (int i = whole; i < n; i++) {
            slots[i - whole] += a[i] * b[i];
        }
        return ScalarDrawMath.total(slots);
    }

    private static LongVector mix(LongVector z) {
        LongVector a = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 30))
                .mul(MIX_1);
        LongVector b = a.lanewise(VectorOperators.XOR, a.lanewise(VectorOperators.LSHR, 27))
                .mul(MIX_2);
        return b.lanewise(VectorOperators.XOR, b.lanewise(VectorOperators.LSHR, 31));
    }

    /** 1 plus the upper 52 bits as a fraction. */
    private static DoubleVector fraction(LongVector bits) {
        return bits.lanewise(VectorOperators.LSHR, 12)
                .lanewise(VectorOperators.OR, ONE_BITS)
                .viewAsFloatingLanes();
    }

    private static DoubleVector ln(DoubleVector u) {
        LongVector bits = u.viewAsIntegralLanes();
        LongVector exponent = bits.sub(SQRT_HALF_BITS).lanewise(VectorOperators.ASHR, 52);
        DoubleVector m = bits.sub(exponent.lanewise(VectorOperators.LSHL, 52)).viewAsFloatingLanes();
        DoubleVector e = exponent.add(EXPONENT_SHIFT)
                .lanewise(VectorOperators.OR, INTEGER_BITS)
                .viewAsFloatingLanes()
                .sub(EXPONENT_ZERO);
        DoubleVector s = m.sub(1).div(m.add(1));
        return e.mul(LN_2).add(s.add(s).mul(artanhOverS(s.mul(s))));
    }

    private static DoubleVector artanhOverS(DoubleVector z) {
        return z.mul(L15)
                .add(L13)
                .mul(z)
                .add(L11)
                .mul(z)
                .add(L9)
                .mul(z)
                .add(L7)
                .mul(z)
                .add(L5)
                .mul(z)
                .add(L3)
                .mul(z)
                .add(1);
    }

    private static DoubleVector exponential(DoubleVector r) {
        return r.mul(E13)
                .add(E12)
                .mul(r)
                .add(E11)
                .mul(r)
                .add(E10)
                .mul(r)
                .add(E9)
                .mul(r)
                .add(E8)
                .mul(r)
                .add(E7)
                .mul(r)
                .add(E6)
                .mul(r)
                .add(E5)
                .mul(r)
                .add(E4)
                .mul(r)
                .add(E3)
                .mul(r)
                .add(E2)
                .mul(r)
                .add(1)
                .mul(r)
                .add(1);
    }

    private static DoubleVector cosine(DoubleVector w2) {
        return w2.mul(C14)
                .add(C12)
                .mul(w2)
                .add(C10)
                .mul(w2)
                .add(C8)
                .mul(w2)
                .add(C6)
                .mul(w2)
                .add(C4)
                .mul(w2)
                .add(C2)
                .mul(w2)
                .add(1);
    }

    private static DoubleVector sineOverW(DoubleVector w2) {
        return w2.mul(S13)
                .add(S11)
                .mul(w2)
                .add(S9)
                .mul(w2)
                .add(S7)
                .mul(w2)
                .add(S5)
                .mul(w2)
                .add(S3)
                .mul(w2)
                .add(S1);
    }
}
