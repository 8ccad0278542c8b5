package org.cellarius.engine;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cellarius.galaxy.sky.Candidates;
import org.cellarius.galaxy.sky.SkyPlaces;
import org.cellarius.galaxy.sky.SkySearch;

/** The candidates of each row of A, found by several threads and handed over in the order of A; a few blocks are in memory at a time. */
final class CandidateBlocks implements AutoCloseable {

    private static final int ROWS = 4096;

    private final SkySearch search;
    private final SkyPlaces a;
    private final int ahead;
    private final ExecutorService pool;
    private final ArrayDeque<Future<Block>> underWay = new ArrayDeque<>();
    private int next;

    CandidateBlocks(SkySearch search, int threads) {
        this.search = search;
        this.a = search.a();
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
    record Block(int first, int[] ends, Candidates found) {
        int rows() {
            return ends.length;
        }

        int begin(int row) {
            return row == 0 ? 0 : ends[row - 1];
        }
    }

    /** The next rows of A; empty at the end. */
    Optional<Block> next() {
        while (next < a.rows() && underWay.size() < ahead) {
            int first = next;
            next += Math.min(ROWS, a.rows() - first);
            int end = next;
            underWay.add(pool.submit(() -> search(first, end)));
        }
        return underWay.isEmpty() ? Optional.empty() : Optional.of(finished(underWay.remove()));
    }

    private Block search(int first, int end) {
        var found = new Candidates();
        int[] ends = new int[end - first];
        for (int row = first; row < end; row++) {
            if (a.has(row)) {
                search.near(row, found);
            }
            ends[row - first] = found.size();
        }
        return new Block(first, ends, found);
    }

    private static Block finished(Future<Block> block) {
        try {
            return block.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure("the match was interrupted", e);
        }
    }

    /** Stops the threads; blocks under way are given up. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
