package org.cellarius.galaxy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cellarius.galaxy.kernel.SegmentDistances.Measured;
import org.junit.jupiter.api.Test;

/** Both forms of the kernels of isochrones give the same bits, and what they give is what it says. */
class SegmentTwinsTest {

    private static final int DIMS = 3;

    private final SplittableRandom random = new SplittableRandom(4);
    private final Measured star = new Measured(numbers(DIMS, 1), new double[] {3, 0.5, 20});

    private double[] numbers(int n, double scale) {
        return random.doubles(n, -scale, scale).toArray();
    }

    @Test
    void nearestPointsHaveTheSameBits() {
        double[] points = numbers(5 * DIMS * SegmentDistances.POINTS, 2);
        // A piece without length.
        for (int d = 0; d < DIMS; d++) {
            points[(2 * DIMS + d) * SegmentDistances.POINTS + 4] = points[(2 * DIMS + d) * SegmentDistances.POINTS + 3];
        }
        int[] which = {4, 0, 2};
        double[] scalar = new double[3 * SegmentDistances.BLOCK];
        double[] vector = scalar.clone();
        new ScalarSegmentDistances().nearest(3, which, points, star, scalar);
        new VectorSegmentDistances().nearest(3, which, points, star, vector);
        assertThat(vector).isEqualTo(scalar);
        assertThat(scalar[2 * SegmentDistances.BLOCK + 3]).isCloseTo(nearest(points, 2, 3), within(1e-4));
        assertThat(scalar[5]).isCloseTo(nearest(points, 4, 5), within(1e-4));
    }

    /** By trying places of the piece. */
    private double nearest(double[] points, int block, int piece) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= 20_000; k++) {
            double square = 0;
            for (int d = 0; d < DIMS; d++) {
                square += square(
                        points,
                        block * DIMS * SegmentDistances.POINTS + piece,
                        SegmentDistances.POINTS,
                        d,
                        k / 20_000.0);
            }
            least = Math.min(least, square);
        }
        return least;
    }

    private double square(double[] points, int base, int stride, int d, double place) {
        double from = points[base + d * stride];
        double at = from + place * (points[base + d * stride + 1] - from);
        double away = (at - star.values()[d]) * star.inverseErrors()[d];
        return away * away;
    }

    @Test
    void boxesHaveTheSameBitsAndHoldNothingNearer() {
        int n = 2 * SegmentDistances.BOXES;
        double[][] low = new double[DIMS][];
        double[][] high = new double[DIMS][];
        for (int d = 0; d < DIMS; d++) {
            low[d] = numbers(n, 2);
            double[] width = random.doubles(n, 0, 1).toArray();
            double[] from = low[d];
            high[d] = java.util.stream.IntStream.range(0, n)
                    .mapToDouble(b -> from[b] + width[b])
                    .toArray();
        }
        low[0][3] = Double.POSITIVE_INFINITY;
        high[0][3] = Double.POSITIVE_INFINITY;
        double[] scalar = new double[SegmentDistances.BOXES];
        double[] vector = scalar.clone();
        new ScalarSegmentDistances().boxes(low, high, SegmentDistances.BOXES, n, star, scalar);
        new VectorSegmentDistances().boxes(low, high, SegmentDistances.BOXES, n, star, vector);
        assertThat(vector).isEqualTo(scalar);
        new VectorSegmentDistances().boxes(low, high, 0, SegmentDistances.BOXES, star, vector);
        assertThat(vector[3]).isInfinite();
        for (int b = 0; b < SegmentDistances.BOXES; b++) {
            for (int k = 0; k < 100 && b != 3; k++) {
                double square = 0;
                for (int d = 0; d < DIMS; d++) {
                    double at = low[d][b] + random.nextDouble() * (high[d][b] - low[d][b]);
                    double away = (at - star.values()[d]) * star.inverseErrors()[d];
                    square += away * away;
                }
                assertThat(square).isGreaterThanOrEqualTo(vector[b] * (1 - 1e-14));
            }
        }
    }

    @Test
    void integralsAlongPiecesHaveTheSameBitsAndAreThoseOfTheLikelihood() {
        int groups = 3;
        int rows = DIMS + 1;
        double[] values = numbers(4 * rows * CurveIntegrals.POINTS, 1);
        double[] curves = new double[groups * rows * CurveIntegrals.POINTS + CurveIntegrals.POINTS];
        double[] twin = curves.clone();
        int count = rows * CurveIntegrals.POINTS;
        double[] weights = {0.2, 0.3, 0.5};
        for (int g = 0; g < groups; g++) {
            int[] offsets = {0, count * (g + 1), count};
            new ScalarCurveIntegrals().mix(3, offsets, weights, values, count, curves, g * count);
            new VectorCurveIntegrals().mix(3, offsets, weights, values, count, twin, g * count);
        }
        assertThat(twin).isEqualTo(curves);
        assertThat(curves[1]).isCloseTo(0.2 * values[1] + 0.8 * values[count + 1], within(1e-15));
        // A piece without length.
        for (int d = 0; d < DIMS; d++) {
            curves[d * CurveIntegrals.POINTS + 8] = curves[d * CurveIntegrals.POINTS + 7];
        }
        int n = groups * CurveIntegrals.POINTS;
        double[][] scalar = new double[4][n];
        double[][] vector = new double[4][n];
        means(new ScalarCurveIntegrals(), groups, rows, curves, scalar);
        means(new VectorCurveIntegrals(), groups, rows, curves, vector);
        assertThat(vector).isDeepEqualTo(scalar);
        for (int g = 0; g < groups; g++) {
            for (int i = 0; i < CurveIntegrals.POINTS - 1; i++) {
                assertThat(scalar[3][g * CurveIntegrals.POINTS + i])
                        .isCloseTo(mean(curves, g * rows * CurveIntegrals.POINTS + i), within(1e-6));
            }
        }
    }

    private void means(CurveIntegrals kernel, int groups, int rows, double[] curves, double[][] into) {
        int n = groups * CurveIntegrals.POINTS;
        kernel.project(groups, rows, curves, star, into[0], into[1], into[2]);
        double[] across = new double[n];
        double[] density = new double[n];
        double[] lowerTail = new double[n];
        double[] upperTail = new double[n];
        DrawMath.best().exponentials(n, into[0], across);
        NormalTails.best().of(n, into[1], density, lowerTail);
        NormalTails.best().of(n, into[2], density, upperTail);
        kernel.means(n, across, into[1], into[2], lowerTail, upperTail, into[3]);
    }

    /** The mean of the likelihood over a piece, by the middles of many parts. */
    private double mean(double[] curves, int base) {
        int parts = 20_000;
        double sum = 0;
        for (int k = 0; k < parts; k++) {
            double square = 0;
            for (int d = 0; d < DIMS; d++) {
                square += square(curves, base, CurveIntegrals.POINTS, d, (k + 0.5) / parts);
            }
            sum += Math.exp(-0.5 * square);
        }
        return sum / parts;
    }
}
