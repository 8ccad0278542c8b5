package org.cellarius.galaxy.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of stars by the Vector API. Places, B-splines and the last step have one star per lane; the sums over the table have the
 * four coefficients of a row in the lanes instead: contiguous loads, where gathering costs more than all the rest.
 *
 * <p>Each step is a small method that leaves its results in arrays: the compiler turns vector calls into instructions only where it
 * can take a method whole, and one large method for everything runs thirty times slower.
 */
final class VectorMeridionalTableReader implements MeridionalTableReader {

    private static final VectorSpecies<Double> STARS = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> ROW = DoubleVector.SPECIES_256;

    /** Adding and subtracting it rounds to whole numbers. */
    private static final double ROUND = 0x1.8p52;

    private final double[] coefficients;
    private final int stride;
    private final double softening2;
    private final ScaledAxis radial;
    private final ScaledAxis vertical;
    private final double radialWeight;
    private final double verticalWeight;

    VectorMeridionalTableReader(MeridionalTable table) {
        coefficients = table.coefficients();
        stride = table.stride();
        softening2 = table.softening2Kpc2();
        radial = table.radial();
        vertical = table.vertical();
        radialWeight = radial.weight();
        verticalWeight = vertical.weight();
    }

    /** Whether registers hold a row of four. */
    static boolean isWorthwhile() {
        return STARS.length() >= 4 && TableBlock.STARS % STARS.length() == 0;
    }

    @Override
    public void accelerations(
            int n, double[] radiusKpc, double[] zKpc, double[] accelerationR, double[] accelerationZ) {
        TableBlock block = TableBlock.ofThisThread();
        for (int from = 0; from < n; from += TableBlock.STARS) {
            int count = Math.min(TableBlock.STARS, n - from);
            block.load(count, radiusKpc, zKpc, from);
            read(block);
            finish(block.radiusKpc, block.distance2(), block.value, block.valueR, block.radialSlope, softening2);
            finish(block.zKpc, block.distance2(), block.value, block.valueZ, block.verticalSlope, softening2);
            System.arraycopy(block.valueR, 0, accelerationR, from, count);
            System.arraycopy(block.valueZ, 0, accelerationZ, from, count);
        }
    }

    @Override
    public void potentials(int n, double[] radiusKpc, double[] zKpc, double[] phi) {
        TableBlock block = TableBlock.ofThisThread();
        for (int from = 0; from < n; from += TableBlock.STARS) {
            int count = Math.min(TableBlock.STARS, n - from);
            block.load(count, radiusKpc, zKpc, from);
            read(block);
            for (int i = 0; i < count; i++) {
                phi[from + i] = block.value[i] / Math.sqrt(block.distance2()[i] + softening2);
            }
        }
    }

    /** Everything up to T. */
    private void read(TableBlock b) {
        locate(b.radiusKpc, radial, radialWeight, b.radialCell, b.radialPlace, b.radialSlope);
        locate(b.zKpc, vertical, verticalWeight, b.verticalCell, b.verticalPlace, b.verticalSlope);
        splines(b.radialPlace, b.radialValue);
        slopes(b.radialPlace, b.radialDerivative);
        splines(b.verticalPlace, b.verticalValue);
        slopes(b.verticalPlace, b.verticalDerivative);
        distances(b.radiusKpc, b.zKpc, b.distance2());
        address(b.radialCell, b.verticalCell, stride, b.first);
        contract(coefficients, stride, b.first, b.radialValue, b.radialDerivative, b.rowSum, b.rowSlope);
        sum(b);
    }

