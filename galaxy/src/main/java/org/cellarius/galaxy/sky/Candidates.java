package org.cellarius.galaxy.sky;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Rows found near places, with the haversines of their separations. */
public final class Candidates {

    private int[] rows = new int[16];
    private double[] haversines = new double[16];
    private int size;

    public int size() {
        return size;
    }

    /** The row of a candidate, counted from 0. */
    public int row(int candidate) {
        return rows[candidate];
    }

    /** sin&sup2;(&theta;/2) of a candidate's separation. */
    public double haversine(int candidate) {
        return haversines[candidate];
    }

    /** Forgets all. */
    public void clear() {
        size = 0;
    }

    void add(int row, double haversine) {
        if (size == rows.length) {
            int room = (int) Math.min(Integer.MAX_VALUE - 16L, 2L * size);
            rows = Arrays.copyOf(rows, room);
            haversines = Arrays.copyOf(haversines, room);
        }
        rows[size] = row;
        haversines[size] = haversine;
        size++;
    }

    /** Drops the candidates from one on that do not fulfil a condition; the others stay in order. */
    void keepFrom(int first, IntPredicate kept) {
        int to = first;
        for (int k = first; k < size; k++) {
            if (kept.test(k)) {
                rows[to] = rows[k];
                haversines[to] = haversines[k];
                to++;
            }
        }
        size = to;
    }

    /** Sorts the candidates from one on: nearest first, of equally near ones the earlier row. In place, by a heap. */
    void sortFrom(int first) {
        int count = size - first;
        for (int root = count / 2 - 1; root >= 0; root--) {
            sink(first, root, count);
        }
        for (int last = count - 1; last > 0; last--) {
            swap(first, first + last);
            sink(first, 0, last);
        }
    }

    private void sink(int first, int from, int count) {
        int root = from;
        while (2 * root + 1 < count) {
            int child = 2 * root + 1;
            if (child + 1 < count && before(first + child, first + child + 1)) {
                child++;
            }
            if (!before(first + root, first + child)) {
                return;
            }
            swap(first + root, first + child);
            root = child;
        }
    }

    private boolean before(int one, int other) {
        return haversines[one] < haversines[other] || (haversines[one] == haversines[other] && rows[one] < rows[other]);
    }

    private void swap(int one, int other) {
        int row = rows[one];
        rows[one] = rows[other];
        rows[other] = row;
        double haversine = haversines[one];
        haversines[one] = haversines[other];
        haversines[other] = haversine;
    }
}
