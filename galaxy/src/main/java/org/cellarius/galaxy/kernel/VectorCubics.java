package org.cellarius.galaxy.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of a block of stars over the cubic B-splines of a table. */
final class VectorCubics implements VectorSplines {

    private static final VectorSpecies<Double> STARS = DoubleVector.SPECIES_PREFERRED;

    private final double[][] value = new double[4][TableBlock.STARS];
    private final double[][] derivative = new double[4][TableBlock.STARS];
    private final VectorRows rows = new VectorRows();

    @Override
    public void values(double[] table, int stride, TableBlock block) {
        splines(block.radial.place, value[0], value[1], value[2], value[3]);
        slopes(block.radial.place, derivative[0], derivative[1], derivative[2], derivative[3]);
        rows.contract(table, stride, block.first, value, derivative);
        double[][] c = rows.sum;
        sum(block.vertical.place, c[0], c[1], c[2], c[3], block.value);
    }

    /** The weights are found anew: they stay in registers. */
    @Override
    public void gradients(TableBlock block) {
        double[][] c = rows.slope;
        sum(block.vertical.place, c[0], c[1], c[2], c[3], block.valueR);
        c = rows.sum;
        sumDerivatives(block.vertical.place, c[0], c[1], c[2], c[3], block.valueZ);
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
