package org.cellarius.galaxy.orbit;

/** How following an orbit ended. */
enum OrbitEnd {
    NOT_STARTED,
    COMPLETE,
    /** Given up: the orbit turns so often, or so deep in the centre, that the span needs too many steps. */
    TOO_MANY_STEPS,
    /** The state became infinite or not a number. */
    LOST
}
