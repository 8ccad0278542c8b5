package org.cellarius.measure.product;

import org.cellarius.figure.Figure;

/**
 * A figure of a product.
 *
 * @param name names its files
 * @param caption what is shown, how many stars, how it was computed
 */
public record Illustration(String name, Figure figure, String caption) {}
