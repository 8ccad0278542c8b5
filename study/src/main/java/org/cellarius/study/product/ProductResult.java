package org.cellarius.study.product;

import java.util.List;
import java.util.Map;
import org.cellarius.engine.SmallTable;
import org.cellarius.figure.Figure;
import org.cellarius.study.Product;

/**
 * A measured product.
 *
 * @param product what was asked for
 * @param tables name to table; the first, named like the product, holds the results that can be compared
 * @param figure the figure
 * @param caption its caption: what is shown, how many stars, how it was computed
 * @param notes remarks that a referee should read, for example slices that were not fitted
 */
public record ProductResult(
        Product product, Map<String, SmallTable> tables, Figure figure, String caption, List<String> notes) {
    public ProductResult {
        notes = List.copyOf(notes);
    }

    /** The table that is compared with expected numbers. */
    public SmallTable main() {
        return tables.values().iterator().next();
    }
}
