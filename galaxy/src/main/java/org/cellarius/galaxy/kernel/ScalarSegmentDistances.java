package org.cellarius.galaxy.kernel;

/** One piece after the other. */
final class ScalarSegmentDistances implements SegmentDistances {

    @Override
    public void boxes(double[][] lowest, double[][] highest, int from, int to, Measured star, double[] squares) {
        for (int b = from; b < to; b++) {
            double sum = 0;
            for (int d = 0; d < lowest.length; d++) {
                double value = star.values()[d];
                double below = lowest[d][b] - value;
                double above = value - highest[d][b];
                double away = Math.max(Math.max(below, above), 0) * star.inverseErrors()[d];
                sum += away * away;
            }
            squares[b - from] = sum;
        }
    }

    @Override
    public void nearest(int blocks, int[] which, double[] points, Measured star, double[] squares) {
        int dims = star.values().length;
        for (int k = 0; k < blocks; k++) {
            int base = which[k] * dims * POINTS;
            for (int i = 0; i < BLOCK; i++) {
                double own = 0;
                double along = 0;
                double length = 0;
                for (int d = 0; d < dims; d++) {
                    int at = base + d * POINTS + i;
                    double away = (points[at] - star.values()[d]) * star.inverseErrors()[d];
                    double step = (points[at + 1] - points[at]) * star.inverseErrors()[d];
                    own += away * away;
                    along += away * step;
                    length += step * step;
                }
                double t = Math.min(Math.max(-along / Math.max(length, Double.MIN_NORMAL), 0), 1);
                squares[k * BLOCK + i] = own + t * (along + along + t * length);
            }
        }
    }
}
