package org.cellarius.galaxy.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Where a block of stars falls on one {@link ScaledAxis}; one star per lane. */
final class VectorAxis {

    private static final VectorSpecies<Double> STARS = DoubleVector.SPECIES_PREFERRED;

    /** Adding and subtracting it rounds to whole numbers. */
    private static final double ROUND = 0x1.8p52;

    final double[] lengthKpc = new double[TableBlock.STARS];
    final double[] cell = new double[TableBlock.STARS];
    /** du/dx with the sign of x, zero at zero. */
    final double[] slope = new double[TableBlock.STARS];

    /** From 0 to 1 within the cell. */
    final double[] place = new double[TableBlock.STARS];

    void locate(ScaledAxis axis) {
        locate(lengthKpc, axis.endKpc(), axis.shortKpc(), axis.longKpc(), axis.weight(), cell, place, slope);
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
}
