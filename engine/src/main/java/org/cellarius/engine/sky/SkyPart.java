package org.cellarius.engine.sky;

import java.util.Optional;
import org.cellarius.galaxy.sky.SkyPlaces;

/**
 * Some rows of a table that follow each other.
 *
 * @param first the number of the first one in the table
 * @param places holds their places, from {@code from} to before {@code to}
 */
public record SkyPart(int first, SkyPlaces places, int from, int to) {

    /** The parts of a table, in order. */
    @FunctionalInterface
    interface Source {
        /** The next part; empty at the end. */
        Optional<SkyPart> next();
    }

    public int rows() {
        return to - from;
    }

    /** Parts of places that are in memory as a whole. */
    static Source of(SkyPlaces all, int rows) {
        var next = new Object() {
            int row;
        };
        return () -> {
            int from = next.row;
            next.row = Math.min(all.rows(), from + rows);
            return from == next.row ? Optional.empty() : Optional.of(new SkyPart(from, all, from, next.row));
        };
    }
}
