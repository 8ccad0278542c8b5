package org.cellarius.galaxy.frame;

/**
 * From when to when stars are moved.
 *
 * @param fromYear epoch of the catalogue's positions, Julian years: 2016.0 for Gaia DR3
 * @param toYear epoch wanted, Julian years
 */
public record Epochs(double fromYear, double toYear) {

    private static final double LARGEST_YEAR = 1e7;

    public Epochs {
        if (!(Math.abs(fromYear) <= LARGEST_YEAR && Math.abs(toYear) <= LARGEST_YEAR)) {
            throw new IllegalArgumentException(
                    "epochs %s and %s yr: Julian years between -1e7 and 1e7 are expected".formatted(fromYear, toYear));
        }
    }

    /** The same in the other direction. */
    public Epochs back() {
        return new Epochs(/* fromYear= */ toYear, /* toYear= */ fromYear);
    }

    /** The time between them, Julian years. */
    double years() {
        return toYear - fromYear;
    }
}
