package org.cellarius.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.frame.Epochs;

/**
 * The columns that tell where a table's rows are on the sky.
 *
 * @param ra right ascension, degrees
 * @param dec declination, degrees
 * @param motion how its stars are carried to the epoch of another table; empty where they stay
 */
public record PlaceColumns(ScaledColumn ra, ScaledColumn dec, Optional<Motion> motion) {

    /**
     * Motion along the tangent, without perspective acceleration.
     *
     * @param pmra proper motion in right ascension times cos(dec), mas/yr
     * @param pmdec proper motion in declination, mas/yr
     * @param epochs from the table's own epoch to that of the other table
     */
    public record Motion(ScaledColumn pmra, ScaledColumn pmdec, Epochs epochs) {}

    /** The same of a table in the database. */
    public SkySide in(StarTable table) {
        return new SkySide(
                table,
                ra.value(),
                dec.value(),
                motion.map(m -> new SkySide.Motion(m.pmra().value(), m.pmdec().value(), m.epochs())));
    }

    /** Right ascension, declination and, where there is motion, its two columns. */
    public List<ScaledColumn> all() {
        var all = new ArrayList<>(List.of(ra, dec));
        motion.ifPresent(m -> all.addAll(List.of(m.pmra(), m.pmdec())));
        return all;
    }
}
