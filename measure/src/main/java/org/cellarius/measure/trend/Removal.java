package org.cellarius.measure.trend;

import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.ProductResult;

/**
 * A trend that was found and is ready to be subtracted.
 *
 * @param column the corrected column
 * @param value its value for any star of the table
 * @param shown the trend and what is left, for the report: dear beside finding the trend, and not asked yet
 */
public record Removal(TableColumn column, Expression value, Inquiry<ProductResult> shown) {}
