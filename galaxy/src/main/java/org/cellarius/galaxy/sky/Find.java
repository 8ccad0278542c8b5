package org.cellarius.galaxy.sky;

/** Which of the pairs within the radius are matches. A and B are the first and the second table. */
public enum Find {
    /** Every pair ({@code find=all} of STILTS tskymatch2; {@code search_around_sky} of astropy). */
    ALL,
    /**
     * For each row of A the nearest row of B; a row of B may serve several ({@code find=best1} of STILTS; {@code
     * match_to_catalog_sky} of astropy, cut at the radius).
     */
    EACH,
    /**
     * The pairs in the order of their separations, each taken if both rows are still free ({@code find=best} of STILTS).
     */
    BEST,
    /**
     * Pairs of rows that are each the nearest of the other: what {@code match_to_catalog_sky} of astropy says in both
     * directions. A row whose nearest one prefers another stays alone, also where {@link #BEST} gives it the next one.
     */
    SYMMETRIC
}
