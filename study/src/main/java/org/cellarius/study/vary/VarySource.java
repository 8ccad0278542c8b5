package org.cellarius.study.vary;

import java.util.List;
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
}
