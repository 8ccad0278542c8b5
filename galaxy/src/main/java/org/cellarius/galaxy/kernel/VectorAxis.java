package org.cellarius.galaxy.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Where a block of stars falls on one {@link ScaledAxis}, and the B-splines there; one star per lane. */
final class VectorAxis {

    private static final VectorSpecies<Double> STARS = DoubleVector.SPECIES_PREFERRED;

    /** Adding and subtracting it rounds to whole numbers. */
    private static final double ROUND = 0x1.8p52;

    final double[] lengthKpc = new double[TableBlock.STARS];
    final double[] cell = new double[TableBlock.STARS];
    /** du/dx with the sign of x, zero at zero. */
    final double[] slope = new double[TableBlock.STARS];

    final double[][] value = new double[4][TableBlock.STARS];
    final double[][] derivative = new double[4][TableBlock.STARS];
    private final double[] place = new double[TableBlock.STARS];

    void locate(ScaledAxis axis) {
        locate(lengthKpc, axis.endKpc(), axis.shortKpc(), axis.longKpc(), axis.weight(), cell, place, slope);
    }

    /** The four B-splines and their derivatives. */
    void weigh() {
        splines(place, value[0], value[1], value[2], value[3]);
        slopes(place, derivative[0], derivative[1], derivative[2], derivative[3]);
    }

    /** Sums of four columns of numbers with the B-splines as weights; the weights stay in registers. */
    void sum(double[][] columns, double[] sums) {
        sum(place, columns[0], columns[1], columns[2], columns[3], sums);
    }

    /** The same with the derivatives of the B-splines. */
    void sumDerivatives(double[][] columns, double[] sums) {
        sumDerivatives(place, columns[0], columns[1], columns[2], columns[3], sums);
    }

    private static void locate(
            double[] xKpc,
            double end,
            double b1,
            double b2,
            double weight,
            double[] cell,
            double[] place,
            double[] slope) {
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

    private static void splines(double[] place, double[] b0, double[] b1, double[] b2, double[] b3) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector t = DoubleVector.fromArray(STARS, place, i);
            DoubleVector s = t.neg().add(1);
            DoubleVector t2 = t.mul(t);
            DoubleVector s2 = s.mul(s);
            s2.mul(s).intoArray(b0, i);
            t2.mul(t.mul(3).sub(6)).add(4).intoArray(b1, i);
            s2.mul(s.mul(3).sub(6)).add(4).intoArray(b2, i);
            t2.mul(t).intoArray(b3, i);
        }
    }

    private static void slopes(double[] place, double[] d0, double[] d1, double[] d2, double[] d3) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector t = DoubleVector.fromArray(STARS, place, i);
            DoubleVector s = t.neg().add(1);
            s.mul(s).mul(-3).intoArray(d0, i);
            t.mul(t.mul(9).sub(12)).intoArray(d1, i);
            s.mul(s.mul(9).sub(12)).neg().intoArray(d2, i);
            t.mul(t).mul(3).intoArray(d3, i);
        }
    }

    private static void sum(double[] place, double[] c0, double[] c1, double[] c2, double[] c3, double[] sums) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector t = DoubleVector.fromArray(STARS, place, i);
            DoubleVector s = t.neg().add(1);
            DoubleVector t2 = t.mul(t);
            DoubleVector s2 = s.mul(s);
            DoubleVector even = s2.mul(s).mul(DoubleVector.fromArray(STARS, c0, i));
            DoubleVector odd = t2.mul(t).mul(DoubleVector.fromArray(STARS, c3, i));
            even = t2.mul(t.mul(3).sub(6)).add(4).fma(DoubleVector.fromArray(STARS, c1, i), even);
            odd = s2.mul(s.mul(3).sub(6)).add(4).fma(DoubleVector.fromArray(STARS, c2, i), odd);
            even.add(odd).intoArray(sums, i);
        }
    }

    private static void sumDerivatives(
            double[] place, double[] c0, double[] c1, double[] c2, double[] c3, double[] sums) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector t = DoubleVector.fromArray(STARS, place, i);
            DoubleVector s = t.neg().add(1);
            DoubleVector rising =
                    t.mul(t).mul(DoubleVector.fromArray(STARS, c3, i)).mul(3);
            DoubleVector falling =
                    s.mul(s).mul(DoubleVector.fromArray(STARS, c0, i)).mul(3);
            rising = t.mul(t.mul(9).sub(12)).fma(DoubleVector.fromArray(STARS, c1, i), rising);
            falling = s.mul(s.mul(9).sub(12)).fma(DoubleVector.fromArray(STARS, c2, i), falling);
            rising.sub(falling).intoArray(sums, i);
        }
    }
}
