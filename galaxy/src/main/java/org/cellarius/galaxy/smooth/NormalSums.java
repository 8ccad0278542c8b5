package org.cellarius.galaxy.smooth;

/**
 * Sums over stars from which a penalized least squares fit follows for any smoothing: with weights w = 1/(&sigma;&sup2; + v) the matrix &Sigma; w B B&#7488; and the vector
 * &Sigma; w B y, and both with w&sup2;, which tell how the likelihood changes with v. A star touches the sums of one box between the knots. Values are taken from a reference, so
 * that sums of squares do not lose their digits.
 */
public final class NormalSums {

    private static final double[] UNTOUCHED = {};

    private final int local;
    private final int half;
    private final double[][] boxes;

    long n;
    double weight;
    double weightSquared;
    double lnVariance;
    double squares;
    double squaresSquared;

    NormalSums(SplineBasis basis) {
        local = basis.local();
        half = local * (local + 1) / 2;
        boxes = new double[basis.boxes()][];
        java.util.Arrays.fill(boxes, UNTOUCHED);
    }

    /**
     * Adds a star.
     *
     * @param splines the local products of splines
     * @param y its value minus the reference
     * @param variance of its value about the surface
     */
    void add(int box, double[] splines, double y, double variance) {
        double[] sums = boxes[box];
        if (sums.length == 0) {
            sums = new double[2 * (half + local)];
            boxes[box] = sums;
        }
        double w = 1 / variance;
        double w2 = w * w;
        int first = 0;
        int second = half;
        int vector = 2 * half;
        for (int a = 0; a < local; a++) {
            double b = splines[a];
            double wb = w * b;
            double w2b = w2 * b;
            for (int j = 0; j <= a; j++) {
                sums[first + j] += wb * splines[j];
            }
            for (int j = 0; j <= a; j++) {
                sums[second + j] += w2b * splines[j];
            }
            first += a + 1;
            second += a + 1;
            sums[vector + a] += wb * y;
            sums[vector + local + a] += w2b * y;
        }
        n++;
        weight += w;
        weightSquared += w2;
        lnVariance += Math.log(variance);
        squares += w * y * y;
        squaresSquared += w2 * y * y;
    }

    NormalSums plus(NormalSums other) {
        for (int k = 0; k < boxes.length; k++) {
            if (boxes[k].length == 0) {
                boxes[k] = other.boxes[k];
            } else {
                for (int i = 0; i < other.boxes[k].length; i++) {
                    boxes[k][i] += other.boxes[k][i];
                }
            }
        }
        n += other.n;
        weight += other.weight;
        weightSquared += other.weightSquared;
        lnVariance += other.lnVariance;
        squares += other.squares;
        squaresSquared += other.squaresSquared;
        return this;
    }

    /** The matrix, with the weights, or with their squares. */
    BandMatrix matrix(SplineBasis basis, boolean squared) {
        var matrix = new BandMatrix(basis.coefficients(), basis.band());
        int[] numbers = new int[local];
        for (int k = 0; k < boxes.length; k++) {
            if (boxes[k].length == 0) {
                continue;
            }
            basis.numbers(k, numbers);
            int at = squared ? half : 0;
            for (int a = 0; a < local; a++) {
                for (int j = 0; j <= a; j++) {
                    matrix.add(numbers[a], numbers[j], boxes[k][at++]);
                }
            }
        }
        return matrix;
    }

    /** The vector, likewise. */
    double[] vector(SplineBasis basis, boolean squared) {
        double[] vector = new double[basis.coefficients()];
        int[] numbers = new int[local];
        for (int k = 0; k < boxes.length; k++) {
            if (boxes[k].length == 0) {
                continue;
            }
            basis.numbers(k, numbers);
            int at = 2 * half + (squared ? local : 0);
            for (int a = 0; a < local; a++) {
                vector[numbers[a]] += boxes[k][at + a];
            }
        }
        return vector;
    }
}
