package org.cellarius.engine;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cellarius.galaxy.sky.Candidates;
import org.cellarius.galaxy.sky.SkyPlaces;
import org.cellarius.galaxy.sky.SkyZones;

/** The candidates of each row of A, found by several threads and handed over in the order of A; a few blocks are in memory at a time. */
final class CandidateBlocks implements AutoCloseable {

    private static final int ROWS = 4096;

    private final SkyPart.Source a;
    private final SkyZones b;
    private final int ahead;
    private final ExecutorService pool;
    private final ArrayDeque<Future<Block>> underWay = new ArrayDeque<>();
    private boolean ended;

    /** Of a table whose places are in memory. */
    static CandidateBlocks of(SkyPlaces a, SkyZones b, int threads) {
        return new CandidateBlocks(SkyPart.of(a, ROWS), b, threads);
    }

    CandidateBlocks(SkyPart.Source a, SkyZones b, int threads) {
        this.a = a;
        this.b = b;
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
        while (!ended && underWay.size() < ahead) {
            a.next().ifPresentOrElse(part -> underWay.add(pool.submit(() -> search(part))), () -> ended = true);
        }
        return underWay.isEmpty() ? Optional.empty() : Optional.of(finished(underWay.remove()));
    }

    private Block search(SkyPart part) {
        var found = new Candidates();
        int[] ends = new int[part.rows()];
        SkyPlaces places = part.places();
        for (int k = 0; k < ends.length; k++) {
            int row = part.from() + k;
            if (places.has(row)) {
                b.near(places.raDeg()[row], places.decDeg()[row], found);
            }
            ends[k] = found.size();
        }
        return new Block(part.first(), ends, found);
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
