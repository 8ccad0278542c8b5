package org.cellarius.study.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.MatchSource;
import org.cellarius.study.Study;

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
            p.results().stream().distinct().forEach(name -> take(taken, name, place));
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
}
