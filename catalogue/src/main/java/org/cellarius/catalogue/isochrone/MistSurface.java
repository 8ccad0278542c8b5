package org.cellarius.catalogue.isochrone;

import java.util.List;
import java.util.stream.Stream;

/**
 * The present [Fe/H] of the surface of MIST models, from their mass fractions of metals and hydrogen: diffusion makes that of old dwarfs
 * fall below the one at birth.
 *
 * <p>log (Z/X) less that of the Sun: 0.0181 in version 1 (Asplund et al. 2009, as Choi et al. 2016, 2016ApJ...823..102C, scale it), 0.023 since
 * version 2 (Grevesse &amp; Sauval 1998). With [&alpha;/Fe] other than 0, Z holds more than iron: then the change since birth is added to [Fe/H] at birth.
 */
final class MistSurface {

    private static final double SUN_VERSION_1 = 0.0181;
    private static final double SUN_VERSION_2 = 0.023;

    private final int metals;
    private final int hydrogen;

    MistSurface(List<String> words) {
        metals = Stream.of("log_surf_z", "log_surf_cell_z")
                .mapToInt(words::indexOf)
                .filter(k -> k >= 0)
                .findFirst()
                .orElse(-1);
        hydrogen = words.indexOf("surface_h1");
    }

    boolean isKnown() {
        return metals >= 0 && hydrogen >= 0;
    }

    /** [Fe/H] of each row, dex. */
    double[] feHNow(List<double[]> rows, MistHead head) {
        double zero = head.alphaFe() == 0
                ? Math.log10(head.version().startsWith("1") ? SUN_VERSION_1 : SUN_VERSION_2)
                : head.logMetalsBirth() - head.feHBirth();
        return rows.stream()
                .mapToDouble(row -> row[metals] - Math.log10(row[hydrogen]) - zero)
                .toArray();
    }
}
