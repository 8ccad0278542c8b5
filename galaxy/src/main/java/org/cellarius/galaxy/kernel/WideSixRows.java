package org.cellarius.galaxy.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * For registers of eight numbers: a row in one register, together with the two numbers behind it, which nobody looks at; turned
 * round as a matrix of eight by eight, in which pairs of numbers four, two and one apart change places.
 */
final class WideSixRows implements SixRows {

    /** Numbers read behind the last row. */
    static final int BEHIND = 2;

    private static final VectorSpecies<Double> EIGHT = DoubleVector.SPECIES_512;
    private static final VectorShuffle<Double> BY_ONE = VectorShuffle.fromOp(EIGHT, lane -> lane ^ 1);
    private static final VectorShuffle<Double> BY_TWO = VectorShuffle.fromOp(EIGHT, lane -> lane ^ 2);
    private static final VectorShuffle<Double> BY_FOUR = VectorShuffle.fromOp(EIGHT, lane -> lane ^ 4);
    private static final VectorMask<Double> ODD_ONES = VectorMask.fromLong(EIGHT, 0b10101010);
    private static final VectorMask<Double> ODD_TWOS = VectorMask.fromLong(EIGHT, 0b11001100);
    private static final VectorMask<Double> ODD_FOURS = VectorMask.fromLong(EIGHT, 0b11110000);

    /** Eight numbers of every star, one star after the other. */
    private final double[] byStar = new double[8 * TableBlock.STARS];

    private final double[] slopesByStar = new double[8 * TableBlock.STARS];
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
        sums(table, stride, first, v, d, byStar, slopesByStar);
        turn(byStar, sum);
        turn(slopesByStar, slope);
    }

    private static void sums(
            double[] table, int stride, int[] first, double[][] v, double[][] d, double[] sums, double[] slopes) {
        double[] v0 = v[0];
        double[] v1 = v[1];
        double[] v2 = v[2];
        double[] v3 = v[3];
        double[] v4 = v[4];
        double[] v5 = v[5];
        double[] d0 = d[0];
        double[] d1 = d[1];
        double[] d2 = d[2];
        double[] d3 = d[3];
        double[] d4 = d[4];
        double[] d5 = d[5];
        for (int s = 0; s < TableBlock.STARS; s++) {
            int at = first[s];
            DoubleVector even = DoubleVector.fromArray(EIGHT, table, at);
            DoubleVector odd = DoubleVector.fromArray(EIGHT, table, at + stride);
            DoubleVector evenSum = even.mul(v0[s]);
            DoubleVector oddSum = odd.mul(v1[s]);
            DoubleVector evenSlope = even.mul(d0[s]);
            DoubleVector oddSlope = odd.mul(d1[s]);
            even = DoubleVector.fromArray(EIGHT, table, at + 2 * stride);
            odd = DoubleVector.fromArray(EIGHT, table, at + 3 * stride);
            evenSum = even.fma(DoubleVector.broadcast(EIGHT, v2[s]), evenSum);
            oddSum = odd.fma(DoubleVector.broadcast(EIGHT, v3[s]), oddSum);
            evenSlope = even.fma(DoubleVector.broadcast(EIGHT, d2[s]), evenSlope);
            oddSlope = odd.fma(DoubleVector.broadcast(EIGHT, d3[s]), oddSlope);
            even = DoubleVector.fromArray(EIGHT, table, at + 4 * stride);
            odd = DoubleVector.fromArray(EIGHT, table, at + 5 * stride);
            evenSum = even.fma(DoubleVector.broadcast(EIGHT, v4[s]), evenSum);
            oddSum = odd.fma(DoubleVector.broadcast(EIGHT, v5[s]), oddSum);
            evenSlope = even.fma(DoubleVector.broadcast(EIGHT, d4[s]), evenSlope);
            oddSlope = odd.fma(DoubleVector.broadcast(EIGHT, d5[s]), oddSlope);
            evenSum.add(oddSum).intoArray(sums, 8 * s);
            evenSlope.add(oddSlope).intoArray(slopes, 8 * s);
        }
    }

    private static void turn(double[] byStar, double[][] columns) {
        fours(byStar);
        firstFour(byStar, columns[0], columns[1], columns[2], columns[3]);
        lastTwo(byStar, columns[4], columns[5]);
    }

    private static void fours(double[] a) {
        for (int star = 0; star < TableBlock.STARS; star += 8) {
            for (int i = 8 * star; i < 8 * star + 32; i += 8) {
                DoubleVector p = DoubleVector.fromArray(EIGHT, a, i);
                DoubleVector q = DoubleVector.fromArray(EIGHT, a, i + 32);
                p.blend(q.rearrange(BY_FOUR), ODD_FOURS).intoArray(a, i);
                p.rearrange(BY_FOUR).blend(q, ODD_FOURS).intoArray(a, i + 32);
            }
        }
    }

    private static void firstFour(double[] a, double[] c0, double[] c1, double[] c2, double[] c3) {
        for (int to = 0; to < TableBlock.STARS; to += 8) {
            int from = 8 * to;
            DoubleVector p = DoubleVector.fromArray(EIGHT, a, from);
            DoubleVector q = DoubleVector.fromArray(EIGHT, a, from + 8);
            DoubleVector r = DoubleVector.fromArray(EIGHT, a, from + 16);
            DoubleVector s = DoubleVector.fromArray(EIGHT, a, from + 24);
            DoubleVector pr = p.blend(r.rearrange(BY_TWO), ODD_TWOS);
            DoubleVector qs = q.blend(s.rearrange(BY_TWO), ODD_TWOS);
            pr.blend(qs.rearrange(BY_ONE), ODD_ONES).intoArray(c0, to);
            pr.rearrange(BY_ONE).blend(qs, ODD_ONES).intoArray(c1, to);
            pr = p.rearrange(BY_TWO).blend(r, ODD_TWOS);
            qs = q.rearrange(BY_TWO).blend(s, ODD_TWOS);
            pr.blend(qs.rearrange(BY_ONE), ODD_ONES).intoArray(c2, to);
            pr.rearrange(BY_ONE).blend(qs, ODD_ONES).intoArray(c3, to);
        }
    }

    private static void lastTwo(double[] a, double[] c4, double[] c5) {
        for (int to = 0; to < TableBlock.STARS; to += 8) {
            int from = 8 * to + 32;
            DoubleVector p = DoubleVector.fromArray(EIGHT, a, from);
            DoubleVector q = DoubleVector.fromArray(EIGHT, a, from + 8);
            DoubleVector r = DoubleVector.fromArray(EIGHT, a, from + 16);
            DoubleVector s = DoubleVector.fromArray(EIGHT, a, from + 24);
            DoubleVector pr = p.blend(r.rearrange(BY_TWO), ODD_TWOS);
            DoubleVector qs = q.blend(s.rearrange(BY_TWO), ODD_TWOS);
            pr.blend(qs.rearrange(BY_ONE), ODD_ONES).intoArray(c4, to);
            pr.rearrange(BY_ONE).blend(qs, ODD_ONES).intoArray(c5, to);
        }
    }
}
