package org.cellarius.galaxy.mock;

import org.cellarius.galaxy.random.CounterRandom;

/**
 * A population of the mock Galaxy: when and where its stars were born, how far they have gone since, how warm their orbits are, and what they are
 * made of. All of it is known, and drawn in closed form.
 */
public sealed interface MockPopulation permits LowAlphaDisc, HighAlphaDisc, StellarHalo {

    /** Name of the population in tables. */
    String word();

    /** The oldest star, Gyr. */
    double oldestGyr();

    /** An age between two limits, Gyr, from a uniform number in (0, 1). */
    double ageGyr(double youngest, double oldest, double uniform);

    /** Radius of birth of a star of that age, kpc. */
    double birthRadiusKpc(double ageGyr, CounterRandom.OfStar random, int draw);

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
