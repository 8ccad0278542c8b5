package org.cellarius.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.study.Product.Head;
import org.cellarius.study.yaml.Section;

/** The section {@code products} of a study. */
final class ProductReader {

    private ProductReader() {}

    static Product product(String name, Section s, Map<String, String> populations) {
        var mistakes = new Mistakes();
        s.optionalText("population")
                .ifPresent(p -> mistakes.attempt(() -> StudyReader.oneOf(
                        p, List.copyOf(populations.keySet()), "a population", s.place("population"))));
        Optional<Product> product = mistakes.attempt(() -> measured(name, s, populations));
        mistakes.check();
        return product.orElseThrow();
    }

    private static Product measured(String name, Section s, Map<String, String> populations) {
        var head = new Head(
                name, s.textOr("title", name), s.optionalText("population"), s.optionalText("where"), s.place());
        return switch (s.text("kind")) {
            case "gradient" -> GradientReader.gradient(head, s, populations);
            case "running-median" ->
                new Product.RunningMedianProfile(
                        head,
                        GradientReader.populationsOf(s, populations),
                        axis(s.section("x")),
                        axis(s.section("y")),
                        slices(s),
                        (int) Math.min(Integer.MAX_VALUE, s.integer("window")),
                        s.number("overlap"));
            case "binned-median" ->
                new Product.BinnedMedianLine(
                        head,
                        GradientReader.populationsOf(s, populations),
                        axis(s.section("x")),
                        axis(s.section("y")),
                        s.number("width"),
                        slices(s),
                        s.integerOr("minimum-count", 10));
            case "map" -> map(head, s);
            case "distribution" ->
                new Product.Distribution(
                        head,
                        GradientReader.populationsOf(s, populations),
                        axis(s.section("value")),
                        s.number("width"),
                        slices(s),
                        s.integerOr("minimum-count", 30));
            default -> throw new IllegalStateException("the schema let the kind '" + s.text("kind") + "' pass");
        };
    }

    private static Product map(Head head, Section s) {
        Product.Plane plane = Arrays.stream(Product.Plane.values())
                .filter(p -> p.word().equals(s.text("plane")))
                .findFirst()
                .orElseThrow();
        double cellKpc = s.quantity("cell", "kpc");
        if (!(cellKpc > 0)) {
            throw new InputError(
                    "a cell of " + cellKpc + " kpc", s.place("cell").toString(), "It must be larger than zero");
        }
        Optional<Section> range = s.optionalSection("range");
        return new Product.MedianMap(
                head,
                plane,
                axis(s.section("value")),
                cellKpc,
                s.integerOr("minimum-count", 5),
                range.map(r -> rising(r, "x")).orElse(List.of()),
                range.map(r -> rising(r, "y")).orElse(List.of()));
    }

    static AxisSource axis(Section s) {
        return s.isScalar()
                ? new AxisSource(s.scalar(), Optional.empty(), Optional.empty(), List.of(), s.place())
                : new AxisSource(
                        s.text("of"),
                        s.optionalText("label"),
                        s.optionalText("unit"),
                        rising(s, "range"),
                        s.place("of"));
    }

    private static List<Double> rising(Section s, String key) {
        List<Double> range = s.numbers(key);
        if (!range.isEmpty() && !(range.get(1) > range.get(0))) {
            throw new InputError(
                    "the range " + range + " does not rise", s.place(key).toString(), "Write [smallest, largest]");
        }
        return range;
    }

    static Optional<SlicesSource> slices(Section product) {
        return product.optionalSection("slices").map(s -> {
            List<Double> edges = s.numbers("edges");
            StudyReader.checked(s.place("edges"), () -> new Grouping.Slices(edges));
            return new SlicesSource(
                    new AxisSource(
                            s.text("of"), s.optionalText("label"), s.optionalText("unit"), List.of(), s.place("of")),
                    edges);
        });
    }
}
