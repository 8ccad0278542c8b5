package org.cellarius.engine;

import java.util.OptionalDouble;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.galaxy.sky.SkyRadius;

/**
 * How the entries of two tables, A and B, are matched on the sky.
 *
 * @param radius the largest separation
 * @param find which of the pairs within the radius are matches
 * @param join which rows of A are written
 * @param suffix what stands behind the names of the match's own columns, for tables that are matched several times; may be empty
 * @param sigmas largest separation in units of the root of the sum of both errors' squares, within the radius; both sides then state
 *     their errors; empty where the radius alone decides
 */
public record SkyMatch(SkyRadius radius, Find find, Join join, String suffix, OptionalDouble sigmas) {
    /** Columns with their usual names. */
    public SkyMatch(SkyRadius radius, Find find, Join join) {
        this(radius, find, join, "", OptionalDouble.empty());
    }

    /** Which rows of A are written. */
    public enum Join {
        /** Those that are matched. */
        INNER,
        /** All; without a match B's columns are missing. */
        LEFT
    }

    /** Name of the column of separations. */
    public static final String SEPARATION = "separation";

    /** Name of the column of separations in units of their errors. */
    public static final String SEPARATION_SIGMA = "separation_sigma";

    /** Name of the column that tells whether a star was carried to the epoch of the other table. */
    public static final String MOVED = "moved_to_epoch";
}
