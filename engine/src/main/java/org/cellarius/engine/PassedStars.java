package org.cellarius.engine;

import java.util.List;

/**
 * What came out of a stream.
 *
 * @param table the rows that were left
 * @param found what was counted on the way, in the order in which the stream was told to count
 */
public record PassedStars(StarTable table, List<Tally.Found> found) {

    public PassedStars {
        found = List.copyOf(found);
    }
}
