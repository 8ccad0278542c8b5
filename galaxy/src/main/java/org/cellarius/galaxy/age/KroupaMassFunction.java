package org.cellarius.galaxy.age;

/**
 * How many stars are born with which mass (Kroupa 2001, 2001MNRAS.322..231K): m<sup>&minus;1.3</sup> from 0.08 to 0.5 solar masses, m<sup>&minus;2.3</sup> above,
 * continuous; normalised so that it is m<sup>&minus;2.3</sup> above 0.5. Systems, and stars below 0.08, are not told apart.
 */
public final class KroupaMassFunction {

    /** Lowest mass, solar masses: below it the number is not known, and counts as nothing. */
    public static final double LOWEST_SUN = 0.08;

    /** Where the slope changes, solar masses. */
    private static final double BREAK_SUN = 0.5;
    /** m^-1.3 is as large as m^-2.3 at the break, times this. */
    private static final double LOW_MASS_SCALE = 1 / BREAK_SUN;

    /** Number of stars between 0.08 and 100 solar masses, in units of the normalisation above. */
    public static final double ALL = below(100);

    private KroupaMassFunction() {}

    /** Number of stars of at most a mass, solar masses: smooth and rising; its differences are what counts. */
    public static double below(double massSun) {
        double low = Math.min(massSun, BREAK_SUN);
        double high = Math.max(massSun, BREAK_SUN);
        double few = LOW_MASS_SCALE * (Math.pow(Math.max(low, LOWEST_SUN), -0.3) - Math.pow(LOWEST_SUN, -0.3)) / -0.3;
        return few + (Math.pow(high, -1.3) - Math.pow(BREAK_SUN, -1.3)) / -1.3;
    }
}
