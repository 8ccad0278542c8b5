package org.cellarius.engine;

import java.util.Optional;
import org.cellarius.galaxy.frame.Epochs;

/**
 * One of two tables whose entries are matched on the sky.
 *
 * @param table the table
 * @param ra SQL expression of the right ascension, degrees
 * @param dec SQL expression of the declination, degrees
 * @param motion how its stars are carried to the epoch of the other table; empty where they stay
 * @param error SQL expression of the circular error of positions, arcsec; rows without one match nothing; empty where errors do not count
 */
public record SkySide(StarTable table, String ra, String dec, Optional<Motion> motion, Optional<String> error) {
    /** Without errors. */
    public SkySide(StarTable table, String ra, String dec, Optional<Motion> motion) {
        this(table, ra, dec, motion, Optional.empty());
    }

    /**
     * Motion along the tangent, without perspective acceleration.
     *
     * @param pmra SQL expression of the proper motion in right ascension times cos(dec), mas/yr
     * @param pmdec SQL expression of the proper motion in declination, mas/yr
     * @param epochs from the table's own epoch to that of the other table
     */
    public record Motion(String pmra, String pmdec, Epochs epochs) {}
}
