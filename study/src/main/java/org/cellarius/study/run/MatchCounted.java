package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Relation;
import org.cellarius.engine.SkyMatchSummary;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.StarTable;

/** What was counted in a match, as a table of names and numbers, to be kept in the stage cache beside the matched rows. */
final class MatchCounted {

    private final Map<String, Double> numbers;

    private MatchCounted(Map<String, Double> numbers) {
        this.numbers = numbers;
    }

    static SmallTable table(SkyMatchSummary summary) {
        var table = new SmallTable.Builder().text("name", "what").number("value", "", "how many");
        side(table, "a", summary.a());
        side(table, "b", summary.b());
        table.row("pairs", (double) summary.pairs())
                .row("candidates", (double) summary.candidates())
                .row("chance_share", summary.chanceShare())
                .row("chance_share_sd", summary.chanceShareError())
                .row("bins", (double) summary.histogram().size());
        for (int k = 0; k < summary.histogram().size(); k++) {
            table.row("to_" + k, summary.histogram().get(k).toArcsec())
                    .row("pairs_" + k, (double) summary.histogram().get(k).pairs())
                    .row("by_chance_" + k, summary.histogram().get(k).byChance());
        }
        return table.build();
    }

    private static void side(SmallTable.Builder table, String name, SkyMatchSummary.Side side) {
        table.row(name + "_rows", (double) side.rows())
                .row(name + "_placed", (double) side.placed())
                .row(name + "_matched", (double) side.matched())
                .row(name + "_ambiguous", (double) side.ambiguous())
                .row(name + "_moved", (double) side.moved());
    }

    static SkyMatchSummary read(Engine engine, StarTable counts) {
        var numbers = new HashMap<String, Double>();
        for (List<SmallTable.Value> row : engine.read(Relation.of(counts)).rows()) {
            numbers.put(SmallTable.text(row, OptionalInt.of(0)), SmallTable.number(row, OptionalInt.of(1)));
        }
        return new MatchCounted(numbers).summary();
    }

    private SkyMatchSummary summary() {
        int bins = (int) count("bins");
        var histogram = new ArrayList<SkyMatchSummary.Bin>();
        for (int k = 0; k < bins; k++) {
            histogram.add(new SkyMatchSummary.Bin(
                    k == 0 ? 0 : number("to_" + (k - 1)),
                    number("to_" + k),
                    count("pairs_" + k),
                    number("by_chance_" + k)));
        }
        return new SkyMatchSummary(
                side("a"),
                side("b"),
                count("pairs"),
                count("candidates"),
                histogram,
                number("chance_share"),
                number("chance_share_sd"));
    }

    private SkyMatchSummary.Side side(String name) {
        return new SkyMatchSummary.Side(
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
