package org.cellarius.measure.product;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.catalogue.yaml.Section;

/**
 * A quantity that a product uses.
 *
 * @param expression expression over the star table
 * @param label for figures; empty to derive it
 * @param unit for figures and tables; empty to derive it
 * @param range range of the figure's axis: two numbers, or none
 */
public record AxisSource(
        String expression, Optional<String> label, Optional<String> unit, List<Double> range, Place place) {
    public AxisSource {
        range = List.copyOf(range);
    }

    /** Reads an expression, or a section with label, unit and range. */
    public static AxisSource read(Section s) {
        return s.isScalar()
                ? new AxisSource(s.scalar(), Optional.empty(), Optional.empty(), List.of(), s.place())
                : new AxisSource(
                        s.text("of"),
                        s.optionalText("label"),
                        s.optionalText("unit"),
                        rising(s, "range"),
                        s.place("of"));
    }

    /** The same over a range that stands elsewhere. */
    public AxisSource over(List<Double> wanted) {
        return new AxisSource(expression, label, unit, wanted, place);
    }

    /** Reads a range [smallest, largest]; empty where there is none. */
    public static List<Double> rising(Section s, String key) {
        List<Double> range = s.numbers(key);
        if (!range.isEmpty() && !(range.get(1) > range.get(0))) {
            throw new InputError(
                    "the range " + range + " does not rise",
                    s.place(key).toString(),
                    "Write [smallest, largest]; an axis is turned round by  figure: {x: {range: [14, 4]}}");
        }
        return range;
    }
}
