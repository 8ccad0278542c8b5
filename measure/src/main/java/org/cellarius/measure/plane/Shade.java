package org.cellarius.measure.plane;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.ColourMap;
import org.cellarius.figure.ColourScale;
import org.cellarius.galaxy.population.Quantiles;
import org.cellarius.measure.plane.PlaneLook.ColourSteps;

/**
 * A number of the cells as colours.
 *
 * @param label what it is
 * @param unit empty for pure numbers
 * @param range from the first to the last colour, as the study gives it; empty to span the bulk of the cells
 * @param aboutZero whether both signs reach equally far
 * @param values of each cell and slice, as {@link PlaneCellStatistics#at} numbers them
 */
record Shade(
        String label,
        String unit,
        ColourMap colours,
        ColourSteps steps,
        List<Double> range,
        boolean aboutZero,
        double[] values) {

    /** The colours span the bulk of the cells: one odd cell must not bleach the rest. */
    private static final double BULK = 0.02;

    /** A value as it is coloured; one that has no logarithm is not. */
    double coloured(double value) {
        return Double.isFinite(value) && (steps == ColourSteps.LINEAR || value > 0) ? value : Double.NaN;
    }

    /** The scale that suits the shown values. */
    ColourScale scale(DoubleStream shown) {
        double[] all =
                shown.map(this::coloured).filter(Double::isFinite).sorted().toArray();
        // A range that has no logarithm is not used; the result tells it.
        boolean given = !range.isEmpty() && Double.isFinite(coloured(range.get(0)));
        double low = given ? range.get(0) : Quantiles.ofSorted(all, BULK);
        double high = given ? range.get(1) : Quantiles.ofSorted(all, 1 - BULK);
        if (aboutZero && !given) {
            high = Math.max(Math.abs(low), Math.abs(high));
            low = -high;
        }
        if (!(high > low)) {
            double only = all.length == 0 ? 1 : Arrays.stream(all).min().orElse(1);
            low = steps == ColourSteps.LINEAR ? only - 0.5 : only / 1.5;
            high = steps == ColourSteps.LINEAR ? only + 0.5 : only * 1.5;
        }
        return new ColourScale(
                colours,
                label,
                unit,
                low,
                high,
                switch (steps) {
                    case LINEAR -> Axis.Spacing.LINEAR;
                    case LOGARITHMIC -> Axis.Spacing.LOGARITHMIC;
                });
    }
}
