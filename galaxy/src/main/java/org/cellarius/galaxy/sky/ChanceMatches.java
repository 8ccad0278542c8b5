package org.cellarius.galaxy.sky;

import java.util.Optional;

/**
 * What would match if no entry of A were in B: rows of A are looked for five radii away from where they are, every other one to the
 * north and to the south, where B's density is nearly the same and their own entry is not.
 *
 * <p>A sample of a hundred thousand rows, evenly spread over the table, stands for all. The number is that of rows without a true
 * counterpart: where most rows have one, fewer chance matches are left. It is too low where the stars of A lie in clumps not larger
 * than some radii, and it is not given where five radii do not fit between the poles.
 *
 * @param sampled rows of A that were looked for
 * @param found those that met at least one row of B
 * @param histogram candidates met by separation, bins as in {@link MatchCounts}: the nearest of each, or all
 */
public record ChanceMatches(long sampled, long found, long[] histogram) {

    private static final int SAMPLE = 100_000;
    private static final double RADII = 5;

    /** Every how many-th row of a table is looked at. */
    public static int step(long rows) {
        return (int) Math.max(1, rows / SAMPLE);
    }

    /** Looks for displaced rows of A in B: of all rows of A, or of a sample with that {@link #step}. */
    public static ChanceMatches of(SkyPlaces a, SkyZones b, SkyRadius radius, Find find) {
        return of(new SkySearch(a, b, Optional.empty()), radius, find);
    }

    /** The same with errors of positions: each displaced row keeps its own. */
    public static ChanceMatches of(SkySearch search, SkyRadius radius, Find find) {
        SkyPlaces a = search.a();
        double away = RADII * radius.deg();
        if (away > 45) {
            return new ChanceMatches(0, 0, new long[MatchCounts.BINS]);
        }
        int step = step(a.rows());
        long sampled = 0;
        long found = 0;
        long[] histogram = new long[MatchCounts.BINS];
        for (int row = 0; row < a.rows(); row += step) {
            if (!a.has(row)) {
                continue;
            }
            double dec = a.decDeg()[row];
            boolean north = sampled % 2 == 0 ? dec + away <= 90 : dec - away < -90;
            var met = new Candidates();
            search.near(row, a.raDeg()[row], north ? dec + away : dec - away, met);
            sampled++;
            found += met.size() > 0 ? 1 : 0;
            int counted = find == Find.ALL ? met.size() : Math.min(1, met.size());
            for (int k = 0; k < counted; k++) {
                histogram[MatchCounts.bin(Separation.arcsecOf(met.haversine(k)), radius.arcsec())]++;
            }
        }
        return new ChanceMatches(sampled, found, histogram);
    }

    /** Whether there is an estimate. */
    public boolean known() {
        return sampled > 0;
    }

    /** Share of A's rows that would meet a row of B by chance; NaN where it is not known. */
    public double share() {
        return known() ? (double) found / sampled : Double.NaN;
    }

    /** The standard error of {@link #share}, binomial. */
    public double shareError() {
        return Math.sqrt(share() * (1 - share()) / sampled);
    }
}
