package org.cellarius.engine.sky;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.cellarius.engine.ThreadTasks;
import org.cellarius.galaxy.sky.Candidates;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.galaxy.sky.MatchCounts;
import org.cellarius.galaxy.sky.MatchedPairs;
import org.cellarius.galaxy.sky.NearestPairs;
import org.cellarius.galaxy.sky.SkyPlaces;
import org.cellarius.galaxy.sky.SkyRadius;
import org.cellarius.galaxy.sky.SkySearch;
import org.cellarius.galaxy.sky.SkyZones;

/**
 * Gives each row of A one row of B at most; places of both tables are in memory. The rows of A are taken zone by zone, by several
 * threads, and their candidates counted on the way.
 */
public final class Pairing {

    private static final int ROWS_AT_ONCE = 4096;

    private final SkySearch search;
    private final SkyRadius radius;
    private final int rowsOfB;
    private final ThreadTasks threads;

    /** Of rows that a search looks for and rows of B in whose zones it looks. */
    public Pairing(SkySearch search, SkyRadius radius, int rowsOfB, ThreadTasks threads) {
        this.search = search;
        this.radius = radius;
        this.rowsOfB = rowsOfB;
        this.threads = threads;
    }

    /** Of all rows of two tables that have a place. */
    public static Pairing of(SkyPlaces a, SkyPlaces b, SkyRadius radius, int threads) {
        var tasks = new ThreadTasks(threads);
        var search = new SkySearch(a, new SkyZones(b, radius, tasks), Optional.empty());
        return new Pairing(search, radius, b.rows(), tasks);
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
    public MatchedPairs find(Find find, MatchCounts counts) {
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
        int[] order = search.b().alongZones(search.a(), threads);
        var next = new AtomicInteger();
        var parts = new MatchCounts[threads.threads()];
        threads.each(parts.length, k -> parts[k] = part(order, next, taker));
        for (MatchCounts part : parts) {
            counts.addCandidates(part);
        }
    }

    /** Takes rows until none is left; tells how many candidates they had. */
    private MatchCounts part(int[] order, AtomicInteger next, Taker taker) {
        var block = new Block(order, taker, new MatchCounts(radius, rowsOfB));
        int blocks = Math.ceilDiv(order.length, ROWS_AT_ONCE);
        for (int k = next.getAndIncrement(); k < blocks; k = next.getAndIncrement()) {
            int from = k * ROWS_AT_ONCE;
            block.search(from, Math.min(ROWS_AT_ONCE, order.length - from));
        }
        return block.counts;
    }

    /** Rows that follow each other along the zones. */
    private final class Block {
        private final int[] order;
        private final Taker taker;
        private final MatchCounts counts;
        private final Candidates found = new Candidates();
        private final double[] raDeg = new double[ROWS_AT_ONCE];
        private final double[] decDeg = new double[ROWS_AT_ONCE];

        Block(int[] order, Taker taker, MatchCounts counts) {
            this.order = order;
            this.taker = taker;
            this.counts = counts;
        }

        void search(int from, int count) {
            fetch(from, count);
            for (int k = 0; k < count; k++) {
                int row = order[from + k];
                found.clear();
                search.near(row, raDeg[k], decDeg[k], found);
                counts.candidates(found, 0, found.size());
                taker.take(row, found);
            }
        }

        /** Places lie all over the memory: fetched together, the processor waits for many at once and not for one after the other. */
        private void fetch(int from, int count) {
            for (int k = 0; k < count; k++) {
                raDeg[k] = search.a().raDeg()[order[from + k]];
                decDeg[k] = search.a().decDeg()[order[from + k]];
            }
        }
    }
}
