package org.cellarius.study.draft;

import java.util.Optional;
import java.util.Set;
import org.cellarius.engine.StarTable;

/**
 * A table that a user gives for a draft.
 *
 * @param written its path as the study will write it
 * @param format word for the format; empty where the content decides
 * @param hdu extension or table; empty for the first
 * @param stars what it holds
 * @param ambiguous names that several columns of the file have, so that a study cannot name one of them
 */
public record GivenTable(
        String written, Optional<String> format, Optional<String> hdu, StarTable stars, Set<String> ambiguous) {
    /** Only the columns that can be named are drafted. */
    public GivenTable {
        ambiguous = Set.copyOf(ambiguous);
        var told = ambiguous;
        stars = stars.withColumns(
                stars.columns().stream().filter(c -> !told.contains(c.name())).toList());
    }
}
