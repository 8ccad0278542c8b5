package org.cellarius.galaxy.kernel;

import org.cellarius.galaxy.kernel.SegmentDistances.Measured;

/** One piece after the other. */
final class ScalarCurveIntegrals implements CurveIntegrals {

    @Override
    public void mix(int stretches, int[] offsets, double[] weights, double[] values, int count, double[] out, int at) {
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int s = 0; s < stretches; s++) {
                sum += values[offsets[s] + i] * weights[s];
            }
            out[at + i] = sum;
        }
    }

    @Override
    public void project(
            int groups, int rows, double[] curves, Measured star, double[] exponent, double[] lower, double[] upper) {
        int dims = star.values().length;
        for (int g = 0; g < groups; g++) {
            for (int i = 0; i < POINTS; i++) {
                double own = 0;
                double along = 0;
                double length = 0;
                for (int d = 0; d < dims; d++) {
                    int at = (g * rows + d) * POINTS + i;
                    double away = (curves[at] - star.values()[d]) * star.inverseErrors()[d];
                    double step = (curves[at + 1] - curves[at]) * star.inverseErrors()[d];
                    own += away * away;
                    along += away * step;
                    length += step * step;
                }
                int to = g * POINTS + i;
                boolean point = length < POINT_LIKE;
                double root = Math.sqrt(length);
                double from = point ? 0 : along / root;
                exponent[to] = (own - from * from) * -0.5;
                lower[to] = from;
                upper[to] = point ? 0 : from + root;
            }
        }
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
        for (int i = 0; i < n; i++) {
            double length = upper[i] - lower[i];
            double between = lower[i] > 0
                    ? lowerTail[i] - upperTail[i]
                    : upper[i] < 0 ? upperTail[i] - lowerTail[i] : 1 - lowerTail[i] - upperTail[i];
            means[i] = across[i] * (length == 0 ? 1 : between / length * ROOT_TWO_PI);
        }
    }
}
