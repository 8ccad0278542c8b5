package org.cellarius.galaxy.sky;

import java.util.BitSet;

/** How many candidates and matches there are. */
public final class MatchCounts {

    /** Number of bins in which separations are counted, from zero to the radius. */
    public static final int BINS = 1000;

    private final double radiusArcsec;
    private final BitSet withCandidateOfB;
    private final BitSet ambiguousOfB;
    private final BitSet matchedOfB;
    private final long[] histogram = new long[BINS];
    private long withCandidate;
    private long ambiguous;
    private long candidates;
    private long matches;
    private long matched;
    private int lastMatched = NearestPairs.NONE;

    public MatchCounts(SkyRadius radius, int rowsOfB) {
        this.radiusArcsec = radius.arcsec();
        this.withCandidateOfB = new BitSet(rowsOfB);
        this.ambiguousOfB = new BitSet(rowsOfB);
        this.matchedOfB = new BitSet(rowsOfB);
    }

    /** The candidates of a row of A: those of a list from one on, up to another. */
    public void candidates(Candidates found, int from, int to) {
        withCandidate += to > from ? 1 : 0;
        ambiguous += to > from + 1 ? 1 : 0;
        candidates += to - from;
        for (int k = from; k < to; k++) {
            if (withCandidateOfB.get(found.row(k))) {
                ambiguousOfB.set(found.row(k));
            } else {
                withCandidateOfB.set(found.row(k));
            }
        }
    }

    /** Adds the candidates of other rows of A, counted elsewhere. */
    public void addCandidates(MatchCounts others) {
        withCandidate += others.withCandidate;
        ambiguous += others.ambiguous;
        candidates += others.candidates;
        var inBoth = (BitSet) others.withCandidateOfB.clone();
        inBoth.and(withCandidateOfB);
        ambiguousOfB.or(others.ambiguousOfB);
        ambiguousOfB.or(inBoth);
        withCandidateOfB.or(others.withCandidateOfB);
    }

    /** A match; those of a row of A follow each other. */
    public void match(int a, int b, double separationArcsec) {
        matches++;
        matched += a == lastMatched ? 0 : 1;
        lastMatched = a;
        matchedOfB.set(b);
        histogram[bin(separationArcsec, radiusArcsec)]++;
    }

    static int bin(double separationArcsec, double radiusArcsec) {
        return (int) Math.min(BINS - 1, BINS * separationArcsec / radiusArcsec);
    }

    public long withCandidate() {
        return withCandidate;
    }

    public long ambiguous() {
        return ambiguous;
    }

    public long candidates() {
        return candidates;
    }

    public long matches() {
        return matches;
    }

    /** Rows of A that are matched. */
    public long matched() {
        return matched;
    }

    /** Rows of B with more than one candidate. */
    public long ambiguousOfB() {
        return ambiguousOfB.cardinality();
    }

    /** Rows of B that are matched. */
    public long matchedOfB() {
        return matchedOfB.cardinality();
    }

    /** Matches by separation, in bins of equal width. */
    public long[] histogram() {
        return histogram.clone();
    }
}
