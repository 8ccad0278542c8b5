package org.cellarius.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.cellarius.catalogue.Choice;
import org.cellarius.engine.SkyMatch;
import org.cellarius.engine.SkyMatchSummary.Bin;
import org.cellarius.engine.SkyMatchSummary.Side;
import org.cellarius.engine.sky.FileMatch;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is told of a match.
 *
 * @param match how it was made
 * @param written what it gave
 */
record MatchReport(SkyMatch match, FileMatch.Written written) {

    void tell(Path out, boolean json) {
        if (json) {
            Json.print(object(out));
        } else {
            print(out, System.err);
        }
    }

    private ObjectNode object(Path out) {
        ObjectNode told = Json.object()
                .put("out", out.toString())
                .put("rows", written.rows())
                .put("columns", written.columns().all().size())
                .put("find", Choice.word(match.find()))
                .put("join", Choice.word(match.join()))
                .put("radius_arcsec", match.radius().arcsec())
                .put("pairs", written.summary().pairs())
                .put("candidates", written.summary().candidates());
        match.sigmas().ifPresent(sigmas -> told.put("sigmas", sigmas));
        told.set("a", side(written.summary().a()));
        told.set("b", side(written.summary().b()));
        Json.number(told, "chance_share", written.summary().chanceShare());
        Json.number(told, "chance_share_sd", written.summary().chanceShareError());
        var bins = told.putArray("separations");
        for (Bin bin : written.summary().histogram()) {
            ObjectNode one = bins.addObject()
                    .put("from_arcsec", bin.fromArcsec())
                    .put("to_arcsec", bin.toArcsec())
                    .put("pairs", bin.pairs());
            Json.number(one, "by_chance", bin.byChance());
        }
        return told;
    }

    private static ObjectNode side(Side side) {
        return Json.object()
                .put("rows", side.rows())
                .put("without_position", side.rows() - side.placed())
                .put("moved_to_epoch", side.moved())
                .put("matched", side.matched())
                .put("ambiguous", side.ambiguous());
    }

    private void print(Path out, PrintStream err) {
        err.printf(
                Locale.ROOT,
                "%s: %,d rows, %d columns%n",
                ToolOutput.named(out),
                written.rows(),
                written.columns().all().size());
        print("A", written.summary().a(), err);
        print("B", written.summary().b(), err);
        if (Double.isNaN(written.summary().chanceShare())) {
            err.println("by chance: not estimated (too large a radius, or no positions in A)");
        } else if (written.summary().chanceShare() == 0) {
            err.println("by chance: none of A's rows that were looked for five radii away met a row of B"
                    + " (where A is clumped on that scale, this says little)");
        } else {
            err.printf(
                    Locale.ROOT,
                    "by chance: %.3g ± %.1g %% of A's rows would meet a row of B if none of them were in B (looked for five radii away)%n",
                    100 * written.summary().chanceShare(),
                    100 * written.summary().chanceShareError());
        }
        err.println("separation, arcsec         pairs      by chance");
        for (Bin bin : written.summary().histogram()) {
            String chance = Double.isNaN(bin.byChance()) ? "" : String.format(Locale.ROOT, "%,.0f", bin.byChance());
            err.printf(
                    Locale.ROOT, "%9.4g to %9.4g %,11d %14s%n", bin.fromArcsec(), bin.toArcsec(), bin.pairs(), chance);
        }
    }

    private String orError() {
        return match.sigmas().isPresent() ? " or an error" : "";
    }

    private void print(String name, Side side, PrintStream err) {
        err.printf(
                Locale.ROOT,
                "%s: %,d rows, %,d matched (%.4g %%), %,d with more than one candidate%s%s%n",
                name,
                side.rows(),
                side.matched(),
                side.rows() == 0 ? 0.0 : 100.0 * side.matched() / side.rows(),
                side.ambiguous(),
                side.placed() == side.rows()
                        ? ""
                        : String.format(
                                Locale.ROOT, ", %,d without a position" + orError(), side.rows() - side.placed()),
                side.moved() == 0 ? "" : String.format(Locale.ROOT, ", %,d carried to the other epoch", side.moved()));
    }
}
