package org.cellarius.galaxy.sky;

/**
 * Places of a table's rows on the sky.
 *
 * @param raDeg right ascension by row, degrees, from -360 to 360
 * @param decDeg declination by row, degrees, from -90 to 90
 */
public record SkyPlaces(double[] raDeg, double[] decDeg) {
    public SkyPlaces {
        if (raDeg.length != decDeg.length) {
            throw new IllegalArgumentException(raDeg.length + " right ascensions, " + decDeg.length + " declinations");
        }
    }

    public int rows() {
        return raDeg.length;
    }

    /** Whether a row has a place: neither coordinate missing or out of range. */
    public boolean has(int row) {
        return Math.abs(raDeg[row]) <= 360 && Math.abs(decDeg[row]) <= 90;
    }

    /** Number of rows that have a place. */
    public int placed() {
        int placed = 0;
        for (int row = 0; row < rows(); row++) {
            placed += has(row) ? 1 : 0;
        }
        return placed;
    }
}
