package org.cellarius.measure.drawing;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.figure.Axis;

/**
 * How an axis is wanted.
 *
 * @param range its two ends as drawn, the first at the left or below: larger first means an axis in reverse; empty to leave them
 * @param spacing empty to leave it
 * @param label empty to leave it
 */
public record AxisSettings(List<Double> range, Optional<Axis.Spacing> spacing, Optional<String> label) {

    private static final String LOG = "log";
    private static final List<String> WORDS = List.of("linear", LOG, "logarithmic");

    public static final AxisSettings NONE = new AxisSettings(List.of(), Optional.empty(), Optional.empty());

    public AxisSettings {
        range = List.copyOf(range);
        if (range.size() == 1 || range.size() > 2) {
            throw new IllegalArgumentException("a range has two ends, not " + range.size());
        }
    }

    /**
     * As the options of a command say it.
     *
     * @param range its two ends as drawn; empty to leave them
     * @param scale linear or log
     * @param option whose range and scale they are: {@code --x}
     */
    public static AxisSettings written(List<Double> range, Optional<String> scale, String option) {
        boolean ends = range.size() == 2
                && range.stream().allMatch(Double::isFinite)
                && Double.compare(range.get(0), range.get(1)) != 0;
        if (!range.isEmpty() && !ends) {
            throw new InputError(
                    "the range " + range + " has no two ends", option + "-range", "Give two numbers:  -1,0.5");
        }
        return new AxisSettings(
                range,
                scale.map(word -> {
                    if (!WORDS.contains(word)) {
                        throw new InputError("'" + word + "' is not a scale", option + "-scale", "Write linear or log");
                    }
                    if (word.startsWith(LOG) && range.stream().anyMatch(end -> !(end > 0))) {
                        throw new InputError(
                                "the range " + range + " reaches to 0 or below, which has no logarithm",
                                option + "-range",
                                "Begin above 0, or leave the scale linear");
                    }
                    return spacing(word);
                }),
                Optional.empty());
    }

    /** As studies and commands word it. */
    static Axis.Spacing spacing(String word) {
        return word.startsWith(LOG) ? Axis.Spacing.LOGARITHMIC : Axis.Spacing.LINEAR;
    }

    /** An axis over the wanted range; as it is where none is wanted. */
    public Axis over(Axis axis) {
        return range.isEmpty() || !axis.names().isEmpty() ? axis : axis.over(low(), high());
    }

    /** Whether a value lies within the wanted range; true where none is wanted. */
    public boolean shows(double value) {
        return range.isEmpty() || (value >= low() && value <= high());
    }

    boolean logarithmic() {
        return spacing.filter(s -> s == Axis.Spacing.LOGARITHMIC).isPresent();
    }

    double low() {
        return Math.min(range.get(0), range.get(1));
    }

    double high() {
        return Math.max(range.get(0), range.get(1));
    }

    boolean reversed() {
        return range.get(0) > range.get(1);
    }
}
