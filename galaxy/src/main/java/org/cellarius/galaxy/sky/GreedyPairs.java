package org.cellarius.galaxy.sky;

import java.util.BitSet;
import java.util.PriorityQueue;

/** Pairs taken in the order of their separations while both rows are free, in memory that does not grow with the number of candidates. */
final class GreedyPairs {

    private final SkySearch search;
    private final MatchedPairs taken;
    private final BitSet takenOfB;

    /** Begins with pairs that are certain. */
    GreedyPairs(SkySearch search, MatchedPairs certain, int rowsOfB) {
        this.search = search;
        this.taken = certain;
        this.takenOfB = new BitSet(rowsOfB);
        for (int partner : certain.partners()) {
            if (partner != NearestPairs.NONE) {
                takenOfB.set(partner);
            }
        }
    }

    /** A row of A that waits for a row of B; the shortest separation comes first, ties by row. */
    private record Wish(int a, int b, double haversine) implements Comparable<Wish> {
        @Override
        public int compareTo(Wish other) {
            int byPlace = Double.compare(haversine, other.haversine);
            int byA = byPlace == 0 ? Integer.compare(a, other.a) : byPlace;
            return byA == 0 ? Integer.compare(b, other.b) : byA;
        }
    }

    /** Goes on with the rows of A that have candidates and no partner. */
    MatchedPairs with(int[] nearest, double[] haversines) {
        var waiting = new PriorityQueue<Wish>();
        for (int row = 0; row < nearest.length; row++) {
            if (nearest[row] != NearestPairs.NONE && !taken.matched(row)) {
                waiting.add(new Wish(row, nearest[row], haversines[row]));
            }
        }
        while (!waiting.isEmpty()) {
            Wish wish = waiting.remove();
            if (takenOfB.get(wish.b())) {
                wishAgain(wish.a(), waiting);
            } else {
                takenOfB.set(wish.b());
                taken.partners()[wish.a()] = wish.b();
                taken.haversines()[wish.a()] = wish.haversine();
            }
        }
        return taken;
    }

    private void wishAgain(int row, PriorityQueue<Wish> waiting) {
        var found = new Candidates();
        search.near(row, found);
        for (int k = 0; k < found.size(); k++) {
            if (!takenOfB.get(found.row(k))) {
                waiting.add(new Wish(row, found.row(k), found.haversine(k)));
                return;
            }
        }
    }
}
