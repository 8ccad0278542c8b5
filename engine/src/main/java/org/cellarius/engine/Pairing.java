package org.cellarius.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.cellarius.galaxy.sky.Candidates;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.galaxy.sky.MatchCounts;
import org.cellarius.galaxy.sky.MatchedPairs;
import org.cellarius.galaxy.sky.NearestPairs;
import org.cellarius.galaxy.sky.SkyRadius;
import org.cellarius.galaxy.sky.SkySearch;

/**
 * Gives each row of A one row of B at most; places of both tables are in memory. The rows of A are taken zone by zone, by several
 * threads, and their candidates counted on the way.
 */
final class Pairing {

    private static final int ROWS_AT_ONCE = 4096;

    private final SkySearch search;
    private final SkyRadius radius;
    private final int rowsOfB;
    private final int threads;

    Pairing(SkySearch search, SkyRadius radius, int rowsOfB, int threads) {
        this.search = search;
        this.radius = radius;
        this.rowsOfB = rowsOfB;
        this.threads = threads;
    }

    /** Takes the candidates of a row of A, nearest first; called by several threads for different rows. */
    @FunctionalInterface
    private interface Taker {
        void take(int row, Candidates found);
    }

    /**
     * The pairs.
     *
     * @param find how they are found; not {@link Find#ALL}, which gives a row several
     * @param counts receives the candidates
     */
    MatchedPairs find(Find find, MatchCounts counts) {
        return switch (find) {
            case EACH -> each(counts);
            case BEST -> nearest(counts).best(search);
            case SYMMETRIC -> nearest(counts).symmetric();
            case ALL -> throw new IllegalArgumentException("find all gives a row several partners");
        };
    }

    private MatchedPairs each(MatchCounts counts) {
        MatchedPairs pairs = MatchedPairs.none(search.a().rows());
        search(
                (row, found) -> {
                    if (found.size() > 0) {
                        pairs.partners()[row] = found.row(0);
                        pairs.haversines()[row] = found.haversine(0);
                    }
                },
                counts);
        return pairs;
    }

    private NearestPairs nearest(MatchCounts counts) {
        var nearest = new NearestPairs(search.a().rows(), rowsOfB);
        search(
                (row, found) -> {
                    for (int k = 0; k < found.size(); k++) {
                        nearest.offer(row, found.row(k), found.haversine(k));
                    }
                },
                counts);
        return nearest;
    }

    private void search(Taker taker, MatchCounts counts) {
        int[] order = search.b().zoneByZone(search.a());
        var next = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<MatchCounts>> parts = new ArrayList<>();
            for (int k = 0; k < threads; k++) {
                parts.add(pool.submit(() -> part(order, next, taker)));
            }
            for (Future<MatchCounts> part : parts) {
                counts.addCandidates(part.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure("the match was interrupted", e);
        }
    }

    /** Takes rows until none is left; tells how many candidates they had. */
    private MatchCounts part(int[] order, AtomicInteger next, Taker taker) {
        var counts = new MatchCounts(radius, rowsOfB);
        var found = new Candidates();
        for (int from = next.getAndAdd(ROWS_AT_ONCE);
                from >= 0 && from < order.length;
                from = next.getAndAdd(ROWS_AT_ONCE)) {
            block(order, from, Math.min(order.length, from + ROWS_AT_ONCE), taker, found, counts);
        }
        return counts;
    }

    private void block(int[] order, int from, int to, Taker taker, Candidates found, MatchCounts counts) {
        for (int k = from; k < to; k++) {
            found.clear();
            search.near(order[k], found);
            counts.candidates(found, 0, found.size());
            taker.take(order[k], found);
        }
    }
}
