package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Expression;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.study.Cut;
import org.cellarius.study.Study;
import org.cellarius.study.result.Cutflow;

/** The stars that a study's cuts leave, counted cut by cut. */
record CutStars(Study study, Engine engine, StageCache cache, Cutflow cutflow) {

    StarTable of(Staged stars) {
        if (study.cuts().isEmpty()) {
            return stars.table();
        }
        var conditions = new ArrayList<String>();
        var counts = new ArrayList<String>();
        check(stars);
        for (Cut cut : study.cuts()) {
            String condition = "coalesce((" + condition(cut, stars).sql() + "\n), false)";
            conditions.add(cut.catalogue()
                    .map(c -> "(" + StarTableBuilder.CATALOGUE + " <> " + Sql.text(c) + " OR " + condition + ")")
                    .orElse(condition));
            counts.add("count(*) FILTER (" + String.join(" AND ", conditions) + ")");
        }
        double[] left = engine.numbers(
                "SELECT " + String.join(", ", counts) + " FROM " + stars.table().sql());
        long before = stars.table().rows();
        for (int k = 0; k < left.length; k++) {
            Cut cut = study.cuts().get(k);
            cutflow.step(
                    "cut",
                    cut.name() + cut.catalogue().map(c -> " (" + c + " only)").orElse("") + ": " + cut.keep(),
                    before,
                    (long) left[k]);
            before = (long) left[k];
        }
        String key = cache.key("stars", List.of(stars.key(), String.join("\n", conditions)));
        return cache.table(
                engine,
                "stars",
                key,
                path -> engine.write(
                        "SELECT * FROM " + stars.table().sql() + " WHERE " + String.join(" AND ", conditions),
                        stars.table().columns(),
                        path));
    }

    /** All cuts are conditions over the star table; what is wrong with any of them is told at once. */
    void check(Staged stars) {
        var mistakes = new Mistakes();
        study.cuts().forEach(cut -> mistakes.attempt(() -> condition(cut, stars)));
        mistakes.check();
    }

    private Expression condition(Cut cut, Staged stars) {
        Expression keep =
                engine.expression(cut.keep(), stars.table(), cut.place().toString());
        if (keep.type() != ColumnType.BOOLEAN) {
            throw new InputError(
                    "the cut '" + cut.name() + "' is not a condition: '" + cut.keep() + "'",
                    cut.place().toString(),
                    "Write a comparison, for example  teff < 5000");
        }
        return keep;
    }
}
