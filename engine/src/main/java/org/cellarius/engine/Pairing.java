package org.cellarius.engine;

import java.util.Arrays;
import org.cellarius.galaxy.sky.Candidates;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.galaxy.sky.MatchCounts;
import org.cellarius.galaxy.sky.MatchedPairs;
import org.cellarius.galaxy.sky.NearestPairs;
import org.cellarius.galaxy.sky.SkySearch;

/** Gives each row of A one row of B at most; places of both tables are in memory. Candidates are counted on the way. */
final class Pairing {

    private static final int NONE = -1;

    private Pairing() {}

    /**
     * The pairs.
     *
     * @param find how they are found; not {@link Find#ALL}, which gives a row several
     */
    static MatchedPairs of(Find find, SkySearch search, int rowsOfB, MatchCounts counts, int threads) {
        try (var blocks = new CandidateBlocks(search, threads)) {
            return switch (find) {
                case EACH -> each(blocks, search.a().rows(), counts);
                case BEST -> nearest(blocks, search.a().rows(), rowsOfB, counts).best(search);
                case SYMMETRIC ->
                    nearest(blocks, search.a().rows(), rowsOfB, counts).symmetric();
                case ALL -> throw new IllegalArgumentException("find all gives a row several partners");
            };
        }
    }

    private static MatchedPairs each(CandidateBlocks blocks, int rowsOfA, MatchCounts counts) {
        int[] partners = new int[rowsOfA];
        Arrays.fill(partners, NONE);
        double[] haversines = new double[rowsOfA];
        for (var next = blocks.next(); next.isPresent(); next = blocks.next()) {
            CandidateBlocks.Block block = next.get();
            for (int row = 0; row < block.rows(); row++) {
                int begin = block.begin(row);
                int end = block.ends()[row];
                if (begin < end) {
                    counts.candidates(block.found(), begin, end);
                    partners[block.first() + row] = block.found().row(begin);
                    haversines[block.first() + row] = block.found().haversine(begin);
                }
            }
        }
        return new MatchedPairs(partners, haversines);
    }

    private static NearestPairs nearest(CandidateBlocks blocks, int rowsOfA, int rowsOfB, MatchCounts counts) {
        var nearest = new NearestPairs(rowsOfA, rowsOfB);
        for (var next = blocks.next(); next.isPresent(); next = blocks.next()) {
            CandidateBlocks.Block block = next.get();
            Candidates found = block.found();
            for (int row = 0; row < block.rows(); row++) {
                counts.candidates(found, block.begin(row), block.ends()[row]);
                for (int k = block.begin(row); k < block.ends()[row]; k++) {
                    nearest.offer(block.first() + row, found.row(k), found.haversine(k));
                }
            }
        }
        return nearest;
    }
}
