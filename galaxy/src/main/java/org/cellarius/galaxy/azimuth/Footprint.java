package org.cellarius.galaxy.azimuth;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The arc of a circle on which stars are seen: the circle without the widest gap between neighbours. An azimuth jumps by a turn somewhere; along the arc it runs on.
 *
 * @param fromDeg azimuth of the first star
 * @param spanDeg from the first to the last star, below 360
 */
public record Footprint(double fromDeg, double spanDeg) {

    private static final double TURN_DEG = 360;

    /** Of a narrower gap it is chance where it lies: the circle is seen all round, and has no beginning. */
    private static final double NARROWEST_GAP_DEG = 30;

    /** The arc of some stars; empty without stars. */
    public static Optional<Footprint> of(double[] betaDeg) {
        double[] turned = DoubleStream.of(betaDeg).map(Footprint::inTurn).toArray();
        Arrays.parallelSort(turned);
        int n = turned.length;
        if (n == 0) {
            return Optional.empty();
        }
        int first = 0;
        double gap = turned[0] + TURN_DEG - turned[n - 1];
        for (int i = 1; i < n; i++) {
            if (turned[i] - turned[i - 1] > gap) {
                gap = turned[i] - turned[i - 1];
                first = i;
            }
        }
        double begin = turned[first];
        // As it was given: in one frame all azimuths of an arc without a jump stay what they are.
        double from =
                DoubleStream.of(betaDeg).filter(b -> inTurn(b) == begin).min().orElse(begin);
        return Optional.of(new Footprint(from, TURN_DEG - gap));
    }

    private static double inTurn(double deg) {
        return deg - TURN_DEG * Math.floor(deg / TURN_DEG);
    }

    public double toDeg() {
        return fromDeg + spanDeg;
    }

    /** Whether stars are seen all round, so that no azimuth comes first. */
    public boolean allRound() {
        return spanDeg > TURN_DEG - NARROWEST_GAP_DEG;
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
