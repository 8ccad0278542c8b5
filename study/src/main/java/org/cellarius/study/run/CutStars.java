package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.Tally;
import org.cellarius.engine.expression.Expression;
import org.cellarius.study.Cut;
import org.cellarius.study.Study;
import org.cellarius.study.result.Cutflow;

/** The stars that a study's cuts leave, counted cut by cut. */
record CutStars(Study study, Workshop workshop, Cutflow cutflow) {

    StarTable of(Staged stars) {
        if (study.cuts().isEmpty()) {
            return stars.table();
        }
        var conditions = new ArrayList<Expression>();
        var counts = new ArrayList<Tally.Count>();
        check(stars);
        for (Cut cut : study.cuts()) {
            Expression condition = condition(cut, stars).orElse(Expression.never());
            conditions.add(cut.catalogue()
                    .map(c -> Expression.text(StarTableBuilder.CATALOGUE)
                            .differsFrom(Expression.of(c))
                            .or(condition))
                    .orElse(condition));
            counts.add(Tally.Count.of(Expression.all(List.copyOf(conditions))));
        }
        String key = workshop.cache().key("stars", List.of(stars.key(), conditions.toString()));
        return stars.counted(new Tally(counts), this::tell)
                .then("stars", key, uncut -> uncut.keep(Expression.all(conditions)))
                .table();
    }

    private void tell(Tally.Found left) {
        long before = left.rows();
        for (int k = 0; k < study.cuts().size(); k++) {
            Cut cut = study.cuts().get(k);
            cutflow.step(
                    "cut",
                    cut.name() + cut.catalogue().map(c -> " (" + c + " only)").orElse("") + ": " + cut.keep(),
                    before,
                    left.found().get(k));
            before = left.found().get(k);
        }
    }

    /** All cuts are conditions over the star table; what is wrong with any of them is told at once. */
    void check(Staged stars) {
        var mistakes = new Mistakes();
        study.cuts().forEach(cut -> mistakes.attempt(() -> condition(cut, stars)));
        mistakes.check();
    }

    private Expression condition(Cut cut, Staged stars) {
        Expression keep = workshop.engine()
                .expression(cut.keep(), stars.shape(), cut.place().toString());
        if (keep.type() != ColumnType.BOOLEAN) {
            throw new InputError(
                    "the cut '" + cut.name() + "' is not a condition: '" + cut.keep() + "'",
                    cut.place().toString(),
                    "Write a comparison, for example  teff < 5000");
        }
        return keep;
    }
}
