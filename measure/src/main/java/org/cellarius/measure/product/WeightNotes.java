package org.cellarius.measure.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.engine.Question;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.population.MomentsByGroup;
import org.cellarius.galaxy.population.Weighting;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;

/** What must be said of the weights of a product's stars, and whether they can be used. */
public final class WeightNotes {

    /** What tables say of the column. */
    public static final String EFFECTIVE =
            "stars that count the same and would tell as much: (sum of weights)^2 / sum of squared weights";

    /** Fewer effective stars than this share of all are told. */
    private static final double FEW = 0.1;

    /** And fewer than these, whatever their share. */
    private static final double VERY_FEW = 10;

    /** Squares of weights beyond, and their sums, would leave the range of numbers. */
    private static final double LEAST = 1e-100;

    private static final double MOST = 1e100;

    private WeightNotes() {}

    private record Counts(long refused, long missing) {}

    /** The notes; none where every star counts the same. */
    static Inquiry<List<String>> of(Product product, Stars stars) {
        Optional<StarWeight> weight = product.head().weight();
        if (weight.isEmpty()) {
            return Inquiry.found(List.of());
        }
        Expression given = weight.get().of(stars);
        // All its stars, whatever they are grouped by.
        Expression every = product.samples().stream()
                .map(head -> Sample.conditionOf(stars, head))
                .reduce(Expression::or)
                .orElse(Expression.always());
        Expression usable = given.isBetween(Expression.of(LEAST), Expression.of(MOST));
        return Inquiry.of(new Question.Count(every.and(given.isFinite()).and(usable.negated())))
                .with(Inquiry.of(new Question.Count(every.and(given.isFinite().negated()))), Counts::new)
                .then(found -> {
                    refuse(product, weight.get(), found);
                    return Inquiry.of(new Question.Folded<>(
                                    new MomentsByGroup(new Grouping.Everyone(), Weighting.BY_STAR),
                                    List.of(Expression.of(0.0), given),
                                    every.and(given.isFinite())))
                            .map(all -> notes(product, weight.get(), all[0], found.missing()));
                });
    }

    private static void refuse(Product product, StarWeight weight, Counts found) {
        if (found.refused() > 0) {
            throw new Unmeasurable(
                    "%s of the product '%s' %s a weight '%s' that is zero or negative, or beyond 1e-100 to 1e100"
                            .formatted(
                                    Numbers.stars(found.refused()),
                                    product.head().name(),
                                    found.refused() == 1 ? "has" : "have",
                                    weight.expression()),
                    weight.place().toString(),
                    "A star counts by a positive number; leave such stars out by 'where' or a cut");
        }
    }

    private static List<String> notes(Product product, StarWeight weight, Moments all, long missing) {
        if (all.n() == 0 && missing > 0) {
            throw new Unmeasurable(
                    "no star of the product '%s' has a weight '%s': it is missing for all %s"
                            .formatted(product.head().name(), weight.expression(), Numbers.stars(missing)),
                    weight.place().toString(),
                    "Look at the column, and in the cut flow at what the selection function does not cover");
        }
        if (all.n() == 0) {
            return List.of();
        }
        double effective = all.effective();
        var notes = new ArrayList<String>();
        notes.add("Stars count by their weight, %s: %s %s as much as %s that count the same%s"
                .formatted(
                        weight.expression(),
                        Numbers.stars(all.n()),
                        all.n() == 1 ? "tells" : "tell",
                        effective < 1000 ? Numbers.significant(effective, 3) : Numbers.count(Math.round(effective)),
                        effective < FEW * all.n() || effective < Math.min(VERY_FEW, 0.9 * all.n())
                                ? ". Few stars carry the numbers."
                                : "."));
        if (missing > 0) {
            notes.add("%s without a weight %s not enter."
                    .formatted(Numbers.stars(missing), missing == 1 ? "does" : "do"));
        }
        return notes;
    }
}
