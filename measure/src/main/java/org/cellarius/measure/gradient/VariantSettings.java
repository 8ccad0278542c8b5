package org.cellarius.measure.gradient;

import java.util.List;
import java.util.Optional;
import org.cellarius.measure.fit.LineChoice;

/**
 * What a variant has of its own.
 *
 * @param line in place of the product's
 * @param where a condition besides the product's
 * @param populations in place of the product's; empty for those
 * @param yError in place of the product's
 */
public record VariantSettings(
        Optional<LineChoice> line, Optional<String> where, List<String> populations, Optional<String> yError) {

    /** A variant that takes all from its product. */
    public static final VariantSettings NONE =
            new VariantSettings(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public VariantSettings {
        populations = List.copyOf(populations);
    }

    boolean isNone() {
        return equals(NONE);
    }

    VariantSettings without() {
        return new VariantSettings(Optional.empty(), where, populations, yError);
    }
}
