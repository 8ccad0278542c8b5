package org.cellarius.measure.drawing;

import java.util.List;
import org.cellarius.figure.Figure;

/**
 * A figure by the settings of its product.
 *
 * @param notes what the settings could not do, or left out
 */
public record Adjusted(Figure figure, List<String> notes) {
    public Adjusted {
        notes = List.copyOf(notes);
    }
}
