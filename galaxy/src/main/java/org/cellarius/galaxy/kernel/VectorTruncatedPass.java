package org.cellarius.galaxy.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** As many stars at once as the machine's registers hold. */
final class VectorTruncatedPass implements TruncatedPass {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int LENGTH = LANES.length();

    @Override
    public void limits(
            int n,
            TruncatedColumns c,
            double slope,
            double height,
            double scatterVariance,
            double lowest,
            double highest) {
        double[] x = c.x();
        double[] xError = c.xError();
        double[] root = c.root();
        double[] square = c.square();
        double[] kappaSquared = c.kappaSquared();
        double[] low = c.low();
        double[] high = c.high();
        double[] centre = c.centre();
        double[] y = c.y();
        double[] yVariance = c.yVariance();
        double[] inverseWeight = c.inverseWeight();
        DoubleVector one = DoubleVector.broadcast(LANES, 1);
        DoubleVector lowestY = DoubleVector.broadcast(LANES, lowest);
        DoubleVector highestY = DoubleVector.broadcast(LANES, highest);
        for (int k = 0; k < DrawMath.padded(n); k += LENGTH) {
            DoubleVector width = DoubleVector.fromArray(LANES, yVariance, k)
                    .add(scatterVariance)
                    .sqrt()
                    .mul(DoubleVector.fromArray(LANES, inverseWeight, k));
            DoubleVector error = DoubleVector.fromArray(LANES, xError, k);
            DoubleVector tau = error.mul(slope);
            DoubleVector tauSquared = tau.mul(tau);
            DoubleVector inverse = one.div(width.mul(width).add(tauSquared));
            DoubleVector xs = DoubleVector.fromArray(LANES, x, k);
            DoubleVector at = xs.mul(slope).add(height);
            DoubleVector r = DoubleVector.fromArray(LANES, y, k).sub(at);
            DoubleVector rInverse = r.mul(inverse);
            DoubleVector pull = rInverse.mul(tau);
            DoubleVector mean = pull.mul(tau).add(at);
            DoubleVector perWidth = one.div(width);
            inverse.sqrt().intoArray(root, k);
            r.mul(rInverse).intoArray(square, k);
            tauSquared.mul(inverse).intoArray(kappaSquared, k);
            lowestY.sub(mean).mul(perWidth).intoArray(low, k);
            highestY.sub(mean).mul(perWidth).intoArray(high, k);
            error.mul(pull).add(xs).intoArray(centre, k);
        }
    }

    @Override
    public void series(int n, TruncatedColumns c) {
        double[] lows = c.low();
        double[] highs = c.high();
        double[] belowLow = c.belowLow();
        double[] aboveHigh = c.aboveHigh();
        double[] atLow = c.atLow();
        double[] atHigh = c.atHigh();
        double[] kappaSquared = c.kappaSquared();
        double[] root = c.root();
        double[] factor = c.factor();
        DoubleVector one = DoubleVector.broadcast(LANES, 1);
        for (int k = 0; k < DrawMath.padded(n); k += LENGTH) {
            DoubleVector inverse = one.div(one.sub(DoubleVector.fromArray(LANES, belowLow, k))
                    .sub(DoubleVector.fromArray(LANES, aboveHigh, k)));
            DoubleVector low = DoubleVector.fromArray(LANES, lows, k);
            DoubleVector high = DoubleVector.fromArray(LANES, highs, k);
            DoubleVector p = DoubleVector.fromArray(LANES, atLow, k).mul(inverse);
            DoubleVector q = DoubleVector.fromArray(LANES, atHigh, k).mul(inverse);
            DoubleVector low2 = low.mul(low);
            DoubleVector high2 = high.mul(high);
            DoubleVector d1 = p.sub(q);
            DoubleVector d2 = low.mul(p).sub(high.mul(q));
            DoubleVector d3 = low2.sub(1).mul(p).sub(high2.sub(1).mul(q));
            DoubleVector d4 =
                    low2.sub(3).mul(low).mul(p).sub(high2.sub(3).mul(high).mul(q));
            DoubleVector d5 = low2.sub(6)
                    .mul(low2)
                    .add(3)
                    .mul(p)
                    .sub(high2.sub(6).mul(high2).add(3).mul(q));
            DoubleVector d6 = low2.sub(10)
                    .mul(low2)
                    .add(15)
                    .mul(low)
                    .mul(p)
                    .sub(high2.sub(10).mul(high2).add(15).mul(high).mul(q));
            DoubleVector g2 = d1.mul(2).mul(d1).sub(d2);
            DoubleVector h3 = g2.mul(d1).sub(d1.mul(d2)).mul(3).add(d3);
            DoubleVector g4 =
                    d1.mul(d3).add(h3.mul(d1)).mul(4).sub(g2.mul(6).mul(d2)).sub(d4);
            DoubleVector h5 = g4.mul(d1)
                    .sub(d1.mul(d4))
                    .mul(5)
                    .add(g2.mul(d3).sub(h3.mul(d2)).mul(10))
                    .add(d5);
            DoubleVector g6 = d1.mul(d5)
                    .add(h5.mul(d1))
                    .mul(6)
                    .sub(g2.mul(d4).add(g4.mul(d2)).mul(15))
                    .add(h3.mul(20).mul(d3))
                    .sub(d6);
            DoubleVector v = DoubleVector.fromArray(LANES, kappaSquared, k);
            g6.mul(1.0 / 48)
                    .mul(v)
                    .add(g4.mul(0.125))
                    .mul(v)
                    .add(g2.mul(0.5))
                    .mul(v)
                    .add(1)
                    .mul(inverse)
                    .mul(DoubleVector.fromArray(LANES, root, k))
                    .intoArray(factor, k);
        }
    }
}
