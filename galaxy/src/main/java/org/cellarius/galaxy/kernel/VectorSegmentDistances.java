package org.cellarius.galaxy.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** As many pieces at once as the machine's registers hold. */
final class VectorSegmentDistances implements SegmentDistances {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int LENGTH = LANES.length();

    /** Whether whole registers make up a block and a group of boxes. */
    static boolean fits() {
        return LENGTH >= 2 && BLOCK % LENGTH == 0 && BOXES % LENGTH == 0;
    }

    @Override
    public void boxes(double[][] lowest, double[][] highest, int from, int to, Measured star, double[] squares) {
        double[] values = star.values();
        double[] inverse = star.inverseErrors();
        for (int b = from; b < to; b += LENGTH) {
            DoubleVector sum = DoubleVector.zero(LANES);
            for (int d = 0; d < values.length; d++) {
                double value = values[d];
                DoubleVector below = DoubleVector.fromArray(LANES, lowest[d], b).sub(value);
                DoubleVector above =
                        DoubleVector.broadcast(LANES, value).sub(DoubleVector.fromArray(LANES, highest[d], b));
                DoubleVector away = below.max(above).max(0).mul(inverse[d]);
                sum = sum.add(away.mul(away));
            }
            sum.intoArray(squares, b - from);
        }
    }

    @Override
    public void nearest(int blocks, int[] which, double[] points, Measured star, double[] squares) {
        int dims = star.values().length;
        for (int k = 0; k < blocks; k++) {
            int base = which[k] * dims * POINTS;
            for (int i = 0; i < BLOCK; i += LENGTH) {
                square(base + i, points, star.values(), star.inverseErrors()).intoArray(squares, k * BLOCK + i);
            }
        }
    }

    private static DoubleVector square(int base, double[] points, double[] values, double[] inverse) {
        DoubleVector own = DoubleVector.zero(LANES);
        DoubleVector along = DoubleVector.zero(LANES);
        DoubleVector length = DoubleVector.zero(LANES);
        for (int d = 0; d < values.length; d++) {
            DoubleVector point = DoubleVector.fromArray(LANES, points, base + d * POINTS);
            DoubleVector away = point.sub(values[d]).mul(inverse[d]);
            DoubleVector step = DoubleVector.fromArray(LANES, points, base + d * POINTS + 1)
                    .sub(point)
                    .mul(inverse[d]);
            own = own.add(away.mul(away));
            along = along.add(away.mul(step));
            length = length.add(step.mul(step));
        }
        DoubleVector t = along.neg().div(length.max(Double.MIN_NORMAL)).max(0).min(1);
        return own.add(t.mul(along.add(along).add(t.mul(length))));
    }
}
