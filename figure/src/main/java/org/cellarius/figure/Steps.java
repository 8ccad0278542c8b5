package org.cellarius.figure;

/**
 * The outline of a histogram, standing on zero. A missing value counts as zero.
 *
 * @param edges edges of the bins, growing, in the unit of the panel's x axis
 * @param values heights of the bins, one fewer than edges, in the unit of the panel's y axis
 * @param style colour, width, dashes of the outline
 * @param legend text of the legend; empty for none
 * @param filled whether the area under the outline is tinted in its colour
 */
public record Steps(double[] edges, double[] values, LineStyle style, String legend, boolean filled) implements Layer {

    public Steps {
        Lengths.mustGrow("edges", edges);
        Lengths.mustBe(Math.max(0, edges.length - 1), "values", values);
        edges = edges.clone();
        values = values.clone();
    }
}
