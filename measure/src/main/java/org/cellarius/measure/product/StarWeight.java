package org.cellarius.measure.product;

import java.util.Optional;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.engine.expression.Expression;

/**
 * How much a star counts in a product: one over the probability with which a survey takes it, or any other positive number.
 *
 * @param expression over the star table
 */
public record StarWeight(String expression, Place place) {

    private static final String NONE = "none";

    /** The weight as a number of the star table. */
    public Expression of(Stars stars) {
        return stars.number(expression, place.toString());
    }

    /** The key {@code weight} of a study; empty where there is none. */
    public static Optional<StarWeight> read(Section study) {
        return study.optionalText("weight")
                .filter(w -> !w.strip().equals(NONE))
                .map(w -> new StarWeight(w, study.place("weight")));
    }

    /** That of a product: {@code none}, its own, else that of the study. */
    public static Optional<StarWeight> read(Section product, Optional<StarWeight> ofStudy) {
        return product.has("weight") ? read(product) : ofStudy;
    }
}
