package org.cellarius.galaxy.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.cellarius.galaxy.kernel.SegmentDistances.Measured;

/** As many pieces at once as the machine's registers hold; small methods, so that C2 keeps registers. */
final class VectorCurveIntegrals implements CurveIntegrals {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int LENGTH = LANES.length();

    /** Whether whole registers make up a group. */
    static boolean fits() {
        return LENGTH >= 2 && POINTS % LENGTH == 0;
    }

    @Override
    public void mix(int stretches, int[] offsets, double[] weights, double[] values, int count, double[] out, int at) {
        for (int i = 0; i < count; i += LENGTH) {
            DoubleVector sum = DoubleVector.zero(LANES);
            for (int s = 0; s < stretches; s++) {
                sum = sum.add(
                        DoubleVector.fromArray(LANES, values, offsets[s] + i).mul(weights[s]));
            }
            sum.intoArray(out, at + i);
        }
    }

    @Override
    public void project(
            int groups, int rows, double[] curves, Measured star, double[] exponent, double[] lower, double[] upper) {
        for (int g = 0; g < groups; g++) {
            for (int i = 0; i < POINTS; i += LENGTH) {
                project(
                        g * rows * POINTS + i,
                        curves,
                        star.values(),
                        star.inverseErrors(),
                        g * POINTS + i,
                        exponent,
                        lower,
                        upper);
            }
        }
    }

    private static void project(
            int base,
            double[] curves,
            double[] values,
            double[] inverse,
            int to,
            double[] exponent,
            double[] lower,
            double[] upper) {
        DoubleVector own = DoubleVector.zero(LANES);
        DoubleVector along = DoubleVector.zero(LANES);
        DoubleVector length = DoubleVector.zero(LANES);
        for (int d = 0; d < values.length; d++) {
            DoubleVector point = DoubleVector.fromArray(LANES, curves, base + d * POINTS);
            DoubleVector away = point.sub(values[d]).mul(inverse[d]);
            DoubleVector step = DoubleVector.fromArray(LANES, curves, base + d * POINTS + 1)
                    .sub(point)
                    .mul(inverse[d]);
            own = own.add(away.mul(away));
            along = along.add(away.mul(step));
            length = length.add(step.mul(step));
        }
        VectorMask<Double> point = length.compare(VectorOperators.LT, POINT_LIKE);
        DoubleVector zero = DoubleVector.zero(LANES);
        DoubleVector root = length.sqrt();
        DoubleVector from = along.div(root).blend(zero, point);
        own.sub(from.mul(from)).mul(-0.5).intoArray(exponent, to);
        from.intoArray(lower, to);
        from.add(root).blend(zero, point).intoArray(upper, to);
    }

    @Override
    public void means(
            int n,
            double[] across,
            double[] lower,
            double[] upper,
            double[] lowerTail,
            double[] upperTail,
            double[] means) {
        for (int i = 0; i < n; i += LENGTH) {
            DoubleVector from = DoubleVector.fromArray(LANES, lower, i);
            DoubleVector to = DoubleVector.fromArray(LANES, upper, i);
            DoubleVector before = DoubleVector.fromArray(LANES, lowerTail, i);
            DoubleVector behind = DoubleVector.fromArray(LANES, upperTail, i);
            DoubleVector one = DoubleVector.broadcast(LANES, 1);
            VectorMask<Double> above = from.compare(VectorOperators.GT, 0);
            VectorMask<Double> below = to.compare(VectorOperators.LT, 0);
            DoubleVector between = one.sub(before).sub(behind).blend(behind.sub(before), below);
            DoubleVector inside = between.blend(before.sub(behind), above);
            DoubleVector length = to.sub(from);
            VectorMask<Double> point = length.compare(VectorOperators.EQ, 0);
            DoubleVector mean = inside.div(length).mul(ROOT_TWO_PI).blend(one, point);
            DoubleVector.fromArray(LANES, across, i).mul(mean).intoArray(means, i);
        }
    }
}
