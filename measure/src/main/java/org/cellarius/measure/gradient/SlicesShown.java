package org.cellarius.measure.gradient;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The slices that have a panel: all, or of many as many as a page holds, evenly chosen.
 *
 * @param slices their numbers, from 0
 * @param all how many there are
 */
record SlicesShown(List<Integer> slices, int all) {

    /** Six rows of three fill a page. */
    static final int MOST = 18;

    SlicesShown {
        slices = List.copyOf(slices);
    }

    static SlicesShown of(int all) {
        return new SlicesShown(
                IntStream.range(0, Math.min(all, MOST))
                        .mapToObj(k -> all <= MOST ? k : (int) Math.round(k * (all - 1.0) / (MOST - 1)))
                        .toList(),
                all);
    }

    /** Panels in a row. */
    int columns() {
        return slices.size() == 4 ? 2 : Math.min(slices.size(), 3);
    }

    /** Says that slices have no panel; empty where all have one. */
    String sentence() {
        return slices.size() == all
                ? ""
                : " " + slices.size() + " of the " + all + " slices are drawn; the table has all.";
    }
}
