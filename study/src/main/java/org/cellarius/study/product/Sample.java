package org.cellarius.study.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
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
 * @param condition SQL condition of population and {@code where} together
 * @param slices what it is sliced by; empty for one slice of everything
 * @param edges edges of the slices
 */
record Sample(
        Engine engine,
        StarTable stars,
        Progress progress,
        Product.Head head,
        String condition,
        Optional<Quantity> slices,
        List<Double> edges) {

    /** The condition that all stars of a sample fulfil. */
    static final String EVERYONE = "true";

    static Sample of(
            Engine engine,
            StarTable stars,
            Study study,
            Product.Head head,
            Optional<SlicesSource> slices,
            Progress progress) {
        var conditions = new ArrayList<String>();
        head.population()
                .ifPresent(p -> conditions.add(condition(
                        engine,
                        stars,
                        study.populations().getOrDefault(p, ""),
                        study.document().placeOf("/populations/" + p).toString())));
        head.where()
                .ifPresent(w ->
                        conditions.add(condition(engine, stars, w, head.place().toString())));
        String all = conditions.isEmpty()
                ? "true"
                : conditions.stream().map(c -> "(" + c + "\n)").collect(Collectors.joining(" AND "));
        var sample = new Sample(
                engine,
                stars,
                progress,
                head,
                all,
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

    /** A condition that a user wrote, as SQL. */
    static String condition(Engine engine, StarTable stars, String text, String where) {
        var expression = engine.expression(text, stars, where);
        if (expression.type() != ColumnType.BOOLEAN) {
            throw new InputError(
                    "'" + text + "' is not a condition", where, "Write a comparison, for example  fe_h > -1");
        }
        return expression.sql();
    }

    /** The same slices of all stars of the table. */
    Sample everyone() {
        return new Sample(engine, stars, progress, head, "true", slices, edges);
    }

    /** The stars of the sample that fulfil a further SQL condition. */
    Sample also(String further) {
        return new Sample(engine, stars, progress, head, "(" + condition + ") AND " + further, slices, edges);
    }

    /** SQL condition of a slice. */
    String inSlice(int group) {
        return slices.map(s -> "(CAST((" + s.sql() + "\n) AS DOUBLE) >= " + low(group) + " AND CAST((" + s.sql()
                        + "\n) AS DOUBLE) < " + high(group) + ")")
                .orElse("true");
    }

    /** Mean of the slicing quantity over the stars of a slice; NaN without one. */
    double meanOfSlice(int group) {
        String v = slices.map(Quantity::sql).orElse("0");
        return engine.numbers("SELECT avg(CAST((" + v + "\n) AS DOUBLE)) FROM " + stars.sql() + " WHERE (" + condition
                + ") AND " + inSlice(group))[0];
    }

    /** x and y of the stars of a slice that have both, sorted by x. */
    Selection sortedSlice(Quantity x, Quantity y, int group) {
        return Selection.of(stars, List.of(x.sql(), y.sql()))
                .where(condition + " AND " + known(x) + " AND " + known(y) + " AND " + inSlice(group))
                .orderBy(List.of("CAST((" + x.sql() + "\n) AS DOUBLE)"));
    }

    /** Smallest and largest x of the stars of a slice that have x and y; NaN without one. */
    double[] rangeOfSlice(Quantity x, Quantity y, int group) {
        String v = "CAST((" + x.sql() + "\n) AS DOUBLE)";
        return engine.numbers("SELECT min(" + v + "), max(" + v + ") FROM " + stars.sql() + " WHERE " + condition
                + " AND " + known(x) + " AND " + known(y) + " AND " + inSlice(group));
    }

    /** SQL condition: the quantity is a finite number. */
    static String known(Quantity quantity) {
        return "coalesce(isfinite(CAST((" + quantity.sql() + "\n) AS DOUBLE)), false)";
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
    List<String> with(String... expressions) {
        var all = new ArrayList<>(List.of(expressions));
        slices.ifPresent(s -> all.add(s.sql()));
        return all;
    }

    /** Folds a statistic over the sample. */
    <S> S fold(Partial<S> partial, List<String> expressions) {
        return engine.fold(Selection.of(stars, expressions).where(condition), partial, progress);
    }

    /** Exact quantiles, in as many passes as they need. */
    QuantilesByGroup quantiles(
            Grouping grouping, double[] probabilities, double min, double max, List<String> expressions) {
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
    long count(String further) {
        if (further.equals(EVERYONE)) {
            return engine.count(Selection.of(stars, List.of("1")).where(condition));
        }
        return (long) engine.numbers(
                        "SELECT count(*) FILTER (" + further + ") FROM " + stars.sql() + " WHERE " + condition)[0];
    }

    /** Number of stars of the sample in which one of the expressions is missing or not finite. */
    long missing(List<String> expressions) {
        return fold(new IncompleteRows(expressions.size()), expressions);
    }

    /** Smallest and largest finite value of an expression over the sample; NaN without one. */
    double[] range(String expression) {
        return fold(new FiniteRange(), List.of(expression));
    }

    /** The range that holds all but one in 250 values at either end: for axes, where a few outliers would squeeze the rest. */
    double[] typicalRange(String expression) {
        double[] all = range(expression);
        if (!(all[1] > all[0])) {
            return all;
        }
        return quantiles(new Grouping.Everyone(), new double[] {0.004, 0.996}, all[0], all[1], List.of(expression))
                .values()[0];
    }
}
