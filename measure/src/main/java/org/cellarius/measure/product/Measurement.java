package org.cellarius.measure.product;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;

/** Measures products on the star table. */
public final class Measurement {

    private Measurement() {}

    /** A product's tables and figures. */
    public static ProductResult of(Product product, Stars stars) {
        return measured(product, stars).answered(stars.engine(), stars.table(), stars.progress());
    }

    /** The same of several products, whose questions go together; one that the stars do not allow leaves the others unharmed. */
    public static Measurements of(List<Product> products, Stars stars) {
        return Inquiry.all(products.stream().map(p -> attempted(p, stars)).toList())
                .map(Measurements::of)
                .answered(stars.engine(), stars.table(), stars.progress());
    }

    private static Inquiry<Measurements.Outcome> attempted(Product product, Stars stars) {
        return Inquiry.attempt(
                () -> measured(product, stars).map(Measurements.Outcome.Measured::new),
                Unmeasurable.class,
                reason -> new Measurements.Outcome.NotMeasured(new Measurements.Lost(product, reason)));
    }

    private static Inquiry<ProductResult> measured(Product product, Stars stars) {
        return WeightNotes.of(product, stars)
                .then(notes -> product.measured(stars)
                        .map(result -> product.head()
                                .weight()
                                .map(w -> result.weighted(w, notes))
                                .orElse(result))
                        .map(result -> FinishedFigures.of(product.head(), stars, result)));
    }

    /** What the slices of products are slices of, as axes write it, by the products' names. */
    public static Map<String, String> sliceLabels(List<Product> products, Stars stars) {
        return products.stream()
                .filter(p -> !p.slices().isEmpty())
                .collect(Collectors.toMap(
                        p -> p.head().name(),
                        p -> p.slices().stream()
                                .map(s -> stars.quantity(s.of()).label())
                                .distinct()
                                .collect(Collectors.joining(" or "))));
    }

    /** Checks a product's expressions on the star table's columns without measuring; tells all that is wrong. */
    public static void check(Product product, Stars stars) {
        var checks = new ProductChecks(stars, product.head().place().toString());
        product.check(checks);
        checks.condition(product.head().where());
        product.head().weight().ifPresent(w -> checks.whereSound(() -> w.of(stars)));
        checks.check();
    }
}
