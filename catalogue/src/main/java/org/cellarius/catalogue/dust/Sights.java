package org.cellarius.catalogue.dust;

import java.util.List;

/**
 * The lines of sight of a file.
 *
 * @param moduli distance moduli of the values, mag
 * @param sights one for each line of the values
 * @param interval whether the values have quantiles
 * @param values cumulative reddening, in the unit of the map
 */
public record Sights(List<Double> moduli, List<Sight> sights, boolean interval, MappedLines values) {
    public Sights {
        moduli = List.copyOf(moduli);
        sights = List.copyOf(sights);
    }
}
