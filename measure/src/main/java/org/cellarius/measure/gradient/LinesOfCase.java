package org.cellarius.measure.gradient;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.fit.FittedLine;

/**
 * The lines of one population and variant of a gradient.
 *
 * @param population empty for all stars
 * @param lines one per slice
 */
public record LinesOfCase(Optional<String> population, Variant variant, List<FittedLine> lines) {
    public LinesOfCase {
        lines = List.copyOf(lines);
    }
}
