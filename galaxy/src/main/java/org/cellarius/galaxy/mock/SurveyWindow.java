package org.cellarius.galaxy.mock;

/**
 * Where a survey looks: a part of the sky, of the magnitudes, of the Galaxy.
 *
 * @param southernmostDeg lowest declination, deg
 * @param northernmostDeg highest declination, deg
 * @param innermostKpc smallest Galactocentric radius, kpc
 * @param outermostKpc largest, kpc
 * @param farthestKpc largest distance from the Sun, kpc
 * @param brightest brightest apparent magnitude in Gaia's G
 * @param faintest faintest, mag
 */
public record SurveyWindow(
        double southernmostDeg,
        double northernmostDeg,
        double innermostKpc,
        double outermostKpc,
        double farthestKpc,
        double brightest,
        double faintest) {
    public SurveyWindow {
        if (!(southernmostDeg < northernmostDeg
                && innermostKpc < outermostKpc
                && farthestKpc > 0
                && brightest < faintest)) {
            throw new IllegalArgumentException(
                    "a survey needs rising limits of declination, radius and magnitude, and a positive largest distance");
        }
    }
}
