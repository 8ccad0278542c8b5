package org.cellarius.engine;

import java.util.List;
import org.cellarius.galaxy.sky.Find;

/**
 * What is counted in a match.
 *
 * @param a what is told of the first table
 * @param b what is told of the second table
 * @param pairs number of matches
 * @param candidates number of pairs within the radius
 * @param histogram separations of matches from zero to the radius: ten bins of equal width; where nearly all matches lie far inside the radius,
 *     ten over the part that holds them, and one for the rest
 * @param chanceShare share of A's rows that would meet a row of B by chance ({@link org.cellarius.galaxy.sky.ChanceMatches}); NaN if not known
 * @param chanceShareError its standard error
 */
public record SkyMatchSummary(
        Side a, Side b, long pairs, long candidates, List<Bin> histogram, double chanceShare, double chanceShareError) {
    /** Bins of equal width. */
    public static final int EQUAL_BINS = 10;

    public SkyMatchSummary {
        histogram = List.copyOf(histogram);
    }

    /**
     * One table in the match.
     *
     * @param rows its rows
     * @param placed those with a position
     * @param matched those in at least one match
     * @param ambiguous those with more than one candidate within the radius
     * @param moved those carried to the other epoch; 0 where none was to be
     */
    public record Side(long rows, long placed, long matched, long ambiguous, long moved) {}

    /**
     * A range of separations, its upper edge not included but in the last one.
     *
     * @param fromArcsec lower edge, arcsec
     * @param toArcsec upper edge, arcsec
     * @param pairs matches in it
     * @param byChance as many would be expected by chance if no star of A were in B: of the nearest, or with {@link Find#ALL} of all; NaN if not known
     */
    public record Bin(double fromArcsec, double toArcsec, long pairs, double byChance) {}
}
