package org.cellarius.measure.product;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cellarius.engine.SmallTable;
import org.cellarius.figure.Figure;

/**
 * A measured product.
 *
 * @param head name and title of what was asked for
 * @param tables name to table; the first, named like the product, holds the results that can be compared
 * @param illustrations its figures
 * @param notes remarks that a referee should read, for example slices that were not fitted
 * @param unmeasured samples that have no row in the table, for too few stars
 */
public record ProductResult(
        ProductHead head,
        Map<String, SmallTable> tables,
        List<Illustration> illustrations,
        List<String> notes,
        List<Unmeasured> unmeasured) {
    public ProductResult {
        illustrations = List.copyOf(illustrations);
        notes = List.copyOf(notes);
        unmeasured = List.copyOf(unmeasured);
    }

    /** A product whose table has a row for every sample. */
    public ProductResult(
            ProductHead head, Map<String, SmallTable> tables, List<Illustration> illustrations, List<String> notes) {
        this(head, tables, illustrations, notes, List.of());
    }

    /** A product with one figure, named like it. */
    public static ProductResult of(
            Product product, Map<String, SmallTable> tables, Figure figure, String caption, List<String> notes) {
        ProductHead head = product.head();
        return new ProductResult(head, tables, List.of(new Illustration(head.name(), figure, caption)), notes);
    }

    /** The same of weighted stars: with notes before its own, and captions that tell the weight. */
    ProductResult weighted(StarWeight weight, List<String> more) {
        return new ProductResult(
                head,
                tables,
                illustrations.stream()
                        .map(i -> new Illustration(
                                i.name(),
                                i.figure(),
                                i.caption() + " Stars count by their weight, " + weight.expression() + "."))
                        .toList(),
                Stream.concat(more.stream(), notes.stream()).toList(),
                unmeasured);
    }

    public ProductResult without(List<Unmeasured> samples) {
        return new ProductResult(head, tables, illustrations, notes, samples);
    }

    /** The table that is compared with expected numbers. */
    public SmallTable main() {
        return tables.values().iterator().next();
    }
}
