package org.cellarius.study.vary;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.yaml.Place;

/**
 * The robustness matrix of a study: the same numbers with other settings.
 *
 * @param quantity the column of the products' tables that is compared
 * @param products names of the products that are measured again; they have that column
 * @param systematic what the systematic error is
 * @param settings what is varied, one setting at a time
 */
public record VarySource(
        String quantity, List<String> products, Systematic systematic, List<VariedSetting> settings, Place place) {
    public VarySource {
        products = List.copyOf(products);
        settings = List.copyOf(settings);
    }

    /** The same without some products; empty where none is left. */
    public Optional<VarySource> without(Collection<String> names) {
        List<String> left = products.stream().filter(p -> !names.contains(p)).toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new VarySource(quantity, left, systematic, settings, place));
    }
}
