package org.cellarius.study.draft;

import java.util.Optional;

/** Where the distances of a table come from, if they are no column of it. */
final class DistanceDraft {

    private DistanceDraft() {}

    /** The section of the catalogue; empty where the table has distances, or nothing to make them of. */
    static Optional<String> of(DraftTable table) {
        if (table.has("distance")) {
            return Optional.empty();
        }
        if (table.has("distance_modulus")) {
            return Optional.of(
                    table.has("distance_modulus_error")
                            ? "    distance: {from: modulus, errors: symmetric}   # the true modulus; extinction: a_v subtracts a column\n"
                            : "    distance: {from: modulus, errors: none}   # the true modulus; extinction: a_v subtracts a column\n");
        }
        if (!table.has("parallax")) {
            return Optional.empty();
        }
        boolean gaia = table.hasAll(
                "phot_g_mean_mag", "nu_eff_used_in_astrometry", "pseudocolour", "ecl_lat", "astrometric_params_solved");
        String zeroPoint = gaia ? "lindegren2021" : "none";
        String about = gaia ? "" : "; zero-point: lindegren2021 needs more of Gaia's columns";
        return Optional.of(
                table.has("parallax_error")
                        ? "    # The prior and its length are a choice: docs/science/distances.md" + about + ".\n"
                                + "    distance: {from: parallax, zero-point: " + zeroPoint
                                + ", prior: edsd, length: 1.35 kpc}\n"
                        : "    # Without errors of the parallax only its inverse is left, which is biased for distant stars"
                                + about + ".\n" + "    distance: {from: inverse-parallax, zero-point: " + zeroPoint
                                + "}\n");
    }

    /** Whether the stars of the table get a distance. */
    static boolean given(DraftTable table) {
        return table.has("distance") || of(table).isPresent();
    }
}
