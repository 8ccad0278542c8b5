package org.cellarius.galaxy.population;

/**
 * What "a contour of 75 per cent" means. The literature means either, so both have a name.
 */
public enum ContourLevel {
    /** Within the line lie so much of all stars, as densely as can be (Imig et al. 2023, ApJ 954, 124). */
    ENCLOSED,
    /** On the line the density is so much of the highest (Vickers et al. 2021, ApJ 922, 189). */
    OF_PEAK
}