    /** Cell, place in it, and du/dx with the sign of x (zero at zero). */
    static void locate(double[] xKpc, ScaledAxis axis, double weight, double[] cell, double[] place, double[] slope) {
        double end = axis.endKpc();
        double b1 = axis.shortKpc();
        double b2 = axis.longKpc();
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector signed = DoubleVector.fromArray(STARS, xKpc, i);
            DoubleVector x = signed.abs();
            x = x.blend(end, x.compare(VectorOperators.GT, end));
            DoubleVector p1 = x.add(b1);
            DoubleVector p2 = x.add(b2);
            DoubleVector inverse = DoubleVector.broadcast(STARS, 1).div(p1.mul(p2));
            DoubleVector r1 = p2.mul(inverse);
            DoubleVector r2 = p1.mul(inverse);
            DoubleVector u = x.mul(weight).mul(r1.add(r2));
            DoubleVector whole = u.sub(0.5).add(ROUND).sub(ROUND);
            whole.intoArray(cell, i);
            u.sub(whole).intoArray(place, i);
            DoubleVector du = r1.mul(r1).mul(weight * b1).add(r2.mul(r2).mul(weight * b2));
            du.blend(du.neg(), signed.compare(VectorOperators.LT, 0))
                    .blend(0, signed.compare(VectorOperators.EQ, 0))
                    .intoArray(slope, i);
        }
    }

    static void splines(double[] place, double[][] value) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector t = DoubleVector.fromArray(STARS, place, i);
            DoubleVector s = t.neg().add(1);
            DoubleVector t2 = t.mul(t);
            DoubleVector s2 = s.mul(s);
            s2.mul(s).intoArray(value[0], i);
            t2.mul(t.mul(3).sub(6)).add(4).intoArray(value[1], i);
            s2.mul(s.mul(3).sub(6)).add(4).intoArray(value[2], i);
            t2.mul(t).intoArray(value[3], i);
        }
    }

    static void slopes(double[] place, double[][] derivative) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector t = DoubleVector.fromArray(STARS, place, i);
            DoubleVector s = t.neg().add(1);
            s.mul(s).mul(-3).intoArray(derivative[0], i);
            t.mul(t.mul(9).sub(12)).intoArray(derivative[1], i);
            s.mul(s.mul(9).sub(12)).neg().intoArray(derivative[2], i);
            t.mul(t).mul(3).intoArray(derivative[3], i);
        }
    }

    static void distances(double[] radiusKpc, double[] zKpc, double[] distance2) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector r = DoubleVector.fromArray(STARS, radiusKpc, i);
            DoubleVector z = DoubleVector.fromArray(STARS, zKpc, i);
            r.mul(r).add(z.mul(z)).intoArray(distance2, i);
        }
    }

    /** The sums over four rows of one star after the other, with the weights v and with the weights d. */
    static void contract(
            double[] table, int stride, int[] first, double[][] v, double[][] d, double[] sums, double[] slopes) {
        contract(table, stride, first, v[0], v[1], v[2], v[3], d[0], d[1], d[2], d[3], sums, slopes);
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

    /** Where each star's first row begins. */
    static void address(double[] radialCell, double[] verticalCell, int stride, int[] first) {
        for (int s = 0; s < TableBlock.STARS; s++) {
            first[s] = (int) (radialCell[s] * stride + verticalCell[s]);
        }
    }

    /** The sums along the rows: T and its derivatives by cell. */
    static void sum(TableBlock b) {
        double[] rows = b.rowSum;
        double[] slopes = b.rowSlope;
        double[][] w = b.verticalValue;
        double[][] d = b.verticalDerivative;
        sum2(rows, slopes, w[0], w[1], w[2], w[3], b.value, b.valueR);
        sum1(rows, d[0], d[1], d[2], d[3], b.valueZ);
    }

    static void sum2(
            double[] rows,
            double[] slopes,
            double[] w0,
            double[] w1,
            double[] w2,
            double[] w3,
            double[] x,
            double[] y) {
        for (int s = 0; s < TableBlock.STARS; s++) {
            int k = 4 * s;
            double a = w0[s];
            double b = w1[s];
            double c = w2[s];
            double d = w3[s];
            x[s] = (a * rows[k] + b * rows[k + 1]) + (c * rows[k + 2] + d * rows[k + 3]);
            y[s] = (a * slopes[k] + b * slopes[k + 1]) + (c * slopes[k + 2] + d * slopes[k + 3]);
        }
    }

    static void sum1(double[] rows, double[] w0, double[] w1, double[] w2, double[] w3, double[] x) {
        for (int s = 0; s < TableBlock.STARS; s++) {
            int k = 4 * s;
            x[s] = (w0[s] * rows[k] + w1[s] * rows[k + 1]) + (w2[s] * rows[k + 2] + w3[s] * rows[k + 3]);
        }
    }

    /** Minus the derivative of T (r&sup2;+s&sup2;)^&minus;&frac12; along one axis; replaces the derivative of T. */
    static void finish(
            double[] xKpc, double[] distance2, double[] value, double[] derivative, double[] slope, double softening2) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector d2 = DoubleVector.fromArray(STARS, distance2, i).add(softening2);
            DoubleVector per2 = DoubleVector.broadcast(STARS, 1).div(d2);
            DoubleVector inward =
                    DoubleVector.fromArray(STARS, value, i).mul(per2).mul(DoubleVector.fromArray(STARS, xKpc, i));
            DoubleVector gradient =
                    DoubleVector.fromArray(STARS, derivative, i).mul(DoubleVector.fromArray(STARS, slope, i));
            inward.sub(gradient).mul(per2.sqrt()).intoArray(derivative, i);
        }
    }
}
