package org.cellarius.study.product;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cellarius.engine.Engine;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.study.AxisSource;
import org.cellarius.study.Product;
import org.cellarius.study.Product.Variant;
import org.cellarius.study.SlicesSource;
import org.cellarius.study.Study;

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

    static StarsRead of(List<? extends Product> products, Study study, Engine engine, StarTable stars) {
        var reading = new Reading(study, engine, stars, new LinkedHashSet<>(), new LinkedHashSet<>());
        products.forEach(reading::product);
        return new StarsRead(List.copyOf(reading.numbers()), List.copyOf(reading.conditions()));
    }

    private record Reading(
            Study study, Engine engine, StarTable stars, Set<Expression> numbers, Set<Expression> conditions) {

        void product(Product product) {
            switch (product) {
                case Product.Gradient p -> p.variants().forEach(v -> variant(p.of(v), v));
                case Product.RunningMedianProfile p -> {
                    stars(p.head(), p.populations(), p.slices());
                    axes(p.x(), p.y());
                }
                case Product.BinnedMedianLine p -> {
                    stars(p.head(), p.populations(), p.slices());
                    axes(p.x(), p.y());
                }
                case Product.MedianMap p -> {
                    stars(p.head(), List.of(), Optional.empty());
                    axes(p.value());
                    numbers.add(Expression.number(p.plane().horizontal()));
                    numbers.add(Expression.number(p.plane().vertical()));
                }
                case Product.Distribution p -> {
                    stars(p.head(), p.populations(), p.slices());
                    axes(p.value());
                }
                case Product.TrendRemoval p -> {
                    stars(p.head(), List.of(), p.slices());
                    axes(p.against(), p.of());
                }
            }
        }

        private void variant(Product.Gradient gradient, Variant variant) {
            stars(gradient.head(), gradient.populations(), variant.slices());
            axes(variant.x(), gradient.y());
            String where = gradient.head().place().toString();
            Stream.of(variant.xError(), gradient.yError(), variant.xyCovariance(), gradient.age(), gradient.ageError())
                    .flatMap(Optional::stream)
                    .forEach(text -> numbers.add(engine.expression(text, stars, where)));
        }

        private void axes(AxisSource... sources) {
            Stream.of(sources)
                    .forEach(s -> numbers.add(Quantity.of(s, engine, stars).value()));
        }

        /** Which stars, and what slices them. */
        private void stars(Product.Head head, List<String> populations, Optional<SlicesSource> slices) {
            Stream.concat(head.population().stream(), populations.stream())
                    .forEach(p -> conditions.add(Sample.population(engine, stars, study, p)));
            head.where()
                    .ifPresent(w -> conditions.add(
                            Sample.condition(engine, stars, w, head.place().toString())));
            slices.ifPresent(s -> axes(s.of()));
        }
    }
}
