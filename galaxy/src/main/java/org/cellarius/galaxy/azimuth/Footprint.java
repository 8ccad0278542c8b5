package org.cellarius.galaxy.azimuth;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The arc of a circle on which stars are seen: the circle without the widest gap between neighbours. An azimuth jumps by a turn somewhere; along the arc it runs on.
 *
 * @param fromDeg azimuth of the first star
 * @param spanDeg from the first to the last star, below 360
 * @param stars how many
 */
public record Footprint(double fromDeg, double spanDeg, int stars) {

    private static final double TURN_DEG = 360;
    private static final int SECTORS = 3600;

    /** Of a narrower gap it is chance where it lies: the circle is seen all round, and has no beginning. */
    private static final double NARROWEST_GAP_DEG = 30;

    /** The arc of some stars; empty without stars. Gaps are looked for between sectors of a tenth of a degree. */
    public static Optional<Footprint> of(double[] betaDeg) {
        double[] lowest = new double[SECTORS];
        double[] highest = new double[SECTORS];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        for (double deg : betaDeg) {
            double turned = inTurn(deg);
            int sector = Math.min(SECTORS - 1, (int) (turned / TURN_DEG * SECTORS));
            lowest[sector] = Math.min(lowest[sector], turned);
            highest[sector] = Math.max(highest[sector], turned);
        }
        int[] peopled =
                IntStream.range(0, SECTORS).filter(s -> lowest[s] <= highest[s]).toArray();
        if (peopled.length == 0) {
            return Optional.empty();
        }
        double begin = Double.NaN;
        double gap = -1;
        double before = highest[peopled[peopled.length - 1]] - TURN_DEG;
        for (int sector : peopled) {
            if (lowest[sector] - before > gap) {
                gap = lowest[sector] - before;
                begin = lowest[sector];
            }
            before = highest[sector];
        }
        // As it was given: in one frame all azimuths of an arc without a jump stay what they are.
        double first = begin;
        double from =
                DoubleStream.of(betaDeg).filter(b -> inTurn(b) == first).min().orElse(first);
        return Optional.of(new Footprint(from, TURN_DEG - gap, betaDeg.length));
    }

    private static double inTurn(double deg) {
        return deg - TURN_DEG * Math.floor(deg / TURN_DEG);
    }

    public double toDeg() {
        return fromDeg + spanDeg;
    }

    /** Whether stars are seen all round, so that no azimuth comes first: no gap is wider than chance makes among so many stars. */
    public boolean allRound() {
        return TURN_DEG - spanDeg < Math.max(NARROWEST_GAP_DEG, widestByChanceDeg());
    }

    /** Of stars spread evenly over the circle the widest gap is narrower in 95 of 100 samples: 1 - n (1 - g)^n, g its part of the circle. */
    private double widestByChanceDeg() {
        return TURN_DEG * Math.min(1, (Math.log(stars) + 3) / stars);
    }

    /** Whether an azimuth lies on the arc. */
    public boolean holds(double deg) {
        return continued(deg) <= toDeg();
    }

    /** The same azimuth, a turn or more on where need be, so that it does not jump along the arc. */
    public double continued(double deg) {
        return deg + TURN_DEG * Math.ceil((fromDeg - deg) / TURN_DEG);
    }

    /** The same of many; unchanged where stars are seen all round. */
    public double[] continued(double[] betaDeg) {
        return allRound()
                ? betaDeg
                : DoubleStream.of(betaDeg).map(this::continued).toArray();
    }
}
