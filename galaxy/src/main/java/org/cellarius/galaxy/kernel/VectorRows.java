package org.cellarius.galaxy.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums over four rows of four coefficients: the coefficients of a row in the lanes, one star after the other, by contiguous loads
 * (gathering one number per star costs more than all the rest); then turned round to one star per lane.
 */
final class VectorRows {

    private static final VectorSpecies<Double> STARS = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> ROW = DoubleVector.SPECIES_256;

    private static final VectorShuffle<Double> FIRST_TWO = columns(0);
    private static final VectorShuffle<Double> LAST_TWO = columns(2);
    private static final VectorShuffle<Double> LOWER_HALVES = halves(0);
    private static final VectorShuffle<Double> UPPER_HALVES = halves(1);

    /** The four sums of every star, one star after the other. */
    private final double[] byStar = new double[4 * TableBlock.STARS];

    private final double[] slopesByStar = new double[4 * TableBlock.STARS];

    /** The sum for column j of star s, at [j][s], with the B-splines as weights; and with their derivatives. */
    final double[][] sum = new double[4][TableBlock.STARS];

    final double[][] slope = new double[4][TableBlock.STARS];

    void contract(double[] table, int stride, int[] first, double[][] v, double[][] d) {
        contract(table, stride, first, v[0], v[1], v[2], v[3], d[0], d[1], d[2], d[3], byStar, slopesByStar);
        turn(byStar, sum[0], sum[1], sum[2], sum[3]);
        turn(slopesByStar, slope[0], slope[1], slope[2], slope[3]);
    }

    private static void contract(
            double[] table,
            int stride,
            int[] first,
            double[] v0,
            double[] v1,
            double[] v2,
            double[] v3,
            double[] d0,
            double[] d1,
            double[] d2,
            double[] d3,
            double[] sums,
            double[] slopes) {
        for (int s = 0; s < TableBlock.STARS; s++) {
            int at = first[s];
            DoubleVector row0 = DoubleVector.fromArray(ROW, table, at);
            DoubleVector row1 = DoubleVector.fromArray(ROW, table, at + stride);
            DoubleVector row2 = DoubleVector.fromArray(ROW, table, at + 2 * stride);
            DoubleVector row3 = DoubleVector.fromArray(ROW, table, at + 3 * stride);
            times(row2, v2[s], row0.mul(v0[s]))
                    .add(times(row3, v3[s], row1.mul(v1[s])))
                    .intoArray(sums, 4 * s);
            times(row2, d2[s], row0.mul(d0[s]))
                    .add(times(row3, d3[s], row1.mul(d1[s])))
                    .intoArray(slopes, 4 * s);
        }
    }

    private static DoubleVector times(DoubleVector row, double weight, DoubleVector sum) {
        return row.fma(DoubleVector.broadcast(ROW, weight), sum);
    }

    /** From four numbers of each star to the same number of all stars. */
    static void turn(double[] rows, double[] c0, double[] c1, double[] c2, double[] c3) {
        int length = STARS.length();
        for (int i = 0; i < TableBlock.STARS; i += length) {
            DoubleVector a = DoubleVector.fromArray(STARS, rows, 4 * i);
            DoubleVector b = DoubleVector.fromArray(STARS, rows, 4 * i + length);
            DoubleVector c = DoubleVector.fromArray(STARS, rows, 4 * i + 2 * length);
            DoubleVector d = DoubleVector.fromArray(STARS, rows, 4 * i + 3 * length);
            DoubleVector ab = a.rearrange(FIRST_TWO, b);
            DoubleVector cd = c.rearrange(FIRST_TWO, d);
            ab.rearrange(LOWER_HALVES, cd).intoArray(c0, i);
            ab.rearrange(UPPER_HALVES, cd).intoArray(c1, i);
            ab = a.rearrange(LAST_TWO, b);
            cd = c.rearrange(LAST_TWO, d);
            ab.rearrange(LOWER_HALVES, cd).intoArray(c2, i);
            ab.rearrange(UPPER_HALVES, cd).intoArray(c3, i);
        }
    }

    /** Column j of the stars in two vectors, then column j+1 of them. */
    private static VectorShuffle<Double> columns(int j) {
        int half = STARS.length() / 2;
        int[] lanes = new int[STARS.length()];
        for (int m = 0; m < half; m++) {
            lanes[m] = ofTwo(4 * m + j);
            lanes[m + half] = ofTwo(4 * m + j + 1);
        }
        return VectorShuffle.fromArray(STARS, lanes, 0);
    }

    /** The lower (0) or the upper (1) halves of two vectors. */
    private static VectorShuffle<Double> halves(int which) {
        int half = STARS.length() / 2;
        int[] lanes = new int[STARS.length()];
        for (int m = 0; m < half; m++) {
            lanes[m] = m + which * half;
            lanes[m + half] = ofTwo(STARS.length() + m + which * half);
        }
        return VectorShuffle.fromArray(STARS, lanes, 0);
    }

    /** Lanes of the second vector are counted from below zero. */
    private static int ofTwo(int lane) {
        return lane < STARS.length() ? lane : lane - 2 * STARS.length();
    }
}
