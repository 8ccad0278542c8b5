package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.Choice;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SkyMatchSummary;
import org.cellarius.engine.SmallTable;
import org.cellarius.measure.match.SkyMatchFigure;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.MatchSource;

/** What a report tells of a match on the sky: rates, ambiguous rows, separations beside those of chance. */
public final class SkyMatchProduct {

    private SkyMatchProduct() {}

    /** Tables {@code match-CATALOGUE} and {@code match-CATALOGUE-separations}, and a figure of the latter. */
    public static ProductResult of(CatalogueSource catalogue, MatchSource match, SkyMatchSummary summary) {
        String name = match.product(catalogue.name());
        String title = "Match of " + catalogue.name() + " with " + match.file().path();
        var head = new ProductHead(name, title, Optional.empty(), Optional.empty(), match.place());
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(name, rates(catalogue.name(), match.file().path(), summary));
        tables.put(name + "-separations", separations(summary));
        String caption = "Separations of %s pairs: %s matched with %s, %s.%s"
                .formatted(
                        Numbers.count(summary.pairs()),
                        catalogue.name(),
                        match.file().path(),
                        match.settings(),
                        SkyMatchFigure.chanceKnown(summary)
                                ? " Dashed: what chance would give if no star were in both, found by looking five radii to the north and south of each place."
                                : "");
        return new ProductResult(
                head,
                tables,
                List.of(new Illustration(
                        name, SkyMatchFigure.of(title, match.sky().find(), summary), caption)),
                notes(match, summary));
    }

    private static List<String> notes(MatchSource match, SkyMatchSummary summary) {
        var notes = new ArrayList<String>();
        if (summary.a().ambiguous() > 0) {
            notes.add("%s of %s rows had more than one candidate; find: %s decides."
                    .formatted(
                            Numbers.count(summary.a().ambiguous()),
                            Numbers.count(summary.a().rows()),
                            Choice.word(match.sky().find())));
        }
        match.motion().ifPresent(m -> {
            SkyMatchSummary.Side side = m.moved() == MatchSource.Side.A ? summary.a() : summary.b();
            if (side.moved() < side.placed()) {
                notes.add("%s rows without a proper motion stayed where they were (moved_to_epoch%s is false)."
                        .formatted(
                                Numbers.count(side.placed() - side.moved()),
                                match.sky().suffix()));
            }
        });
        if (!SkyMatchFigure.chanceKnown(summary)) {
            notes.add("Chance matches are not estimated: the radius is too large, or there are no positions.");
        }
        return notes;
    }

    private static SmallTable rates(String a, String b, SkyMatchSummary summary) {
        var table = new SmallTable.Builder()
                .text("table", "the catalogue, then the file that it was matched with")
                .count("rows", "rows")
                .count("without_position", "rows without a position")
                .count("moved", "rows carried to the epoch of the other")
                .count("matched", "rows in at least one match")
                .number("matched_share", "", "matched / rows")
                .count("ambiguous", "rows with more than one candidate within the radius")
                .number("chance_share", "", "share of rows that would meet one by chance if no star were in both")
                .number("chance_share_sd", "", "standard error of chance_share")
                .as(new ColumnRole.ErrorOf("chance_share"));
        row(table, a, summary.a(), summary.chanceShare(), summary.chanceShareError());
        row(table, b, summary.b(), Double.NaN, Double.NaN);
        return table.build();
    }

    private static void row(
            SmallTable.Builder table, String name, SkyMatchSummary.Side side, double chance, double chanceError) {
        table.row(
                name,
                side.rows(),
                side.rows() - side.placed(),
                side.moved(),
                side.matched(),
                side.rows() == 0 ? Double.NaN : (double) side.matched() / side.rows(),
                side.ambiguous(),
                chance,
                chanceError);
    }

    private static SmallTable separations(SkyMatchSummary summary) {
        var table = new SmallTable.Builder()
                .number("separation_lo", "arcsec", "lower edge of the bin")
                .number("separation_hi", "arcsec", "upper edge of the bin")
                .count("pairs", "matches")
                .number("by_chance", "", "expected by chance if no star were in both");
        for (SkyMatchSummary.Bin bin : summary.histogram()) {
            table.row(bin.fromArcsec(), bin.toArcsec(), bin.pairs(), bin.byChance());
        }
        return table.build();
    }
}
