package org.cellarius.galaxy.mock;

/** One row of a mock: a number for each column. */
final class MockRow {

    private final double[] values = new double[MockColumn.values().length];

    void set(MockColumn column, double value) {
        values[column.place()] = value;
    }

    double get(MockColumn column) {
        return values[column.place()];
    }
}
