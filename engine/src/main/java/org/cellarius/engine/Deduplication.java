package org.cellarius.engine;

import java.util.List;
import org.cellarius.engine.expression.Expression;

/**
 * Repeated stars: of all rows within a radius on the sky the best one is kept.
 *
 * <p>A row is dropped if a better one of the same group lies within the radius (ties: the earlier row is better). In a
 * chain of stars, each within the radius of the next, only the best of each neighbourhood survives. Rows without a
 * position are kept.
 *
 * @param radiusArcsec radius, arcsec, in (0, 3600]
 * @param ra right ascension, degrees
 * @param dec declination, degrees
 * @param score the row with the highest value is kept; missing counts as lowest
 * @param within names of columns that must be equal for two rows to be the same star, for example the catalogue's
 * @param where condition on the rows that are looked at; all others are kept
 */
public record Deduplication(
        double radiusArcsec, Expression ra, Expression dec, Expression score, List<String> within, Expression where) {

    /** Repeats among all rows of a table with columns {@code ra} and {@code dec} in degrees. */
    public Deduplication(double radiusArcsec, Expression score, List<String> within) {
        this(radiusArcsec, Expression.number("ra"), Expression.number("dec"), score, within, Expression.always());
    }

    public Deduplication {
        within = List.copyOf(within);
        if (!(radiusArcsec > 0 && radiusArcsec <= 3600)) {
            throw new IllegalArgumentException(
                    "a deduplication radius of " + radiusArcsec + " arcsec: it must lie in (0, 3600] arcsec");
        }
    }
}
