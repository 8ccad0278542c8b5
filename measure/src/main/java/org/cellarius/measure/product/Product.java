package org.cellarius.measure.product;

import java.util.List;
import org.cellarius.measure.Inquiry;

/**
 * Something that a study measures. A kind of product is a package: its settings, its reading, what it asks of the stars, its tables and figures.
 */
public interface Product {

    ProductHead head();

    /** What kind it is, as studies and results word it. */
    String kind();

    /** The names of its tables and figures; its own is the first. */
    default List<String> results() {
        return List.of(head().name());
    }

    /** What its stars are sliced by; more than one where variants differ. */
    default List<SlicesSource> slices() {
        return List.of();
    }

    /** Tables beside the stars that it draws. */
    default List<SideFile> sideFiles() {
        return List.of();
    }

    /** The same with what those tables hold. */
    default Product reading(SideFile.Reader reader) {
        return this;
    }

    /** Whether its stars can count differently: {@link ProductHead#weight}. */
    default boolean takesWeights() {
        return false;
    }

    /** Which stars it measures: one head for each population, or variant with stars of its own. */
    default List<ProductHead> samples() {
        return List.of(head());
    }

    /** Tells all that it will read of the stars, before any product asks. */
    void read(StarsRead.Reading reading);

    /** Tries what it names on the columns of the star table. */
    void check(ProductChecks checks);

    /** Tables, figures and notes. */
    Inquiry<ProductResult> measured(Stars stars);

    /** The column of its table that a reader looks for first. */
    String quantity();

    /** The numbers that a reader looks for first; none where nothing could be measured. */
    List<KeyNumber> keyNumbers(ProductResult result);

    /** How its numbers come about, a sentence or two for each method. */
    default List<String> methods() {
        return List.of();
    }

    /** The papers behind its methods. */
    default List<String> citations() {
        return List.of();
    }

    /** Whether its numbers can be paired with those of the same product under other settings. */
    Comparison comparison();

    /** Ways to pair the numbers of a product with those under other settings. */
    enum Comparison {
        /** Lines: compared where a study names no products. */
        USUAL,
        /** Rows that stay: compared where a study names the product. */
        NAMED,
        /** Cells and windows, which move with the stars: there is nothing to pair. */
        NONE
    }
}
