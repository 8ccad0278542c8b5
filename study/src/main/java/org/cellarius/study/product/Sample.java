package org.cellarius.study.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Aggregate;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.Partial;
import org.cellarius.galaxy.population.FiniteRange;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.IncompleteRows;
import org.cellarius.galaxy.population.QuantilePass;
import org.cellarius.galaxy.population.QuantileStep;
import org.cellarius.galaxy.population.QuantilesByGroup;
import org.cellarius.study.Product;
import org.cellarius.study.SlicesSource;
import org.cellarius.study.Study;

/**
 * The stars that a product uses: a population and a condition on the star table, cut into slices.
 *
 * @param condition of population and {@code where} together
 * @param slices what it is sliced by; empty for one slice of everything
 * @param edges edges of the slices
 */
record Sample(
        Engine engine,
        StarTable stars,
        Progress progress,
        Product.Head head,
        Expression condition,
        Optional<Quantity> slices,
        List<Double> edges) {

    /** The condition that all stars of a sample fulfil. */
    static final Expression EVERYONE = Expression.always();

    static Sample of(
            Engine engine,
            StarTable stars,
            Study study,
            Product.Head head,
            Optional<SlicesSource> slices,
            Progress progress) {
        var conditions = new ArrayList<Expression>();
        head.population()
                .ifPresent(p -> conditions.add(condition(
                        engine,
                        stars,
                        study.populations().getOrDefault(p, ""),
                        study.document().placeOf("/populations/" + p).toString())));
        head.where()
                .ifPresent(w ->
                        conditions.add(condition(engine, stars, w, head.place().toString())));
        var sample = new Sample(
                engine,
                stars,
                progress,
                head,
                Expression.all(conditions),
                slices.map(s -> Quantity.of(s.of(), engine, stars)),
                slices.map(SlicesSource::edges).orElse(List.of()));
        if (sample.count(EVERYONE) == 0) {
            throw new NoStars(
                    "no star is left for the product '" + head.name() + "'"
                            + head.population()
                                    .map(p -> ": the population '" + p + "' is empty here")
                                    .orElse(""),
                    head.place().toString(),
                    "Look at the cut flow, and at 'population' and 'where'");
        }
        return sample;
    }

    /** A condition that a user wrote. */
    static Expression condition(Engine engine, StarTable stars, String text, String where) {
        var expression = engine.expression(text, stars, where);
        if (expression.type() != ColumnType.BOOLEAN) {
            throw new InputError(
                    "'" + text + "' is not a condition", where, "Write a comparison, for example  fe_h > -1");
        }
        return expression;
    }

    /** The same slices of all stars of the table. */
    Sample everyone() {
        return new Sample(engine, stars, progress, head, EVERYONE, slices, edges);
    }

    /** The stars of the sample that fulfil a further condition. */
    Sample also(Expression further) {
        return new Sample(engine, stars, progress, head, condition.and(further), slices, edges);
    }

    /** Condition of a slice. */
    Expression inSlice(int group) {
        return slices.map(s -> s.value()
                        .isAtLeast(Expression.of(low(group)))
                        .and(s.value().isBelow(Expression.of(high(group)))))
                .orElse(EVERYONE);
    }

    /** Mean of the slicing quantity over the stars of a slice; NaN without one. */
    double meanOfSlice(int group) {
        Expression sliced = slices.map(Quantity::value).orElse(Expression.of(0.0));
        return engine.answers(
                        stars,
                        List.of(Aggregate.of("mean", Aggregate.Of.MEAN, sliced).where(condition.and(inSlice(group)))))[
                0];
    }

    /** x and y of the stars of a slice that have both, sorted by x. */
    Selection sortedSlice(Quantity x, Quantity y, int group) {
        return Selection.of(stars, List.of(x.value(), y.value()))
                .where(ofSlice(x, y, group))
                .orderBy(List.of(x.value()));
    }

    /** Smallest and largest x of the stars of a slice that have x and y; NaN without one. */
    double[] rangeOfSlice(Quantity x, Quantity y, int group) {
        Expression chosen = ofSlice(x, y, group);
        return engine.answers(
                stars,
                List.of(
                        Aggregate.of("least", Aggregate.Of.LEAST, x.value()).where(chosen),
                        Aggregate.of("greatest", Aggregate.Of.GREATEST, x.value())
                                .where(chosen)));
    }

    private Expression ofSlice(Quantity x, Quantity y, int group) {
        return condition.and(known(x)).and(known(y)).and(inSlice(group));
    }

    /** Condition: the quantity is a finite number. */
    static Expression known(Quantity quantity) {
        return quantity.value().isFinite();
    }

    /** Slices, or everyone. */
    Grouping grouping() {
        return slices.isPresent() ? new Grouping.Slices(edges) : new Grouping.Everyone();
    }

    int groups() {
        return Math.max(1, edges.size() - 1);
    }

    double low(int group) {
        return edges.isEmpty() ? Double.NaN : edges.get(group);
    }

    double high(int group) {
        return edges.isEmpty() ? Double.NaN : edges.get(group + 1);
    }

    /** A slice in words, for example 0.5 ≤ |Z| < 1 kpc; empty for everyone. */
    String name(int group) {
        return slices.map(s -> "%s ≤ %s < %s%s"
                        .formatted(
                                Numbers.brief(low(group)),
                                s.label(),
                                Numbers.brief(high(group)),
                                s.unit().isEmpty() ? "" : " " + s.unit()))
                .orElse("");
    }

    /** The same in plain text. */
    String plainName(int group) {
        return name(group).replaceAll("[_^]\\{([^}]*)}", "$1");
    }

    /** Expressions followed by the slicing one. */
    List<Expression> with(Expression... expressions) {
        var all = new ArrayList<>(List.of(expressions));
        slices.ifPresent(s -> all.add(s.value()));
        return all;
    }

    /** Folds a statistic over the sample. */
    <S> S fold(Partial<S> partial, List<Expression> expressions) {
        return engine.fold(Selection.of(stars, expressions).where(condition), partial, progress);
    }

    /** Exact quantiles, in as many passes as they need. */
    QuantilesByGroup quantiles(
            Grouping grouping, double[] probabilities, double min, double max, List<Expression> expressions) {
        QuantileStep step = QuantilePass.first(grouping, probabilities, min, max);
        while (true) {
            switch (step) {
                case QuantilePass pass -> step = pass.after(fold(pass, expressions));
                case QuantilesByGroup done -> {
                    return done;
                }
            }
        }
    }

    /** Number of stars of the sample that fulfil a further condition. */
    long count(Expression further) {
        return engine.count(Selection.of(stars, List.of(Expression.of(1.0))).where(condition.and(further)));
    }

    /** Number of stars of the sample in which one of the expressions is missing or not finite. */
    long missing(List<Expression> expressions) {
        return fold(new IncompleteRows(expressions.size()), expressions);
    }

    /** Smallest and largest finite value of an expression over the sample; NaN without one. */
    double[] range(Expression expression) {
        return fold(new FiniteRange(), List.of(expression));
    }

    /** The range that holds all but one in 250 values at either end: for axes, where a few outliers would squeeze the rest. */
    double[] typicalRange(Expression expression) {
        double[] all = range(expression);
        if (!(all[1] > all[0])) {
            return all;
        }
        return quantiles(new Grouping.Everyone(), new double[] {0.004, 0.996}, all[0], all[1], List.of(expression))
                .values()[0];
    }
}
