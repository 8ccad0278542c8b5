package org.cellarius.engine.sky;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.cellarius.engine.SkyMatchSummary;

/** The bins of separations that are told: as fine as the matches lie close. */
final class SeparationBins {

    /** Shares of the radius over which the bins of equal width can go; the first that holds nearly all matches is taken. */
    private static final int[] PERCENT_OF_RADIUS = {1, 2, 5, 10, 100};

    /** Nearly all. */
    private static final double HELD = 0.95;

    private SeparationBins() {}

    /**
     * Bins of the counts.
     *
     * @param radius arcsec
     * @param pairs matches in bins of equal width from zero to the radius
     * @param met by chance, in the same bins
     * @param weight matches by chance for each that was met
     */
    static List<SkyMatchSummary.Bin> of(double radius, long[] pairs, long[] met, double weight) {
        long all = LongStream.of(pairs).sum();
        int percent = 100;
        for (int p : PERCENT_OF_RADIUS) {
            if (all > 0 && sum(pairs, 0, pairs.length / 100 * p) >= HELD * all) {
                percent = p;
                break;
            }
        }
        int step = pairs.length / 100 * percent / SkyMatchSummary.EQUAL_BINS;
        var bins = new ArrayList<SkyMatchSummary.Bin>();
        for (int k = 0; k < SkyMatchSummary.EQUAL_BINS; k++) {
            bins.add(bin(radius, pairs, met, weight, k * step, (k + 1) * step));
        }
        if (percent < 100) {
            bins.add(bin(radius, pairs, met, weight, SkyMatchSummary.EQUAL_BINS * step, pairs.length));
        }
        return bins;
    }

    private static SkyMatchSummary.Bin bin(double radius, long[] pairs, long[] met, double weight, int from, int to) {
        return new SkyMatchSummary.Bin(
                radius * from / pairs.length,
                radius * to / pairs.length,
                sum(pairs, from, to),
                weight * sum(met, from, to));
    }

    private static long sum(long[] counts, int from, int to) {
        return LongStream.of(counts).skip(from).limit((long) to - from).sum();
    }
}
