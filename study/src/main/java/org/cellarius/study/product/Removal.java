package org.cellarius.study.product;

import java.util.function.Supplier;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;

/**
 * A trend that was found and is ready to be subtracted.
 *
 * @param column the corrected column
 * @param value its value for any star of the table
 * @param drawn measures the trend and what is left, for the report; dear beside finding the trend
 */
public record Removal(TableColumn column, Expression value, Supplier<ProductResult> drawn) {

    public ProductResult shown() {
        return drawn.get();
    }
}
