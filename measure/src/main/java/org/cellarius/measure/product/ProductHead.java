package org.cellarius.measure.product;

import java.util.Optional;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.measure.drawing.FigureSettings;

/**
 * What all products have.
 *
 * @param population name of the population; empty for all stars
 * @param where further condition; empty for none
 * @param weight how much a star counts; empty where all count the same
 * @param figure how its figures are wanted
 */
public record ProductHead(
        String name,
        String title,
        Optional<String> population,
        Optional<String> where,
        Optional<StarWeight> weight,
        FigureSettings figure,
        Place place) {

    /** Every star counts the same, figures are as they are. */
    public ProductHead(String name, String title, Optional<String> population, Optional<String> where, Place place) {
        this(name, title, population, where, Optional.empty(), FigureSettings.NONE, place);
    }

    /** The same in another population. */
    public ProductHead in(Optional<String> other) {
        return new ProductHead(name, title, other, where, weight, figure, place);
    }

    /** The same with a further condition, told at another place. */
    public ProductHead also(Optional<String> further, Place at) {
        Optional<String> both = where.flatMap(w -> further.map(f -> "(" + w + "\n) AND (" + f + "\n)"));
        return new ProductHead(name, title, population, both.or(() -> further).or(() -> where), weight, figure, at);
    }
}
