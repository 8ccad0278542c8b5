package org.cellarius.galaxy.sky;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** For the rows of two tables the nearest row of the other one, as candidates come in, from several threads at once. */
public final class NearestPairs {

    static final int NONE = -1;

    /** Rows of B meet candidates of all threads: each is guarded by one of so many locks. */
    private static final int LOCKS = 1024;

    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

    private final int[] ofA;
    private final double[] haversineOfA;
    private final int[] ofB;
    private final double[] haversineOfB;

    /** No row has a neighbour yet. */
    public NearestPairs(int rowsOfA, int rowsOfB) {
        this.ofA = none(rowsOfA);
        this.haversineOfA = new double[rowsOfA];
        this.ofB = none(rowsOfB);
        this.haversineOfB = new double[rowsOfB];
    }

    private static int[] none(int rows) {
        int[] rowsOfOther = new int[rows];
        Arrays.fill(rowsOfOther, NONE);
        return rowsOfOther;
    }

    /** A pair within the radius. All those of a row of A come from one thread. */
    public void offer(int a, int b, double haversine) {
        if (ofA[a] == NONE || haversine < haversineOfA[a] || (haversine == haversineOfA[a] && b < ofA[a])) {
            ofA[a] = b;
            haversineOfA[a] = haversine;
        }
        synchronized (locks[b % LOCKS]) {
            if (ofB[b] == NONE || haversine < haversineOfB[b] || (haversine == haversineOfB[b] && a < ofB[b])) {
                ofB[b] = a;
                haversineOfB[b] = haversine;
            }
        }
    }

    /** The rows that are each the nearest of the other. */
    public MatchedPairs symmetric() {
        int[] partners = ofA.clone();
        for (int a = 0; a < partners.length; a++) {
            if (partners[a] != NONE && ofB[partners[a]] != a) {
                partners[a] = NONE;
            }
        }
        return new MatchedPairs(partners, haversineOfA.clone());
    }

    /**
     * The pairs in the order of their separations, each taken if both rows are free.
     *
     * <p>Rows that are each the nearest of the other are such pairs: none comes before them. The other rows of A wait with
     * their nearest row of B, the shortest separation first; one that finds it taken looks for the nearest free one and waits again.
     *
     * @param a places of the first table
     * @param b zones of the second one
     */
    public MatchedPairs best(SkyPlaces a, SkyZones b) {
        return best(new SkySearch(a, b, Optional.empty()));
    }

    /** The same among what a search finds. */
    public MatchedPairs best(SkySearch search) {
        return new GreedyPairs(search, symmetric(), ofB.length).with(ofA, haversineOfA);
    }
}
