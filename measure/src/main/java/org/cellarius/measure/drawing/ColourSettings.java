package org.cellarius.measure.drawing;

import java.util.List;
import java.util.Optional;
import org.cellarius.figure.Axis;
import org.cellarius.figure.ColourMap;

/**
 * How values are wanted in colours.
 *
 * @param map empty to leave it
 * @param range values of the first and the last colour; empty to leave them
 * @param spacing empty to leave it
 * @param label empty to leave it
 */
public record ColourSettings(
        Optional<ColourMap> map, List<Double> range, Optional<Axis.Spacing> spacing, Optional<String> label) {

    public static final ColourSettings NONE =
            new ColourSettings(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    public ColourSettings {
        range = List.copyOf(range);
    }
}
