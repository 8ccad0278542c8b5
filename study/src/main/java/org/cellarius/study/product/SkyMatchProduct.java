package org.cellarius.study.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.Choice;
import org.cellarius.engine.SkyMatchResult;
import org.cellarius.engine.SmallTable;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.MatchSource;
import org.cellarius.study.Product;

/** What a report tells of a match on the sky: rates, ambiguous rows, separations beside those of chance. */
public final class SkyMatchProduct {

    private SkyMatchProduct() {}

    /** Tables {@code match-CATALOGUE} and {@code match-CATALOGUE-separations}, and a figure of the latter. */
    public static ProductResult of(CatalogueSource catalogue, MatchSource match, SkyMatchResult result) {
        String name = match.product(catalogue.name());
        String title = "Match of " + catalogue.name() + " with " + match.file().path();
        var head = new Product.Head(name, title, Optional.empty(), Optional.empty(), match.place());
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(name, rates(catalogue.name(), match.file().path(), result));
        tables.put(name + "-separations", separations(result));
        String caption = "Separations of %s pairs: %s matched with %s, %s.%s"
                .formatted(
                        Numbers.count(result.pairs()),
                        catalogue.name(),
                        match.file().path(),
                        match.settings(),
                        chanceKnown(result)
                                ? " Dashed: what chance would give if no star were in both, found by looking five radii to the north and south of each place."
                                : "");
        return new ProductResult(
                head,
                tables,
                List.of(new Illustration(
                        name, SkyMatchFigure.of(title, match.sky().find(), result), caption)),
                notes(match, result));
    }

    private static List<String> notes(MatchSource match, SkyMatchResult result) {
        var notes = new ArrayList<String>();
        if (result.a().ambiguous() > 0) {
            notes.add("%s of %s rows had more than one candidate; find: %s decides."
                    .formatted(
                            Numbers.count(result.a().ambiguous()),
                            Numbers.count(result.a().rows()),
                            Choice.word(match.sky().find())));
        }
        match.motion().ifPresent(m -> {
            SkyMatchResult.Side side = m.moved() == MatchSource.Side.A ? result.a() : result.b();
            if (side.moved() < side.placed()) {
                notes.add("%s rows without a proper motion stayed where they were (moved_to_epoch%s is false)."
                        .formatted(
                                Numbers.count(side.placed() - side.moved()),
                                match.sky().suffix()));
            }
        });
        if (!chanceKnown(result)) {
            notes.add("Chance matches are not estimated: the radius is too large, or there are no positions.");
        }
        return notes;
    }

    static boolean chanceKnown(SkyMatchResult result) {
        return !Double.isNaN(result.chanceShare());
    }

    private static SmallTable rates(String a, String b, SkyMatchResult result) {
        var table = new SmallTable.Builder()
                .text("table", "the catalogue, then the file that it was matched with")
                .count("rows", "rows")
                .count("without_position", "rows without a position")
                .count("moved", "rows carried to the epoch of the other")
                .count("matched", "rows in at least one match")
                .number("matched_share", "", "matched / rows")
                .count("ambiguous", "rows with more than one candidate within the radius")
                .number("chance_share", "", "share of rows that would meet one by chance if no star were in both")
                .number("chance_share_sd", "", "standard error of chance_share");
        row(table, a, result.a(), result.chanceShare(), result.chanceShareError());
        row(table, b, result.b(), Double.NaN, Double.NaN);
        return table.build();
    }

    private static void row(
            SmallTable.Builder table, String name, SkyMatchResult.Side side, double chance, double chanceError) {
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

    private static SmallTable separations(SkyMatchResult result) {
        var table = new SmallTable.Builder()
                .number("separation_lo", "arcsec", "lower edge of the bin")
                .number("separation_hi", "arcsec", "upper edge of the bin")
                .count("pairs", "matches")
                .number("by_chance", "", "expected by chance if no star were in both");
        for (SkyMatchResult.Bin bin : result.histogram()) {
            table.row(bin.fromArcsec(), bin.toArcsec(), bin.pairs(), bin.byChance());
        }
        return table.build();
    }
}
