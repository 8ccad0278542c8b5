package org.cellarius.galaxy.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** As many stars at once as the machine's registers hold; one loop of the Vector API's own calls, so that C2 keeps registers. */
final class VectorLinePass implements LinePass {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LANES.withLanes(long.class);
    private static final int LENGTH = LANES.length();
    private static final long MANTISSA = 0x000FFFFFFFFFFFFFL;
    private static final long ONE = 0x3FF0000000000000L;

    /** Whether whole registers make up a group. */
    static boolean fits() {
        return LENGTH >= 2 && SLOTS % LENGTH == 0;
    }

    @Override
    public ScatterSums scatter(LineColumns stars, double slope, double extra) {
        double[] weight = new double[SLOTS];
        double[] residual = new double[SLOTS];
        double[] square = new double[SLOTS];
        double[] product = new double[SLOTS];
        long[] exponent = new long[SLOTS];
        int whole = stars.stars() - stars.stars() % SLOTS;
        for (int slot = 0; slot < SLOTS; slot += LENGTH) {
            slots(stars, slope, extra, slot, whole, weight, residual, square, product, exponent);
        }
        ScalarLinePass.scatter(stars, slope, extra, whole, weight, residual, square, product, exponent);
        return new ScatterSums(
                ScalarDrawMath.total(weight),
                ScalarDrawMath.total(residual),
                ScalarDrawMath.total(square),
                ScalarLinePass.logarithm(product, exponent, stars.stars()));
    }

    private static void slots(
            LineColumns stars,
            double slope,
            double extra,
            int slot,
            int whole,
            double[] weight,
            double[] residual,
            double[] square,
            double[] product,
            long[] exponent) {
        double[] xs = stars.x();
        double[] ys = stars.y();
        double[] yVariances = stars.yVariance();
        double[] xyTwice = stars.xyTwice();
        double[] xVariances = stars.xVariance();
        DoubleVector one = DoubleVector.broadcast(LANES, 1);
        DoubleVector w = DoubleVector.zero(LANES);
        DoubleVector wr = DoubleVector.zero(LANES);
        DoubleVector wrr = DoubleVector.zero(LANES);
        DoubleVector p = one;
        LongVector e = LongVector.zero(LONGS);
        int run = SLOTS * ScalarLinePass.GROUPS_PER_PRODUCT;
        for (int start = 0; start < whole; start += run) {
            int end = Math.min(whole, start + run);
            for (int i = start + slot; i < end; i += SLOTS) {
                DoubleVector v = DoubleVector.fromArray(LANES, yVariances, i)
                        .add(extra)
                        .add(DoubleVector.fromArray(LANES, xVariances, i)
                                .mul(slope)
                                .sub(DoubleVector.fromArray(LANES, xyTwice, i))
                                .mul(slope));
                DoubleVector r = DoubleVector.fromArray(LANES, ys, i)
                        .sub(DoubleVector.fromArray(LANES, xs, i).mul(slope));
                DoubleVector iw = one.div(v);
                DoubleVector iwr = iw.mul(r);
                w = w.add(iw);
                wr = wr.add(iwr);
                wrr = wrr.add(iwr.mul(r));
                LongVector bits = v.viewAsIntegralLanes();
                e = e.add(bits.lanewise(VectorOperators.LSHR, 52));
                p = p.mul(bits.and(MANTISSA).or(ONE).viewAsFloatingLanes());
            }
            // A full run only: an unfinished one goes on with the stars behind the last whole group.
            if (end - start == run) {
                LongVector bits = p.viewAsIntegralLanes();
                e = e.add(bits.lanewise(VectorOperators.LSHR, 52)).sub(1023);
                p = bits.and(MANTISSA).or(ONE).viewAsFloatingLanes();
            }
        }
        w.intoArray(weight, slot);
        wr.intoArray(residual, slot);
        wrr.intoArray(square, slot);
        p.intoArray(product, slot);
        e.intoArray(exponent, slot);
    }

    @Override
    public DistanceSums distance(LineColumns stars, double slope, double intercept) {
        double[][] sums = new double[8][SLOTS];
        int whole = stars.stars() - stars.stars() % SLOTS;
        for (int slot = 0; slot < SLOTS; slot += LENGTH) {
            slots(stars, slope, intercept, slot, whole, sums);
        }
        ScalarLinePass.distance(stars, slope, intercept, whole, sums);
        return ScalarLinePass.total(sums);
    }

    private static void slots(LineColumns stars, double slope, double intercept, int slot, int whole, double[][] sums) {
        double[] xs = stars.x();
        double[] ys = stars.y();
        double[] yVariances = stars.yVariance();
        double[] xVariances = stars.xVariance();
        DoubleVector one = DoubleVector.broadcast(LANES, 1);
        DoubleVector zero = DoubleVector.zero(LANES);
        DoubleVector s0 = zero;
        DoubleVector s1 = zero;
        DoubleVector s2 = zero;
        DoubleVector s3 = zero;
        DoubleVector s4 = zero;
        DoubleVector s5 = zero;
        DoubleVector s6 = zero;
        DoubleVector s7 = zero;
        for (int i = slot; i < whole; i += SLOTS) {
            DoubleVector x = DoubleVector.fromArray(LANES, xs, i);
            DoubleVector variance = DoubleVector.fromArray(LANES, xVariances, i);
            DoubleVector s = variance.mul(slope);
            DoubleVector u = one.div(s.mul(slope).add(DoubleVector.fromArray(LANES, yVariances, i)));
            DoubleVector r =
                    DoubleVector.fromArray(LANES, ys, i).sub(x.mul(slope)).sub(intercept);
            DoubleVector ur = u.mul(r);
            DoubleVector foot = s.mul(ur).add(x);
            DoubleVector moved = s.mul(u).mul(r).add(foot);
            s0 = s0.add(ur.mul(r));
            s1 = s1.add(ur.mul(foot));
            s2 = s2.add(ur);
            s3 = s3.add(moved.mul(moved).mul(u).sub(variance.mul(ur).mul(ur)));
            s4 = s4.add(moved.mul(u));
            s5 = s5.add(u);
            s6 = s6.add(foot.mul(u));
            s7 = s7.add(foot.mul(foot).mul(u));
        }
        s0.intoArray(sums[0], slot);
        s1.intoArray(sums[1], slot);
        s2.intoArray(sums[2], slot);
        s3.intoArray(sums[3], slot);
        s4.intoArray(sums[4], slot);
        s5.intoArray(sums[5], slot);
        s6.intoArray(sums[6], slot);
        s7.intoArray(sums[7], slot);
    }
}
