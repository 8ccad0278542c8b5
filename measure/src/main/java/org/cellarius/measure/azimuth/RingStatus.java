package org.cellarius.measure.azimuth;

/** What the modes of a ring are worth. */
enum RingStatus {
    OK,
    /** Errors of a mode are many times those of a whole ring of as many stars. */
    MODES_HARDLY_APART,
    /** Too few stars, or at too few azimuths. */
    NO_MODES
}
