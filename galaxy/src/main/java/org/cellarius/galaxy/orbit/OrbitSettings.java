package org.cellarius.galaxy.orbit;

/**
 * How orbits are followed.
 *
 * @param span how long, and in which direction of time
 * @param tolerance greatest error of a step, of the amplitude of the velocity
 * @param plane what is done about the plane of the disc
 * @param everyMaximum whether every maximum of |z| is found, for their mean, or only those that may be the largest
 */
record OrbitSettings(OrbitSpan span, double tolerance, PlaneCrossing plane, boolean everyMaximum) {

    /** What is done about the plane, where the force of an exponential disc has a kink. */
    enum PlaneCrossing {
        /** Steps end at the plane, so that the kink falls between two of them. */
        LAND,
        /** Steps pass over it. */
        PASS
    }
}
