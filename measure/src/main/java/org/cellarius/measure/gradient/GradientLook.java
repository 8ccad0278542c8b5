package org.cellarius.measure.gradient;

import java.util.Optional;

/**
 * How a gradient is drawn.
 *
 * @param figures whether populations and variants share a figure
 * @param draws so many lines from the posterior, or the errors, are drawn thinly in place of the band; 0 for the band
 * @param points how single stars are drawn; empty for dots of one size
 */
public record GradientLook(FigureLayout figures, int draws, Optional<PointLook> points) {

    /** Each population and variant in a figure of its own, a line with its band, dots of one size. */
    public static final GradientLook USUAL = new GradientLook(FigureLayout.APART, 0, Optional.empty());
}
