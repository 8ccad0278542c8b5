package org.cellarius.galaxy.mock;

import org.cellarius.galaxy.random.CounterRandom;

/**
 * A population of the mock Galaxy: when and where its stars were born, how far they have gone since, how warm their orbits are, and what they are
 * made of. All of it is known, and drawn in closed form. Scale length, eccentricity and vertical action change with age on straight lines; the wandering of guiding radii grows with
 * its root.
 */
public sealed interface MockPopulation permits LowAlphaDisc, HighAlphaDisc, StellarHalo {

    /** Name of the population in tables. */
    String word();

    /** The oldest star, Gyr. */
    double oldestGyr();

    /** An age between two limits, Gyr, from a uniform number in (0, 1). */
    double ageGyr(double youngest, double oldest, double uniform);

    /** R_d of the births of that age, kpc: their surface density falls as exp(&minus;R/R_d). */
    double scaleLengthKpc(double ageGyr);

    /** Radius of birth of a star of that age, kpc: R exp(&minus;R/R_d) is the distribution of the sum of two exponential numbers. */
    default double birthRadiusKpc(double ageGyr, CounterRandom.OfStar random, int draw) {
        return -scaleLengthKpc(ageGyr) * Math.log(random.uniform(draw) * random.uniform(draw + 1));
    }

    /** How far guiding radii have wandered in that time: standard deviation, kpc. */
    double migrationKpc(double ageGyr);

    /** Scale of eccentricities (Rayleigh) of that age. */
    double eccentricityScale(double ageGyr);

    /** Mean vertical action of that age, kpc km/s. */
    double meanVerticalActionKpcKms(double ageGyr);

    /** Mean [Fe/H] of stars born there and then, dex. */
    double feHDex(double birthRadiusKpc, double ageGyr);

    /** Scatter of [Fe/H] about it, dex. */
    double feHScatterDex();

    /** Mean [&alpha;/Fe] of stars of that age and [Fe/H], dex. */
    double alphaFeDex(double feHDex, double ageGyr);

    /** Scatter of [&alpha;/Fe] about it, dex. */
    double alphaFeScatterDex();
}
