package org.cellarius.study.vary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Change;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.Product.Comparison;
import tools.jackson.databind.JsonNode;

/** The section {@code vary} of a study. */
public final class VaryReader {

    /** Each alternative is a run of its own. */
    private static final int MOST_ALTERNATIVES = 300;

    private VaryReader() {}

    public static Optional<VarySource> vary(Section root, List<Product> products) {
        return root.optionalSection("vary").map(s -> {
            var settings = new ArrayList<VariedSetting>();
            s.section("settings").entries().forEach((name, setting) -> settings.add(setting(name, setting)));
            boolean combined = s.textOr("combinations", "one-at-a-time").equals("all");
            List<VariedSetting> plan = combined ? List.of(combined(settings, s)) : settings;
            int alternatives =
                    plan.stream().mapToInt(p -> p.alternatives().size()).sum();
            if (alternatives > MOST_ALTERNATIVES) {
                throw new InputError(
                        alternatives + " alternatives are more than " + MOST_ALTERNATIVES,
                        s.place().toString(),
                        "Vary fewer settings, or one at a time");
            }
            return new VarySource(
                    s.textOr("quantity", "slope"),
                    products(s, products),
                    s.choiceOr(
                            "systematic",
                            "definition of the systematic error",
                            Arrays.asList(Systematic.values()),
                            Systematic.LARGEST_DEVIATION),
                    plan,
                    s.place());
        });
    }

    /** The products that are named, or all with a line. */
    private static List<String> products(Section s, List<Product> all) {
        List<String> names = all.stream().map(p -> p.head().name()).toList();
        if (s.has("products")) {
            List<String> named = s.texts("products");
            named.forEach(n -> s.place("products").oneOf(n, names, "a product"));
            for (Product product : all) {
                boolean cells = product.comparison() == Comparison.NONE;
                if (cells && named.contains(product.head().name())) {
                    // Their rows are cells and windows, which move with the stars: there is nothing to pair.
                    throw new InputError(
                            "'" + product.head().name() + "' has no slices whose numbers could be compared",
                            s.place("products").toString(),
                            "Name gradients, binned medians or distributions");
                }
            }
            return named;
        }
        List<String> lines = all.stream()
                .filter(p -> p.comparison() == Comparison.USUAL)
                .map(p -> p.head().name())
                .toList();
        if (lines.isEmpty()) {
            throw new InputError(
                    "no product of the study has a line to compare",
                    s.place().toString(),
                    "Name  products: […]  and  quantity: …");
        }
        s.tell("products", lines);
        return lines;
    }

    private static VariedSetting setting(String name, Section s) {
        if (s.has("set") == s.has("alternatives")) {
            throw new InputError(
                    "the setting '" + name + "' needs either 'set' and 'to', or 'alternatives'",
                    s.place().toString(),
                    "For example  {set: orbits/potential, to: [McMillan17, Irrgang13I]}");
        }
        var alternatives = new ArrayList<Alternative>();
        if (s.has("set")) {
            if (!s.has("to")) {
                throw new InputError(
                        "the setting '" + name + "' does not say to what",
                        s.place("set").toString(),
                        "Add  to: [value, value]");
            }
            List<String> paths = s.section("set").isScalar() ? List.of(s.text("set")) : s.texts("set");
            for (JsonNode value : s.values("to")) {
                alternatives.add(new Alternative(
                        text(value),
                        paths.stream()
                                .map(p -> Change.to(p, value, s.place("to")))
                                .toList()));
            }
        } else {
            s.section("alternatives").entries().forEach((word, changes) -> {
                var all = new ArrayList<Change>();
                for (String path : changes.entries().keySet()) {
                    all.add(Change.to(path, changes.value(path), changes.place(path)));
                }
                alternatives.add(new Alternative(word, all));
            });
        }
        List<String> names = alternatives.stream().map(Alternative::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new InputError(
                    "an alternative of '" + name + "' stands there twice",
                    s.place().toString(),
                    "Keep one of the two");
        }
        return new VariedSetting(name, alternatives);
    }

    private static String text(JsonNode value) {
        if (value.isValueNode()) {
            return value.asString();
        }
        if (value.isArray()) {
            return value.valueStream().map(VaryReader::text).collect(Collectors.joining(",", "[", "]"));
        }
        // A method with its settings: "quantile 0.5" for {name: quantile, quantile: 0.5}.
        String name = value.has("name") ? text(value.get("name")) : "";
        String settings = value.propertyStream()
                .filter(p -> !p.getKey().equals("name"))
                .map(p -> p.getKey().equals(name) ? text(p.getValue()) : p.getKey() + " " + text(p.getValue()))
                .collect(Collectors.joining(", "));
        return Stream.of(name, settings).filter(t -> !t.isEmpty()).collect(Collectors.joining(" "));
    }

    /** All combinations of all values, the study's own among them but not alone. */
    private static VariedSetting combined(List<VariedSetting> settings, Section s) {
        List<Map<String, Alternative>> combinations = List.of(Map.of());
        for (VariedSetting setting : settings) {
            var longer = new ArrayList<Map<String, Alternative>>(combinations);
            for (Map<String, Alternative> combination : combinations) {
                for (Alternative alternative : setting.alternatives()) {
                    var with = new LinkedHashMap<>(combination);
                    with.put(setting.name(), alternative);
                    longer.add(with);
                }
            }
            if (longer.size() > MOST_ALTERNATIVES + 1) {
                throw new InputError(
                        "there are more than " + MOST_ALTERNATIVES + " combinations",
                        s.place().toString(),
                        "Vary fewer settings, or one at a time");
            }
            combinations = longer;
        }
        return new VariedSetting(
                "all combinations",
                combinations.stream()
                        .filter(c -> !c.isEmpty())
                        .map(c -> new Alternative(
                                String.join(
                                        ", ",
                                        c.entrySet().stream()
                                                .map(e -> e.getKey() + " "
                                                        + e.getValue().name())
                                                .toList()),
                                c.values().stream()
                                        .flatMap(a -> a.changes().stream())
                                        .toList()))
                        .toList());
    }
}
