package org.cellarius.galaxy.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of a block of stars over the quintic B-splines of a table. */
final class VectorQuintics implements VectorSplines {

    private static final VectorSpecies<Double> STARS = DoubleVector.SPECIES_PREFERRED;

    private final double[][] radial = new double[6][TableBlock.STARS];
    private final double[][] radialSlope = new double[6][TableBlock.STARS];
    private final double[][] vertical = new double[6][TableBlock.STARS];
    private final double[][] verticalSlope = new double[6][TableBlock.STARS];
    private final SixRows rows = STARS.length() == 8 ? new WideSixRows() : new SplitSixRows();

    @Override
    public void values(double[] table, int stride, TableBlock block) {
        splines(block.radial.place, radial);
        slopes(block.radial.place, radialSlope);
        rows.contract(table, stride, block.first, radial, radialSlope);
        splines(block.vertical.place, vertical);
        sum(vertical, rows.sum(), block.value);
    }

    @Override
    public void gradients(TableBlock block) {
        slopes(block.vertical.place, verticalSlope);
        sum(vertical, rows.slope(), block.valueR);
        sum(verticalSlope, rows.sum(), block.valueZ);
    }

    private static void splines(double[] place, double[][] b) {
        outermost(place, b[0], b[5]);
        outer(place, b[1], b[4]);
        inner(place, b[2], b[3]);
    }

    private static void slopes(double[] place, double[][] d) {
        outermostSlopes(place, d[0], d[5]);
        outerSlopes(place, d[1], d[4]);
        innerSlopes(place, d[2], d[3]);
    }

    private static void outermost(double[] place, double[] b0, double[] b5) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector t = DoubleVector.fromArray(STARS, place, i);
            DoubleVector s = t.neg().add(1);
            DoubleVector t2 = t.mul(t);
            DoubleVector s2 = s.mul(s);
            s2.mul(s2).mul(s).intoArray(b0, i);
            t2.mul(t2).mul(t).intoArray(b5, i);
        }
    }

    private static void outer(double[] place, double[] b1, double[] b4) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector t = DoubleVector.fromArray(STARS, place, i);
            DoubleVector s = t.neg().add(1);
            DoubleVector p = t.mul(5).sub(20).mul(t).add(20).mul(t).add(20).mul(t);
            DoubleVector q = s.mul(5).sub(20).mul(s).add(20).mul(s).add(20).mul(s);
            p.sub(50).mul(t).add(26).intoArray(b1, i);
            q.sub(50).mul(s).add(26).intoArray(b4, i);
        }
    }

    private static void inner(double[] place, double[] b2, double[] b3) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector t = DoubleVector.fromArray(STARS, place, i);
            DoubleVector s = t.neg().add(1);
            DoubleVector t2 = t.mul(t);
            DoubleVector s2 = s.mul(s);
            t.mul(-10).add(30).mul(t2).sub(60).mul(t2).add(66).intoArray(b2, i);
            s.mul(-10).add(30).mul(s2).sub(60).mul(s2).add(66).intoArray(b3, i);
        }
    }

    private static void outermostSlopes(double[] place, double[] d0, double[] d5) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector t = DoubleVector.fromArray(STARS, place, i);
            DoubleVector s = t.neg().add(1);
            DoubleVector t2 = t.mul(t);
            DoubleVector s2 = s.mul(s);
            s2.mul(s2).mul(-5).intoArray(d0, i);
            t2.mul(t2).mul(5).intoArray(d5, i);
        }
    }

    private static void outerSlopes(double[] place, double[] d1, double[] d4) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector t = DoubleVector.fromArray(STARS, place, i);
            DoubleVector s = t.neg().add(1);
            t.mul(25).sub(80).mul(t).add(60).mul(t).add(40).mul(t).sub(50).intoArray(d1, i);
            DoubleVector q = s.mul(-25).add(80).mul(s).sub(60).mul(s).sub(40).mul(s);
            q.add(50).intoArray(d4, i);
        }
    }

    private static void innerSlopes(double[] place, double[] d2, double[] d3) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector t = DoubleVector.fromArray(STARS, place, i);
            DoubleVector s = t.neg().add(1);
            t.mul(-50).add(120).mul(t.mul(t)).sub(120).mul(t).intoArray(d2, i);
            s.mul(50).sub(120).mul(s.mul(s)).add(120).mul(s).intoArray(d3, i);
        }
    }

    private static void sum(double[][] weights, double[][] columns, double[] sums) {
        sum(weights[0], weights[1], weights[2], columns[0], columns[1], columns[2], sums);
        add(weights[3], weights[4], weights[5], columns[3], columns[4], columns[5], sums);
    }

    private static void sum(
            double[] w0, double[] w1, double[] w2, double[] c0, double[] c1, double[] c2, double[] out) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector sum = DoubleVector.fromArray(STARS, w0, i).mul(DoubleVector.fromArray(STARS, c0, i));
            sum = DoubleVector.fromArray(STARS, w1, i).fma(DoubleVector.fromArray(STARS, c1, i), sum);
            sum = DoubleVector.fromArray(STARS, w2, i).fma(DoubleVector.fromArray(STARS, c2, i), sum);
            sum.intoArray(out, i);
        }
    }

    private static void add(
            double[] w3, double[] w4, double[] w5, double[] c3, double[] c4, double[] c5, double[] out) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector sum = DoubleVector.fromArray(STARS, w5, i).mul(DoubleVector.fromArray(STARS, c5, i));
            sum = DoubleVector.fromArray(STARS, w4, i).fma(DoubleVector.fromArray(STARS, c4, i), sum);
            sum = DoubleVector.fromArray(STARS, w3, i).fma(DoubleVector.fromArray(STARS, c3, i), sum);
            sum.add(DoubleVector.fromArray(STARS, out, i)).intoArray(out, i);
        }
    }
}
