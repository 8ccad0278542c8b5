package org.cellarius.galaxy.frame;

import java.util.List;

/**
 * Which columns tell how a star moves between epochs, and under which names it is written where it is then.
 *
 * @param radialMotion what is done about motion along the line of sight
 * @param depth the column that tells how far the star is; not read where radial motion is neglected
 * @param names the names of what is written
 */
public record EpochColumns(RadialMotion radialMotion, Depth depth, Names names) {

    /** What is done about motion along the line of sight, which changes proper motions and parallaxes. */
    public enum RadialMotion {
        /** It is needed: a star without radial velocity or without a positive parallax or distance gets a status and no numbers. */
        REQUIRED,
        /** A star without it is moved along the tangent, without perspective acceleration; its radial velocity stays missing. */
        WHERE_KNOWN,
        /** All stars are moved along the tangent; only {@code ra dec pmra pmdec} are read and written. */
        NEGLECTED
    }

    /** The column that tells how far a star is. */
    public enum Depth {
        /** {@code parallax}, mas. */
        PARALLAX,
        /** {@code distance}, kpc; its parallax is taken as 1/distance. */
        DISTANCE;

        String column() {
            return switch (this) {
                case PARALLAX -> "parallax";
                case DISTANCE -> "distance";
            };
        }

        String unit() {
            return switch (this) {
                case PARALLAX -> "mas";
                case DISTANCE -> "kpc";
            };
        }

        /** Parallax (mas) of such a column's value, or the other way round: 1 mas is 1 kpc. */
        double turned(double value) {
            return switch (this) {
                case PARALLAX -> value;
                case DISTANCE -> 1 / value;
            };
        }
    }

    /** The names of what is written. */
    public enum Names {
        /** {@code ra_epoch dec_epoch} &hellip;, beside the old ones. */
        NEW,
        /** The same, in place of the old ones, with {@code ref_epoch}, the epoch that they have now. */
        SAME
    }

    /** What is read, in the order of the formulae. */
    List<String> read() {
        return radialMotion == RadialMotion.NEGLECTED
                ? List.of("ra", "dec", "pmra", "pmdec")
                : List.of("ra", "dec", depth.column(), "pmra", "pmdec", "radial_velocity");
    }

    /** The name under which a column is written. */
    String written(String name) {
        return switch (names) {
            case NEW -> name + "_epoch";
            case SAME -> name;
        };
    }
}
