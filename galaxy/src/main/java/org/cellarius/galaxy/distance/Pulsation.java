package org.cellarius.galaxy.distance;

/** In which mode the stars of a table pulsate. */
public enum Pulsation {
    /** All in the fundamental mode. */
    FUNDAMENTAL,
    /** All in the first overtone; their periods are fundamentalised. */
    FIRST_OVERTONE,
    /** As the column {@code overtone} says: 0 fundamental, 1 first overtone. */
    BY_COLUMN
}
