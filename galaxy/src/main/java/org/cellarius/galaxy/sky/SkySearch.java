package org.cellarius.galaxy.sky;

import java.util.Optional;

/**
 * Looks for the candidates of rows of A: what lies within the radius and, where errors of positions count, within so many of them.
 *
 * @param a places of the first table
 * @param b zones of the second one
 * @param errors their errors; empty where the radius alone decides
 */
public record SkySearch(SkyPlaces a, SkyZones b, Optional<PositionErrors> errors) {

    /** Adds the candidates of a row that has a place, nearest first. */
    public void near(int row, Candidates found) {
        near(row, a.raDeg()[row], a.decDeg()[row], found);
    }

    /** The same as if the row were at another place, or for a caller who has its place at hand. */
    public void near(int row, double raDeg, double decDeg, Candidates found) {
        int before = found.size();
        b.near(raDeg, decDeg, found);
        errors.ifPresent(e -> found.keepFrom(before, k -> e.allow(row, found.row(k), found.haversine(k))));
    }
}
