package org.cellarius.galaxy.orbit;

import org.cellarius.galaxy.potential.ExponentialDisc;
import org.cellarius.galaxy.potential.HoledSech2Disc;
import org.cellarius.galaxy.potential.Potential;

/**
 * How orbits are followed.
 *
 * @param span how long, and in which direction of time
 * @param tolerance greatest error of a step, of the amplitude of the velocity
 * @param largestDrift relative change of the energy over the span beyond which an orbit is followed again
 * @param plane what is done about the plane of the disc
 * @param everyMaximum whether every maximum of |z| is found, for their mean, or only those that may be the largest
 * @param ending when an orbit is followed no further
 */
record OrbitSettings(
        OrbitSpan span,
        double tolerance,
        double largestDrift,
        PlaneCrossing plane,
        boolean everyMaximum,
        OrbitEnding ending) {

    /** A tolerance smaller by this is used for an orbit that is followed again. */
    private static final double TIGHTER = 0.1;

    /** The same for orbits whose energy has drifted too far. */
    OrbitSettings tighter() {
        return new OrbitSettings(span, TIGHTER * tolerance, largestDrift, plane, everyMaximum, ending);
    }

    /** What is done about the plane, where the force of an exponential disc has a kink. */
    enum PlaneCrossing {
        /** Steps end at the plane, so that the kink falls between two of them. */
        LAND,
        /** Steps pass over it. */
        PASS;

        /** Landing pays where a thin disc is part of the potential. */
        static PlaneCrossing of(Potential potential) {
            boolean thin = potential.components().stream()
                    .anyMatch(c -> c instanceof ExponentialDisc || c instanceof HoledSech2Disc);
            return thin ? LAND : PASS;
        }
    }
}
