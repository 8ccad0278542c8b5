package org.cellarius.measure.product;

import java.util.Collection;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;

/** Populations that a product names. */
public final class PopulationNames {

    private PopulationNames() {}

    /** The entry {@code populations} of a product; empty where there is none. */
    public static List<String> read(Section s, Collection<String> all) {
        if (!s.has("populations")) {
            return List.of();
        }
        if (s.has("population")) {
            throw new InputError(
                    "'population' and 'populations' exclude each other",
                    s.place("populations").toString(),
                    "Keep one");
        }
        return known(s, s.texts("populations"), "populations", all);
    }

    /** The same names, which the study must have. */
    public static List<String> known(Section s, List<String> named, String key, Collection<String> all) {
        named.forEach(p -> s.place(key).oneOf(p, all, "a population"));
        return named;
    }
}
