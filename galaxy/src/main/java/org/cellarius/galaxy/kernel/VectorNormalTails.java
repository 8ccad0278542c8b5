package org.cellarius.galaxy.kernel;

import static org.cellarius.galaxy.kernel.NormalTailSeries.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** As many deviates at once as the machine's registers hold: densities in one loop, tails in another, so that C2 keeps registers. */
final class VectorNormalTails implements NormalTails {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int LENGTH = LANES.length();

    private static final double E0 = EXPONENTIAL[0];
    private static final double E1 = EXPONENTIAL[1];
    private static final double E2 = EXPONENTIAL[2];
    private static final double E3 = EXPONENTIAL[3];
    private static final double E4 = EXPONENTIAL[4];
    private static final double E5 = EXPONENTIAL[5];
    private static final double E6 = EXPONENTIAL[6];
    private static final double E7 = EXPONENTIAL[7];
    private static final double E8 = EXPONENTIAL[8];
    private static final double E9 = EXPONENTIAL[9];
    private static final double E10 = EXPONENTIAL[10];
    private static final double E11 = EXPONENTIAL[11];
    private static final double E12 = EXPONENTIAL[12];
    private static final double E13 = EXPONENTIAL[13];
    private static final double M0 = MILLS[0];
    private static final double M1 = MILLS[1];
    private static final double M2 = MILLS[2];
    private static final double M3 = MILLS[3];
    private static final double M4 = MILLS[4];
    private static final double M5 = MILLS[5];
    private static final double M6 = MILLS[6];
    private static final double M7 = MILLS[7];
    private static final double M8 = MILLS[8];
    private static final double M9 = MILLS[9];
    private static final double M10 = MILLS[10];
    private static final double M11 = MILLS[11];
    private static final double M12 = MILLS[12];
    private static final double M13 = MILLS[13];
    private static final double M14 = MILLS[14];
    private static final double M15 = MILLS[15];
    private static final double M16 = MILLS[16];
    private static final double M17 = MILLS[17];
    private static final double M18 = MILLS[18];

    @Override
    public void of(int n, double[] x, double[] density, double[] tail) {
        int padded = DrawMath.padded(n);
        densities(padded, x, density);
        tails(padded, x, density, tail);
    }

    private static void densities(int n, double[] x, double[] density) {
        for (int i = 0; i < n; i += LENGTH) {
            DoubleVector t = DoubleVector.fromArray(LANES, x, i).abs();
            VectorMask<Double> near = t.compare(VectorOperators.LT, REACH);
            DoubleVector exponent = t.mul(t).mul(-0.5);
            DoubleVector rounded = exponent.mul(DrawSeries.PER_LN_2).add(DrawSeries.ROUNDING);
            DoubleVector whole = rounded.sub(DrawSeries.ROUNDING);
            DoubleVector r = exponent.sub(whole.mul(DrawSeries.LN_2_HIGH)).sub(whole.mul(DrawSeries.LN_2_LOW));
            DoubleVector e = DoubleVector.broadcast(LANES, E13)
                    .mul(r)
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
                    .add(E1)
                    .mul(r)
                    .add(E0);
            LongVector shifted = rounded.viewAsIntegralLanes().lanewise(VectorOperators.LSHL, 52);
            DoubleVector d = e.viewAsIntegralLanes().add(shifted).viewAsFloatingLanes();
            DoubleVector.zero(LANES).blend(d, near).intoArray(density, i);
        }
    }

    private static void tails(int n, double[] x, double[] density, double[] tail) {
        for (int i = 0; i < n; i += LENGTH) {
            DoubleVector t = DoubleVector.fromArray(LANES, x, i).abs();
            VectorMask<Double> near = t.compare(VectorOperators.LT, REACH);
            DoubleVector inverse = DoubleVector.broadcast(LANES, 1).div(t.add(SHIFT));
            DoubleVector s = t.mul(A).sub(B).mul(inverse);
            DoubleVector m = DoubleVector.broadcast(LANES, M18)
                    .mul(s)
                    .add(M17)
                    .mul(s)
                    .add(M16)
                    .mul(s)
                    .add(M15)
                    .mul(s)
                    .add(M14)
                    .mul(s)
                    .add(M13)
                    .mul(s)
                    .add(M12)
                    .mul(s)
                    .add(M11)
                    .mul(s)
                    .add(M10)
                    .mul(s)
                    .add(M9)
                    .mul(s)
                    .add(M8)
                    .mul(s)
                    .add(M7)
                    .mul(s)
                    .add(M6)
                    .mul(s)
                    .add(M5)
                    .mul(s)
                    .add(M4)
                    .mul(s)
                    .add(M3)
                    .mul(s)
                    .add(M2)
                    .mul(s)
                    .add(M1)
                    .mul(s)
                    .add(M0);
            DoubleVector found = DoubleVector.fromArray(LANES, density, i).mul(m.mul(inverse));
            DoubleVector.zero(LANES).blend(found, near).intoArray(tail, i);
        }
    }
}
