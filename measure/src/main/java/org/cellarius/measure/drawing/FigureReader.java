package org.cellarius.measure.drawing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.figure.Axis;
import org.cellarius.figure.ColourMap;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.LegendPlace;

/** Reads the section {@code figure} of a product; its mistakes come together. */
public final class FigureReader {

    private static final Pattern LENGTH = Pattern.compile("([0-9]+(?:\\.[0-9]*)?)\\s*(mm|cm|in|pt)");

    private FigureReader() {}

    /** The settings of a product; none without the section. */
    public static FigureSettings read(Section product) {
        if (!product.has("figure")) {
            return FigureSettings.NONE;
        }
        Section s = product.section("figure");
        var mistakes = new Mistakes();
        Optional<Optional<FigureSize>> size = mistakes.attempt(() -> size(s));
        Optional<AxisSettings> x = mistakes.attempt(() -> axis(s, "x"));
        Optional<AxisSettings> y = mistakes.attempt(() -> axis(s, "y"));
        Optional<ColourSettings> colours = mistakes.attempt(() -> colours(s));
        Optional<Optional<LegendPlace>> legend = mistakes.attempt(() -> s.has("legend")
                ? Optional.of(s.choice("legend", "place of a legend", Arrays.asList(LegendPlace.values())))
                : Optional.empty());
        mistakes.check();
        return new FigureSettings(
                size.orElseThrow(),
                s.has("columns") ? OptionalInt.of((int) s.integer("columns")) : OptionalInt.empty(),
                x.orElseThrow(),
                y.orElseThrow(),
                colours.orElseThrow(),
                legend.orElseThrow(),
                s.optionalText("title").orElse(""),
                s.optionalText("residuals").map(Boolean::parseBoolean).orElse(false));
    }

    /** {@code 88mm}, or {@code [88mm, 60mm]}. */
    private static Optional<FigureSize> size(Section s) {
        if (!s.has("size")) {
            return Optional.empty();
        }
        String place = s.place("size").toString();
        List<String> both = s.texts("size");
        List<Double> lengths = (both.isEmpty() ? List.of(s.text("size")) : both)
                .stream().map(t -> millimetres(t, place)).toList();
        return Optional.of(s.place("size")
                .checked(() -> lengths.size() == 1
                        ? FigureSize.ofWidth(lengths.getFirst())
                        : FigureSize.of(lengths.get(0), lengths.get(1))));
    }

    /** A length on paper: 88mm, 8.8 cm, 3.5in, 250pt. */
    public static double millimetres(String text, String place) {
        Matcher m = LENGTH.matcher(text.strip());
        if (!m.matches()) {
            throw new InputError(
                    "'" + text + "' is no length on paper", place, "Write for example 88mm, 180mm or [88mm, 60mm]");
        }
        double value = Double.parseDouble(m.group(1));
        return switch (m.group(2)) {
            case "cm" -> 10 * value;
            case "in" -> 25.4 * value;
            case "pt" -> 25.4 / 72 * value;
            default -> value;
        };
    }

    private static AxisSettings axis(Section figure, String key) {
        if (!figure.has(key)) {
            return AxisSettings.NONE;
        }
        Section s = figure.section(key);
        Optional<Axis.Spacing> spacing = spacing(s);
        List<Double> range = range(s, spacing);
        return new AxisSettings(range, spacing, s.optionalText("label"));
    }

    private static ColourSettings colours(Section figure) {
        if (!figure.has("colours")) {
            return ColourSettings.NONE;
        }
        Section s = figure.section("colours");
        Optional<Axis.Spacing> spacing = spacing(s);
        List<Double> range = range(s, spacing);
        if (!range.isEmpty() && range.get(0) > range.get(1)) {
            throw new InputError(
                    "the range " + range + " of colours does not rise",
                    s.place("range").toString(),
                    "Write [smallest, largest]");
        }
        return new ColourSettings(
                s.has("map")
                        ? Optional.of(s.choice("map", "map of colours", Arrays.asList(ColourMap.values())))
                        : Optional.empty(),
                range,
                spacing,
                s.optionalText("label"));
    }

    private static Optional<Axis.Spacing> spacing(Section s) {
        return s.has("scale") ? Optional.of(AxisSettings.spacing(s.text("scale"))) : Optional.empty();
    }

    private static List<Double> range(Section s, Optional<Axis.Spacing> spacing) {
        List<Double> range = s.numbers("range");
        if (range.isEmpty()) {
            return range;
        }
        String place = s.place("range").toString();
        if (!range.stream().allMatch(Double::isFinite) || range.get(0).equals(range.get(1))) {
            throw new InputError("the range " + range + " shows nothing", place, "Write two different numbers");
        }
        boolean logarithmic = spacing.filter(x -> x == Axis.Spacing.LOGARITHMIC).isPresent();
        if (logarithmic && !(Math.min(range.get(0), range.get(1)) > 0)) {
            throw new InputError(
                    "the range " + range + " of a logarithmic scale holds numbers that have no logarithm",
                    place,
                    "Begin above 0, or write  scale: linear");
        }
        return range;
    }
}
