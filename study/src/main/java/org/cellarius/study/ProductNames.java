package org.cellarius.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.study.yaml.Place;

/** The names of a study's tables and figures: each must mean one thing. */
final class ProductNames {

    /** Names that every run uses itself. */
    private static final List<String> TAKEN = List.of("cutflow", "comparison");

    private ProductNames() {}

    static void check(Study study) {
        Set<String> taken = new HashSet<>(TAKEN);
        if (study.vary().isPresent()) {
            taken.add("robustness");
            taken.add("robustness-alternatives");
            study.products().forEach(p -> taken.add("robustness-" + p.head().name()));
        }
        for (CatalogueSource catalogue : study.catalogues()) {
            for (MatchSource match : catalogue.matches()) {
                String name = match.product(catalogue.name());
                take(taken, name, match.place());
                take(taken, name + "-separations", match.place());
            }
        }
        Stream.concat(study.corrections().stream(), study.products().stream()).forEach(p -> {
            Place place = p.head().place();
            names(p).distinct().forEach(name -> take(taken, name, place));
        });
    }

    private static void take(Set<String> taken, String name, Place place) {
        if (!taken.add(name)) {
            throw new InputError(
                    "two tables or figures of the study would be called '" + name + "'",
                    place.toString(),
                    "Give this one another name");
        }
    }

    /** The tables and figures of a product. */
    private static Stream<String> names(Product product) {
        String name = product.head().name();
        return switch (product) {
            case Product.Gradient g -> {
                Stream<String> cases = g.variants().stream()
                        .map(g::of)
                        .flatMap(one -> (one.populations().isEmpty() ? List.of("") : one.populations())
                                .stream()
                                        .map(p -> Stream.of(
                                                        name,
                                                        p,
                                                        one.variants()
                                                                .getFirst()
                                                                .name())
                                                .filter(t -> !t.isEmpty())
                                                .reduce((a, b) -> a + "-" + b)
                                                .orElse(name)));
                List<String> all = cases.toList();
                if (all.stream().distinct().count() < all.size()) {
                    throw new InputError(
                            "two populations and variants of '" + name + "' would share a figure",
                            g.head().place().toString(),
                            "Give a variant another name");
                }
                yield Stream.concat(Stream.of(name, name + "-slopes"), all.stream());
            }
            case Product.BinnedMedianLine b -> Stream.of(name, name + "-bins");
            case Product.RunningMedianProfile r -> Stream.of(name);
            case Product.MedianMap m -> Stream.of(name);
            case Product.Distribution d -> Stream.of(name, name + "-histogram");
            case Product.TrendRemoval t -> Stream.of(name);
        };
    }
}
