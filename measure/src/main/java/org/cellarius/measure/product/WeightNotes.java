package org.cellarius.measure.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.engine.Question;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;

/** What must be said of the weights of a product's stars, and whether they can be used. */
public final class WeightNotes {

    /** What tables say of the column. */
    public static final String EFFECTIVE =
            "stars that count the same and would tell as much: (sum of weights)^2 / sum of squared weights";

    /** Fewer effective stars in a hundred are told. */
    private static final double FEW = 0.1;

    private WeightNotes() {}

    /** The notes; none where every star counts the same. */
    static Inquiry<List<String>> of(Product product, Stars stars) {
        Optional<StarWeight> weight = product.head().weight();
        if (weight.isEmpty()) {
            return Inquiry.found(List.of());
        }
        // All its stars, whatever they are grouped by.
        Sample sample = Sample.of(stars, product.head(), Optional.empty());
        Expression given = weight.get().of(stars);
        Expression every = Sample.conditionOf(stars, product.head());
        return Inquiry.of(new Question.Count(every.and(given.isFinite()).and(given.isAtMost(Expression.of(0.0)))))
                .with(Inquiry.of(new Question.Count(every.and(given.isFinite().negated()))), (notPositive, missing) ->
                        new long[] {notPositive, missing})
                .then(found -> {
                    refuse(product, weight.get(), found[0]);
                    return new GroupStatistics(sample)
                            .counted(new Grouping.Everyone(), List.of())
                            .map(all -> notes(weight.get(), all[0].n(), all[0].effective(), found[1]));
                });
    }

    private static void refuse(Product product, StarWeight weight, long notPositive) {
        if (notPositive > 0) {
            throw new Unmeasurable(
                    "%s of the product '%s' %s a weight '%s' that is zero or negative"
                            .formatted(
                                    Numbers.stars(notPositive),
                                    product.head().name(),
                                    notPositive == 1 ? "has" : "have",
                                    weight.expression()),
                    weight.place().toString(),
                    "A star counts by a positive number; leave such stars out by 'where' or a cut");
        }
    }

    private static List<String> notes(StarWeight weight, long n, double effective, long missing) {
        var notes = new ArrayList<String>();
        notes.add("Stars count by their weight, %s: %s tell as much as %s that count the same%s"
                .formatted(
                        weight.expression(),
                        Numbers.stars(n),
                        Numbers.significant(effective, 3),
                        effective < FEW * n ? ". Few stars carry the numbers." : "."));
        if (missing > 0) {
            notes.add("%s without a weight %s not enter."
                    .formatted(Numbers.stars(missing), missing == 1 ? "does" : "do"));
        }
        return notes;
    }
}
