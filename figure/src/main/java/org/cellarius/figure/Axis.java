package org.cellarius.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One axis of a panel: what is shown, in which unit, from where to where. Drawn as {@code label (unit)}; both may carry the
 * markup of {@link RichText}, e.g. {@code "*{R}_{g}"} and {@code "km s^{-1}"}.
 *
 * <p>Equal limits are widened, so that a single value still has an axis.
 *
 * @param label what is shown; may be empty
 * @param unit the unit of {@code min}, {@code max} and of everything drawn along the axis; empty for pure numbers
 * @param min lower limit, in {@code unit}
 * @param max upper limit, in {@code unit}, not below {@code min}
 * @param reversed true when values grow leftwards or downwards (magnitudes, ages)
 * @param names what stands at 0, 1, 2, &hellip; in place of numbers; empty for numbers
 * @param spacing how values are spaced along it
 */
public record Axis(
        String label, String unit, double min, double max, boolean reversed, List<String> names, Spacing spacing) {

    /** How values are spaced along an axis. */
    public enum Spacing {
        LINEAR,
        /** Equal factors are equally long; both limits are above 0. */
        LOGARITHMIC,
        /** Equal steps of a projection of the sphere: the panel has neither frame nor ticks. */
        PROJECTED
    }

    /** Below this span, relative to the limits, ticks would differ by rounding errors only. */
    private static final double SMALLEST_RELATIVE_SPAN = 1e-9;

    /** Limits beyond this cannot be subtracted without overflow. */
    private static final double LARGEST_LIMIT = 1e300;

    public Axis {
        names = List.copyOf(names);
        String name = "axis '" + label + "'" + (unit.isEmpty() ? "" : " (" + unit + ")");
        refuseUnusable(name, "min", min);
        refuseUnusable(name, "max", max);
        if (min > max) {
            throw new IllegalArgumentException(
                    name + ": min = " + min + " is above max = " + max + "; swap them, or ask for a reversed axis");
        }
        if (spacing == Spacing.LOGARITHMIC && !(min > 0)) {
            throw new IllegalArgumentException(
                    name + ": min = " + min + " has no logarithm; a logarithmic axis begins above 0");
        }
        double scale = Math.max(Math.abs(min), Math.abs(max));
        if (max - min <= SMALLEST_RELATIVE_SPAN * scale || max == min) {
            double half = scale == 0 ? 0.5 : 0.05 * scale;
            min -= half;
            max += half;
        }
    }

    /** A linear axis. */
    public Axis(String label, String unit, double min, double max, boolean reversed, List<String> names) {
        this(label, unit, min, max, reversed, names, Spacing.LINEAR);
    }

    private static void refuseUnusable(String name, String limit, double value) {
        if (!(Math.abs(value) <= LARGEST_LIMIT)) {
            throw new IllegalArgumentException(name + ": " + limit + " = " + value
                    + " is not a usable limit; give finite limits, or let Axis.covering find them from the values");
        }
    }

    /** An axis that grows rightwards or upwards, from {@code min} to {@code max} in {@code unit}. */
    public static Axis of(String label, String unit, double min, double max) {
        return new Axis(label, unit, min, max, false, List.of());
    }

    /**
     * An axis that covers the finite {@code values} (in {@code unit}) and {@code paddingFraction} of their span at both ends;
     * from 0 to 1 if no value is finite.
     */
    public static Axis covering(String label, String unit, DoubleStream values, double paddingFraction) {
        var span = values.filter(Double::isFinite).summaryStatistics();
        if (span.getCount() == 0) {
            return of(label, unit, 0, 1);
        }
        double padding = paddingFraction * (span.getMax() - span.getMin());
        return of(label, unit, span.getMin() - padding, span.getMax() + padding);
    }

    /** As {@link #covering(String, String, DoubleStream, double)}, for an array. */
    public static Axis covering(String label, String unit, double[] values, double paddingFraction) {
        return covering(label, unit, Arrays.stream(values), paddingFraction);
    }

    /** An axis of things without an order: each has its name at 0, 1, 2, &hellip; and half a step of room on both sides. */
    public static Axis of(String label, List<String> names) {
        return new Axis(label, "", -0.7, names.size() - 0.3, false, names);
    }

    /** The same axis, drawn in the other direction. */
    public Axis inReverse() {
        return new Axis(label, unit, min, max, !reversed, names, spacing);
    }

    /** The same axis from {@code newMin} to {@code newMax}. */
    public Axis over(double newMin, double newMax) {
        return new Axis(label, unit, newMin, newMax, reversed, names, spacing);
    }

    /** The same axis under another label. */
    public Axis labelled(String newLabel) {
        return new Axis(newLabel, unit, min, max, reversed, names, spacing);
    }

    /** The same axis, its values spaced otherwise. */
    public Axis spaced(Spacing other) {
        return new Axis(label, unit, min, max, reversed, names, other);
    }

    boolean logarithmic() {
        return spacing == Spacing.LOGARITHMIC;
    }

    /** Length of the axis, in {@link #unit()}. */
    double span() {
        return max - min;
    }

    /** The same axis about the same centre, {@code factor} times as long. */
    Axis stretched(double factor) {
        double extra = 0.5 * (factor - 1) * span();
        return new Axis(label, unit, min - extra, max + extra, reversed, names, spacing);
    }

    /** Where {@code value} lies between the start (0) and the end (1) of the axis as drawn. */
    double fraction(double value) {
        double fraction = logarithmic()
                ? value > 0 ? Math.log(value / min) / Math.log(max / min) : Double.NEGATIVE_INFINITY
                : (value - min) / span();
        return reversed ? 1 - fraction : fraction;
    }

    /** The value at a fraction of the way along the axis as drawn. */
    double valueAt(double fraction) {
        double along = reversed ? 1 - fraction : fraction;
        return logarithmic() ? min * Math.pow(max / min, along) : min + along * span();
    }
}
