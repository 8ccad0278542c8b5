package org.cellarius.measure.product;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cellarius.engine.expression.Expression;

/**
 * All that products read of the stars: known before the first of them is measured, so that it is read in one pass. Their questions are made of these numbers and conditions.
 *
 * @param numbers each once
 * @param conditions of populations and products, each once
 */
public record StarsRead(List<Expression> numbers, List<Expression> conditions) {

    public StarsRead {
        numbers = List.copyOf(numbers);
        conditions = List.copyOf(conditions);
    }

    /** All that some products read. */
    public static StarsRead of(List<? extends Product> products, Stars stars) {
        var reading = new Reading(stars);
        products.forEach(p -> p.read(reading));
        return new StarsRead(List.copyOf(reading.numbers), List.copyOf(reading.conditions));
    }

    /** Notes what a product reads. */
    public static final class Reading {

        private final Stars stars;
        private final Set<Expression> numbers = new LinkedHashSet<>();
        private final Set<Expression> conditions = new LinkedHashSet<>();

        private Reading(Stars stars) {
            this.stars = stars;
        }

        /** Quantities. */
        public void quantities(AxisSource... sources) {
            Stream.of(sources).forEach(s -> numbers.add(stars.quantity(s).value()));
        }

        /** A number. */
        public void number(String text, String where) {
            numbers.add(stars.engine().expression(text, stars.table(), where));
        }

        /** A number that the product makes of what was written. */
        public void number(Function<Stars, Expression> made) {
            numbers.add(made.apply(stars));
        }

        /** A condition of the product's own. */
        public void condition(String text, String where) {
            conditions.add(stars.condition(text, where));
        }

        /** A column of the star table. */
        public void column(String name) {
            numbers.add(Expression.number(name));
        }

        /** Which stars, and what slices them. */
        public void stars(ProductHead head, List<String> populations, Optional<SlicesSource> slices) {
            Stream.concat(head.population().stream(), populations.stream())
                    .forEach(p -> conditions.add(stars.population(p)));
            head.where()
                    .ifPresent(
                            w -> conditions.add(stars.condition(w, head.place().toString())));
            head.weight().ifPresent(w -> numbers.add(w.of(stars)));
            slices.ifPresent(s -> quantities(s.of()));
        }
    }
}
