package org.cellarius.study.product;

import java.util.function.Supplier;
import org.cellarius.engine.TableColumn;

/**
 * A trend that was found and is ready to be subtracted.
 *
 * @param column the corrected column
 * @param expression its value for any star of the table
 * @param drawn measures the trend and what is left, for the report; dear beside finding the trend
 */
public record Removal(TableColumn column, String expression, Supplier<ProductResult> drawn) {

    public ProductResult shown() {
        return drawn.get();
    }
}
