package org.cellarius.galaxy.orbit;

/**
 * How long an orbit is followed.
 *
 * @param gyr time in Gyr; negative for the past
 */
public record OrbitSpan(double gyr) {

    /** 1 kpc/(km/s) in Gyr: 3.0856775814913673e16 km/kpc (IAU 2015 Resolution B2), 365.25 days of 86400 s a year. */
    public static final double GYR_PER_KPC_PER_KMS = 0.9777922216807892;

    static final double LONGEST_GYR = 1000;

    public OrbitSpan {
        if (!(Math.abs(gyr) > 0 && Math.abs(gyr) <= LONGEST_GYR)) {
            throw new IllegalArgumentException(
                    "a span of " + gyr + " Gyr: it must lie within 1000 Gyr and not be zero");
        }
    }

    /** Time in kpc/(km/s). */
    double internal() {
        return gyr / GYR_PER_KPC_PER_KMS;
    }
}
