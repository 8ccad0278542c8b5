package org.cellarius.measure.plane;

import org.cellarius.figure.ColourMap;

/**
 * How a plane is drawn.
 *
 * @param colours its colours
 * @param scale how numbers become colours
 */
public record PlaneLook(ColourMap colours, ColourSteps scale) {

    /** How numbers become colours. */
    public enum ColourSteps {
        /** Equal steps in the number. */
        LINEAR,
        /** Equal steps in its logarithm. */
        LOGARITHMIC
    }
}
