package org.cellarius.galaxy.kernel;

import static org.cellarius.galaxy.kernel.ExpSeries.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** As many places at once as the machine's registers hold; the last ones, which fill no group, one by one. */
final class VectorDiscSums implements DiscSums {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int LENGTH = LANES.length();

    private static final double F0 = INVERSE_FACTORIALS[0];
    private static final double F1 = INVERSE_FACTORIALS[1];
    private static final double F2 = INVERSE_FACTORIALS[2];
    private static final double F3 = INVERSE_FACTORIALS[3];
    private static final double F4 = INVERSE_FACTORIALS[4];
    private static final double F5 = INVERSE_FACTORIALS[5];
    private static final double F6 = INVERSE_FACTORIALS[6];
    private static final double F7 = INVERSE_FACTORIALS[7];
    private static final double F8 = INVERSE_FACTORIALS[8];
    private static final double F9 = INVERSE_FACTORIALS[9];
    private static final double F10 = INVERSE_FACTORIALS[10];

    private final ScalarDiscSums rest = new ScalarDiscSums();

    /** Whether whole registers make up a group. */
    static boolean fits() {
        return LENGTH >= 2 && SLOTS % LENGTH == 0;
    }

    @Override
    public double integral(double[] r, double[] z, double[] weight, Disc d) {
        int n = r.length;
        double[] values = new double[n];
        int whole = n - n % LENGTH;
        double inverse = 1 / d.heightKpc();
        for (int i = 0; i < whole; i += LENGTH) {
            DoubleVector radius = DoubleVector.fromArray(LANES, r, i);
            DoubleVector from = radius.sub(d.breakKpc());
            VectorMask<Double> inside = from.lt(0);
            DoubleVector slope = DoubleVector.broadcast(LANES, d.outerPerKpc()).blend(d.innerPerKpc(), inside);
            DoubleVector stretch = radius.sub(d.referenceKpc()).mul(d.flarePerKpc());
            DoubleVector u = DoubleVector.fromArray(LANES, z, i).mul(inverse).mul(exp(negative(stretch)));
            DoubleVector base = negative(from.mul(slope)).sub(stretch);
            DoubleVector value;
            if (d.sech2()) {
                DoubleVector e = exp(negative(u));
                DoubleVector one = e.add(1);
                value = exp(base).mul(e).div(one.mul(one));
            } else {
                value = exp(base.sub(u)).mul(0.5);
            }
            value.mul(DoubleVector.fromArray(LANES, weight, i)).intoArray(values, i);
        }
        for (int i = whole; i < n; i++) {
            values[i] = rest.value(r[i], z[i], inverse, d) * weight[i];
        }
        return DrawMath.best().sum(n, values) * inverse;
    }

    @Override
    public double softened(double[] z, double[] weight, double[] inverse) {
        int n = z.length;
        double[] values = new double[n];
        int whole = n - n % LENGTH;
        for (int i = 0; i < whole; i += LENGTH) {
            DoubleVector u = DoubleVector.fromArray(LANES, z, i).mul(DoubleVector.fromArray(LANES, inverse, i));
            ln(exp(negative(u)).add(1))
                    .mul(DoubleVector.fromArray(LANES, weight, i))
                    .intoArray(values, i);
        }
        for (int i = whole; i < n; i++) {
            values[i] = ScalarDiscSums.ln(ScalarDiscSums.exp(0 - z[i] * inverse[i]) + 1) * weight[i];
        }
        return DrawMath.best().sum(n, values);
    }

    private static DoubleVector negative(DoubleVector x) {
        return DoubleVector.zero(LANES).sub(x);
    }

    private static DoubleVector exp(DoubleVector x) {
        DoubleVector cut = x.min(MOST).max(LEAST);
        DoubleVector shifted = cut.mul(LOG2_E).add(ROUNDING);
        DoubleVector k = shifted.sub(ROUNDING);
        DoubleVector r = cut.sub(k.mul(LN_2_HIGH)).sub(k.mul(LN_2_LOW));
        DoubleVector p = r.mul(F0)
                .add(F1)
                .mul(r)
                .add(F2)
                .mul(r)
                .add(F3)
                .mul(r)
                .add(F4)
                .mul(r)
                .add(F5)
                .mul(r)
                .add(F6)
                .mul(r)
                .add(F7)
                .mul(r)
                .add(F8)
                .mul(r)
                .add(F9)
                .mul(r)
                .add(F10)
                .mul(r)
                .add(1)
                .mul(r)
                .add(1);
        LongVector bits = shifted.viewAsIntegralLanes()
                .lanewise(VectorOperators.LSHL, MANTISSA)
                .add(ONE_BITS);
        return p.mul(bits.viewAsFloatingLanes());
    }

    private static DoubleVector ln(DoubleVector u) {
        LongVector bits = u.viewAsIntegralLanes();
        LongVector exponent = bits.sub(DrawSeries.SQRT_HALF_BITS).lanewise(VectorOperators.ASHR, MANTISSA);
        DoubleVector m =
                bits.sub(exponent.lanewise(VectorOperators.LSHL, MANTISSA)).viewAsFloatingLanes();
        DoubleVector e = exponent.add(DrawSeries.EXPONENT_SHIFT)
                .lanewise(VectorOperators.OR, DrawSeries.INTEGER_BITS)
                .viewAsFloatingLanes()
                .sub(DrawSeries.EXPONENT_ZERO);
        DoubleVector s = m.sub(1).div(m.add(1));
        DoubleVector y = s.mul(s);
        DoubleVector p = y.mul(DrawSeries.L15)
                .add(DrawSeries.L13)
                .mul(y)
                .add(DrawSeries.L11)
                .mul(y)
                .add(DrawSeries.L9)
                .mul(y)
                .add(DrawSeries.L7)
                .mul(y)
                .add(DrawSeries.L5)
                .mul(y)
                .add(DrawSeries.L3)
                .mul(y)
                .add(1);
        return e.mul(DrawSeries.LN_2).add(s.add(s).mul(p));
    }
}
