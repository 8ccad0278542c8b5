package org.cellarius.engine.sky;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cellarius.engine.Awaited;
import org.cellarius.galaxy.sky.Candidates;
import org.cellarius.galaxy.sky.SkySearch;
import org.cellarius.galaxy.sky.SkyZones;

/** The candidates of each row of A, found by several threads and handed over in the order of A; a few blocks are in memory at a time. */
public final class CandidateBlocks implements AutoCloseable {

    private static final int ROWS = 4096;

    private final SkyPart.Source a;
    private final Finder finder;
    private final int ahead;
    private final ExecutorService pool;
    private final ArrayDeque<Future<Block>> underWay = new ArrayDeque<>();
    private boolean ended;

    /** Finds the candidates of a row of a part, nearest first. */
    @FunctionalInterface
    private interface Finder {
        void near(SkyPart part, int row, Candidates found);
    }

    /** Of rows of A that pass, which stand for themselves. */
    public CandidateBlocks(SkyPart.Source a, SkyZones b, int threads) {
        this(
                a,
                (part, row, found) ->
                        b.near(part.places().raDeg()[row], part.places().decDeg()[row], found),
                threads);
    }

    /** Of a table whose places and errors are in memory. */
    public CandidateBlocks(SkySearch search, int threads) {
        this(SkyPart.of(search.a(), ROWS), (part, row, found) -> search.near(row, found), threads);
    }

    private CandidateBlocks(SkyPart.Source a, Finder finder, int threads) {
        this.a = a;
        this.finder = finder;
        this.ahead = 2 * threads;
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "match");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Some rows of A.
     *
     * @param first the first of them
     * @param ends of each row the end of its candidates in the list; they begin where those of the row before end
     * @param found candidates of all these rows
     */
    public record Block(int first, int[] ends, Candidates found) {
        public int rows() {
            return ends.length;
        }

        public int begin(int row) {
            return row == 0 ? 0 : ends[row - 1];
        }
    }

    /** The next rows of A; empty at the end. */
    public Optional<Block> next() {
        while (!ended && underWay.size() < ahead) {
            a.next().ifPresentOrElse(part -> underWay.add(pool.submit(() -> search(part))), () -> ended = true);
        }
        return underWay.isEmpty() ? Optional.empty() : Optional.of(Awaited.result(underWay.remove(), "the match"));
    }

    private Block search(SkyPart part) {
        var found = new Candidates();
        int[] ends = new int[part.rows()];
        for (int k = 0; k < ends.length; k++) {
            int row = part.from() + k;
            if (part.places().has(row)) {
                finder.near(part, row, found);
            }
            ends[k] = found.size();
        }
        return new Block(part.first(), ends, found);
    }

    /** Stops the threads; blocks under way are given up. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
