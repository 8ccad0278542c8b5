package org.cellarius.galaxy.distance;

import java.util.List;

/** How the error of a distance modulus is told. */
public enum ModulusErrors {
    /** Not at all. */
    NONE,
    /** {@code distance_modulus_error}, mag. */
    SYMMETRIC,
    /** {@code distance_modulus_lo distance_modulus_hi}, mag: the ends of an interval. */
    BOUNDS;

    /** The columns read. */
    public List<String> columns() {
        return switch (this) {
            case NONE -> List.of();
            case SYMMETRIC -> List.of("distance_modulus_error");
            case BOUNDS -> List.of("distance_modulus_lo", "distance_modulus_hi");
        };
    }
}
