package org.cellarius.catalogue.tap;

import java.util.Arrays;
import java.util.Locale;

/** Where a job stands (Universal Worker Service 1.1, section 2.1.3). */
public enum JobPhase {
    /** Created, not told to run. */
    PENDING,
    QUEUED,
    EXECUTING,
    COMPLETED,
    ERROR,
    ABORTED,
    UNKNOWN,
    /** Waits to be told to run once more. */
    HELD,
    SUSPENDED,
    /** Over, and its table deleted. */
    ARCHIVED;

    /** The phase of a word; another word is {@link #UNKNOWN}. */
    static JobPhase of(String word) {
        String upper = word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(p -> p.name().equals(upper))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Whether nothing more will come of the job by itself. */
    boolean isOver() {
        return switch (this) {
            case COMPLETED, ERROR, ABORTED, ARCHIVED -> true;
            case PENDING, QUEUED, EXECUTING, UNKNOWN, HELD, SUSPENDED -> false;
        };
    }
}
