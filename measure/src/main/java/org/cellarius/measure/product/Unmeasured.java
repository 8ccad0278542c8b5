package org.cellarius.measure.product;

import org.cellarius.galaxy.fit.FitStatus;

/**
 * A sample that a product could give no number of: its table has no row for it.
 *
 * @param sample population and slice in words; empty where there is one
 * @param n its stars, or those of its fullest part
 * @param needed the fewest that it should have
 */
public record Unmeasured(String sample, long n, long needed) {

    /** As statuses of fits are. */
    String status() {
        return FitStatus.TOO_FEW_STARS.name();
    }

    /** For readers: too few stars (12 of at least 30). */
    String reason() {
        return FitStatus.TOO_FEW_STARS.meaning() + " (" + Numbers.count(n) + " of at least " + Numbers.count(needed)
                + ")";
    }
}
