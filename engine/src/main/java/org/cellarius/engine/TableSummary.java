package org.cellarius.engine;

import java.util.List;
import java.util.Optional;

/**
 * What a table holds, column by column.
 *
 * @param rows number of rows
 * @param columns the columns
 * @param sample the first rows, as texts in the order of the columns; empty where missing
 */
public record TableSummary(long rows, List<Column> columns, List<List<Optional<String>>> sample) {

    /**
     * One column.
     *
     * @param nulls rows where it is missing (NaN counts as missing)
     * @param min smallest value as text; empty if there is none
     * @param max largest value as text
     * @param mean of numbers, and the fraction of truth values that are true; NaN for texts and where all is missing
     * @param median of numbers; NaN for others
     */
    public record Column(
            TableColumn column, long nulls, Optional<String> min, Optional<String> max, double mean, Median median) {}

    /**
     * The middle of the values.
     *
     * @param value in the column's unit; of an even number of values the mean of the two in the middle
     * @param exact false for an approximation by a t-digest (Dunning 2021)
     */
    public record Median(double value, boolean exact) {}
}
