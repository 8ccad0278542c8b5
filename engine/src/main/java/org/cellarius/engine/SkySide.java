package org.cellarius.engine;

import java.util.Optional;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.frame.Epochs;

/**
 * One of two tables whose entries are matched on the sky.
 *
 * @param table the table
 * @param ra the right ascension, degrees
 * @param dec the declination, degrees
 * @param motion how its stars are carried to the epoch of the other table; empty where they stay
 * @param error the circular error of positions, arcsec; rows without one match nothing; empty where errors do not count
 */
public record SkySide(
        StarTable table, Expression ra, Expression dec, Optional<Motion> motion, Optional<Expression> error) {
    /** Without errors. */
    public SkySide(StarTable table, Expression ra, Expression dec, Optional<Motion> motion) {
        this(table, ra, dec, motion, Optional.empty());
    }

    /**
     * Motion along the tangent, without perspective acceleration.
     *
     * @param pmra the proper motion in right ascension times cos(dec), mas/yr
     * @param pmdec the proper motion in declination, mas/yr
     * @param epochs from the table's own epoch to that of the other table
     */
    public record Motion(Expression pmra, Expression pmdec, Epochs epochs) {}
}
