package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.engine.Engine;
import org.cellarius.engine.SkyMatch;
import org.cellarius.engine.SkyMatchResult;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.StarTable;

/** What was counted in a match, as a table of names and numbers, to be kept in the stage cache beside the matched rows. */
final class MatchCounted {

    private final Map<String, Double> numbers;

    private MatchCounted(Map<String, Double> numbers) {
        this.numbers = numbers;
    }

    static SmallTable table(SkyMatchResult result) {
        var table = new SmallTable.Builder().text("name", "what").number("value", "", "how many");
        side(table, "a", result.a());
        side(table, "b", result.b());
        table.row("pairs", (double) result.pairs())
                .row("candidates", (double) result.candidates())
                .row("chance_share", result.chanceShare())
                .row("chance_share_sd", result.chanceShareError())
                .row("bins", (double) result.histogram().size());
        for (int k = 0; k < result.histogram().size(); k++) {
            table.row("pairs_" + k, (double) result.histogram().get(k).pairs())
                    .row("by_chance_" + k, result.histogram().get(k).byChance());
        }
        return table.build();
    }

    private static void side(SmallTable.Builder table, String name, SkyMatchResult.Side side) {
        table.row(name + "_rows", (double) side.rows())
                .row(name + "_placed", (double) side.placed())
                .row(name + "_matched", (double) side.matched())
                .row(name + "_ambiguous", (double) side.ambiguous())
                .row(name + "_moved", (double) side.moved());
    }

    static SkyMatchResult read(Engine engine, StarTable counts, StarTable matched, SkyMatch match) {
        var numbers = new HashMap<String, Double>();
        for (List<Optional<String>> row : engine.rows("SELECT name, value FROM " + counts.sql())) {
            numbers.put(
                    row.getFirst().orElseThrow(),
                    row.getLast().map(Double::parseDouble).orElse(Double.NaN));
        }
        return new MatchCounted(numbers).result(matched, match.radius().arcsec());
    }

    private SkyMatchResult result(StarTable matched, double radiusArcsec) {
        int bins = (int) count("bins");
        var histogram = new ArrayList<SkyMatchResult.Bin>();
        for (int k = 0; k < bins; k++) {
            histogram.add(new SkyMatchResult.Bin(
                    k * radiusArcsec / bins,
                    (k + 1) * radiusArcsec / bins,
                    count("pairs_" + k),
                    number("by_chance_" + k)));
        }
        return new SkyMatchResult(
                matched,
                side("a"),
                side("b"),
                count("pairs"),
                count("candidates"),
                histogram,
                number("chance_share"),
                number("chance_share_sd"));
    }

    private SkyMatchResult.Side side(String name) {
        return new SkyMatchResult.Side(
                count(name + "_rows"),
                count(name + "_placed"),
                count(name + "_matched"),
                count(name + "_ambiguous"),
                count(name + "_moved"));
    }

    private long count(String name) {
        return (long) number(name);
    }

    private double number(String name) {
        return numbers.getOrDefault(name, Double.NaN);
    }
}
