package org.cellarius.measure.product;

import java.util.Optional;
import org.cellarius.catalogue.yaml.Place;

/**
 * What all products have.
 *
 * @param population name of the population; empty for all stars
 * @param where further condition; empty for none
 */
public record ProductHead(String name, String title, Optional<String> population, Optional<String> where, Place place) {

    /** The same in another population. */
    public ProductHead in(Optional<String> other) {
        return new ProductHead(name, title, other, where, place);
    }

    /** The same with a further condition, told at another place. */
    public ProductHead also(Optional<String> further, Place at) {
        Optional<String> both = where.flatMap(w -> further.map(f -> "(" + w + "\n) AND (" + f + "\n)"));
        return new ProductHead(name, title, population, both.or(() -> further).or(() -> where), at);
    }
}
