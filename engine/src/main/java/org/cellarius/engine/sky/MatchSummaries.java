package org.cellarius.engine.sky;

import java.util.List;
import org.cellarius.engine.SkyMatch;
import org.cellarius.engine.SkyMatchSummary;
import org.cellarius.galaxy.sky.ChanceMatches;
import org.cellarius.galaxy.sky.MatchCounts;

/** What is told of a match. */
public final class MatchSummaries {

    private MatchSummaries() {}

    /** What is counted, with what chance would give beside it. */
    public static SkyMatchSummary of(
            SkyMatchSummary.Side a, SkyReader.Sky b, SkyMatch match, MatchCounts counts, ChanceMatches chance) {
        double weight = chance.known() ? (double) a.placed() / chance.sampled() : Double.NaN;
        List<SkyMatchSummary.Bin> histogram =
                SeparationBins.of(match.radius().arcsec(), counts.histogram(), chance.histogram(), weight);
        return new SkyMatchSummary(
                a,
                side(b, counts.matchedOfB(), counts.ambiguousOfB()),
                counts.matches(),
                counts.candidates(),
                histogram,
                chance.share(),
                chance.shareError());
    }

    /** A table whose places are in memory. */
    public static SkyMatchSummary.Side side(SkyReader.Sky sky, long matched, long ambiguous) {
        return new SkyMatchSummary.Side(
                sky.places().rows(),
                sky.places().placed(),
                matched,
                ambiguous,
                sky.moved().cardinality());
    }
}
