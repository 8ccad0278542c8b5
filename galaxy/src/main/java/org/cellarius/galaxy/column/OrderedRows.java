package org.cellarius.galaxy.column;

/** The rows of a group in rising order of their first column, x; of equal x, in the table's order. Columns are x and y. */
public interface OrderedRows {

    /** How many have a finite x and a finite y. */
    long count();

    /** How many lack one of the two: they are not handed over. */
    long missing();

    /** Hands over all that have both, some at a time. May be asked for again. */
    void each(Visitor visitor);

    /** Receives rows: the first {@code rows} of both columns; valid during the call only. */
    @FunctionalInterface
    interface Visitor {
        void accept(double[] x, double[] y, int rows);
    }
}
