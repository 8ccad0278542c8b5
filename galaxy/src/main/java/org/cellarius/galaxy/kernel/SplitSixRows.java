package org.cellarius.galaxy.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** For registers of four numbers: four coefficients of a row in one register and two in a shorter one. */
final class SplitSixRows implements SixRows {

    private static final VectorSpecies<Double> STARS = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;
    private static final VectorSpecies<Double> TWO = DoubleVector.SPECIES_128;

    private static final VectorShuffle<Double> EVEN = everySecond(0);
    private static final VectorShuffle<Double> ODD = everySecond(1);

    private final double[] fours = new double[4 * TableBlock.STARS];
    private final double[] twos = new double[2 * TableBlock.STARS];
    private final double[] slopeFours = new double[4 * TableBlock.STARS];
    private final double[] slopeTwos = new double[2 * TableBlock.STARS];

    private final double[][] sum = new double[6][TableBlock.STARS];
    private final double[][] slope = new double[6][TableBlock.STARS];

    @Override
    public double[][] sum() {
        return sum;
    }

    @Override
    public double[][] slope() {
        return slope;
    }

    @Override
    public void contract(double[] table, int stride, int[] first, double[][] v, double[][] d) {
        contract(table, stride, first, v, fours, twos);
        contract(table, stride, first, d, slopeFours, slopeTwos);
        turn(fours, twos, sum);
        turn(slopeFours, slopeTwos, slope);
    }

    private static void contract(
            double[] table, int stride, int[] first, double[][] weights, double[] fours, double[] twos) {
        double[] w0 = weights[0];
        double[] w1 = weights[1];
        double[] w2 = weights[2];
        double[] w3 = weights[3];
        double[] w4 = weights[4];
        double[] w5 = weights[5];
        fours(table, stride, first, w0, w1, w2, w3, w4, w5, fours);
        twos(table, stride, first, w0, w1, w2, w3, w4, w5, twos);
    }

    private static void fours(
            double[] table,
            int stride,
            int[] first,
            double[] w0,
            double[] w1,
            double[] w2,
            double[] w3,
            double[] w4,
            double[] w5,
            double[] sums) {
        for (int s = 0; s < TableBlock.STARS; s++) {
            int at = first[s];
            DoubleVector a = DoubleVector.fromArray(FOUR, table, at).mul(w0[s]);
            DoubleVector b = DoubleVector.fromArray(FOUR, table, at + stride).mul(w1[s]);
            a = DoubleVector.fromArray(FOUR, table, at + 2 * stride).fma(DoubleVector.broadcast(FOUR, w2[s]), a);
            b = DoubleVector.fromArray(FOUR, table, at + 3 * stride).fma(DoubleVector.broadcast(FOUR, w3[s]), b);
            a = DoubleVector.fromArray(FOUR, table, at + 4 * stride).fma(DoubleVector.broadcast(FOUR, w4[s]), a);
            b = DoubleVector.fromArray(FOUR, table, at + 5 * stride).fma(DoubleVector.broadcast(FOUR, w5[s]), b);
            a.add(b).intoArray(sums, 4 * s);
        }
    }

    private static void twos(
            double[] table,
            int stride,
            int[] first,
            double[] w0,
            double[] w1,
            double[] w2,
            double[] w3,
            double[] w4,
            double[] w5,
            double[] sums) {
        for (int s = 0; s < TableBlock.STARS; s++) {
            int at = first[s] + 4;
            DoubleVector a = DoubleVector.fromArray(TWO, table, at).mul(w0[s]);
            DoubleVector b = DoubleVector.fromArray(TWO, table, at + stride).mul(w1[s]);
            a = DoubleVector.fromArray(TWO, table, at + 2 * stride).fma(DoubleVector.broadcast(TWO, w2[s]), a);
            b = DoubleVector.fromArray(TWO, table, at + 3 * stride).fma(DoubleVector.broadcast(TWO, w3[s]), b);
            a = DoubleVector.fromArray(TWO, table, at + 4 * stride).fma(DoubleVector.broadcast(TWO, w4[s]), a);
            b = DoubleVector.fromArray(TWO, table, at + 5 * stride).fma(DoubleVector.broadcast(TWO, w5[s]), b);
            a.add(b).intoArray(sums, 2 * s);
        }
    }

    private static void turn(double[] fours, double[] twos, double[][] columns) {
        VectorRows.turn(fours, columns[0], columns[1], columns[2], columns[3]);
        turn(twos, columns[4], columns[5]);
    }

    /** From two numbers of each star to the same number of all stars. */
    private static void turn(double[] rows, double[] c0, double[] c1) {
        int length = STARS.length();
        for (int i = 0; i < TableBlock.STARS; i += length) {
            DoubleVector a = DoubleVector.fromArray(STARS, rows, 2 * i);
            DoubleVector b = DoubleVector.fromArray(STARS, rows, 2 * i + length);
            a.rearrange(EVEN, b).intoArray(c0, i);
            a.rearrange(ODD, b).intoArray(c1, i);
        }
    }

    /** Every second lane of two vectors; lanes of the second are counted from below zero. */
    private static VectorShuffle<Double> everySecond(int from) {
        int length = STARS.length();
        int[] lanes = new int[length];
        for (int m = 0; m < length; m++) {
            int lane = 2 * m + from;
            lanes[m] = lane < length ? lane : lane - 2 * length;
        }
        return VectorShuffle.fromArray(STARS, lanes, 0);
    }
}
