package org.cellarius.galaxy.smooth;

/**
 * A symmetric matrix whose elements vanish farther than a band from the diagonal. Both halves are held, row by row.
 */
final class BandMatrix {

    private final int size;
    private final int band;
    private final double[] elements;

    BandMatrix(int size, int band) {
        this(size, band, new double[size * (2 * band + 1)]);
    }

    private BandMatrix(int size, int band, double[] elements) {
        this.size = size;
        this.band = band;
        this.elements = elements;
    }

    int size() {
        return size;
    }

    int band() {
        return band;
    }

    private int index(int i, int j) {
        return i * (2 * band + 1) + j - i + band;
    }

    double get(int i, int j) {
        return Math.abs(i - j) <= band ? elements[index(i, j)] : 0;
    }

    /** Adds to element (i, j) and to its mirror. */
    void add(int i, int j, double value) {
        elements[index(i, j)] += value;
        if (i != j) {
            elements[index(j, i)] += value;
        }
    }

    /** Sets element (i, j) and its mirror. */
    void set(int i, int j, double value) {
        elements[index(i, j)] = value;
        elements[index(j, i)] = value;
    }

    BandMatrix copy() {
        return new BandMatrix(size, band, elements.clone());
    }

    /** A row's elements lie from here on: that of column j at {@code row(i) + j}. */
    int row(int i) {
        return index(i, 0);
    }

    double[] elements() {
        return elements;
    }

    double trace() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += elements[index(i, i)];
        }
        return sum;
    }

    /** The trace of the product with another of the same band, or the sum over the products of their elements. */
    double dot(BandMatrix other) {
        double sum = 0;
        for (int k = 0; k < elements.length; k++) {
            sum += elements[k] * other.elements[k];
        }
        return sum;
    }

    double[] times(double[] v) {
        double[] out = new double[size];
        for (int i = 0; i < size; i++) {
            int row = row(i);
            double sum = 0;
            for (int j = Math.max(0, i - band); j <= Math.min(size - 1, i + band); j++) {
                sum += elements[row + j] * v[j];
            }
            out[i] = sum;
        }
        return out;
    }
}
