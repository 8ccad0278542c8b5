package org.cellarius.measure.product;

import java.util.List;
import org.cellarius.galaxy.selection.SelectionPart;

/**
 * A part of the selection function of a catalogue.
 *
 * @param name as the study calls it
 * @param asked what it asks of a star, in its order: expressions over the catalogue's columns
 */
public record SurveyPart(String name, SelectionPart part, List<String> asked) {
    public SurveyPart {
        asked = List.copyOf(asked);
    }
}
