package org.cellarius.galaxy.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** As many elements at once as the machine's registers hold, by the Vector API. Needs {@code --add-modules jdk.incubator.vector}. */
final class VectorArrayMath implements ArrayMath {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    @Override
    public void sinCos(int n, double[] radians, double[] sin, double[] cos) {
        int whole = LANES.loopBound(n);
        for (int i = 0; i < whole; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, radians, i);
            a.lanewise(VectorOperators.SIN).intoArray(sin, i);
            a.lanewise(VectorOperators.COS).intoArray(cos, i);
        }
        if (whole < n) {
            VectorMask<Double> rest = LANES.indexInRange(whole, n);
            DoubleVector a = DoubleVector.fromArray(LANES, radians, whole, rest);
            a.lanewise(VectorOperators.SIN).intoArray(sin, whole, rest);
            a.lanewise(VectorOperators.COS).intoArray(cos, whole, rest);
        }
    }

    @Override
    public void atan2(int n, double[] y, double[] x, double[] radians) {
        int whole = LANES.loopBound(n);
        for (int i = 0; i < whole; i += LANES.length()) {
            DoubleVector.fromArray(LANES, y, i)
                    .lanewise(VectorOperators.ATAN2, DoubleVector.fromArray(LANES, x, i))
                    .intoArray(radians, i);
        }
        if (whole < n) {
            VectorMask<Double> rest = LANES.indexInRange(whole, n);
            DoubleVector.fromArray(LANES, y, whole, rest)
                    .lanewise(VectorOperators.ATAN2, DoubleVector.fromArray(LANES, x, whole, rest))
                    .intoArray(radians, whole, rest);
        }
    }
}
