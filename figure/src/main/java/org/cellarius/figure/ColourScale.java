package org.cellarius.figure;

import java.awt.Color;

/**
 * How the values of {@link Cells} become colours. Values outside the limits take the colour of the nearer end; the colour bar
 * then shows a pointed end. Panels of one figure with equal scales share one colour bar.
 *
 * @param map colours
 * @param label what is shown
 * @param unit unit of the values; empty for pure numbers
 * @param min value of the first colour, in {@code unit}
 * @param max value of the last colour, in {@code unit}, not below {@code min}
 * @param spacing how values are spaced along the colours
 */
public record ColourScale(ColourMap map, String label, String unit, double min, double max, Axis.Spacing spacing) {

    /** Equal steps in value are equal steps in colour. */
    public ColourScale(ColourMap map, String label, String unit, double min, double max) {
        this(map, label, unit, min, max, Axis.Spacing.LINEAR);
    }

    public ColourScale {
        Axis checked = Axis.of(label, unit, min, max).spaced(spacing);
        min = checked.min();
        max = checked.max();
    }

    /** The colour of {@code value}, in {@link #unit()}; {@code value} is not NaN. */
    public Color colour(double value) {
        double fraction = switch (spacing) {
            case LINEAR, PROJECTED -> (value - min) / (max - min);
            case LOGARITHMIC -> value > 0 ? Math.log(value / min) / Math.log(max / min) : 0;
        };
        return map.colour(fraction);
    }

    /** The axis along the colour bar. */
    Axis axis() {
        return Axis.of(label, unit, min, max).spaced(spacing);
    }
}
