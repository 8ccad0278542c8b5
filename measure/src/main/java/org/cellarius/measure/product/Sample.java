package org.cellarius.measure.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.engine.Question;
import org.cellarius.engine.Selection;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.StarFunction;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Markup;
import org.cellarius.galaxy.column.Partial;
import org.cellarius.galaxy.population.FiniteRange;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.IncompleteRows;
import org.cellarius.galaxy.population.Weighting;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;

/**
 * The stars that a product uses: a population and a condition on the star table, cut into slices.
 *
 * @param condition of population and {@code where} together
 * @param slices what it is sliced by; empty for one slice of everything
 * @param edges edges of the slices
 * @param second a second cut; its parts are the slower ones: part 1 with all slices, part 2 with all slices, &hellip;
 * @param weight how much a star counts; empty where all count the same. Stars without a weight are not of the sample
 */
public record Sample(
        Stars of,
        ProductHead head,
        Expression condition,
        Optional<Quantity> slices,
        List<Double> edges,
        Optional<SecondCut> second,
        Optional<Expression> weight) {

    /** Parts of a sample along another quantity. */
    public record SecondCut(Quantity by, List<Double> edges) {
        public SecondCut {
            edges = List.copyOf(edges);
        }

        int parts() {
            return edges.size() - 1;
        }
    }

    /** The condition that all stars of a sample fulfil. */
    static final Expression EVERYONE = Expression.always();

    /** The stars of a head, cut into slices. */
    public static Sample of(Stars stars, ProductHead head, Optional<SlicesSource> slices) {
        Optional<Expression> weight = head.weight().map(w -> w.of(stars));
        Expression condition = conditionOf(stars, head);
        return new Sample(
                stars,
                head,
                weight.map(w -> condition.and(w.isFinite())).orElse(condition),
                slices.map(s -> stars.quantity(s.of())),
                slices.map(SlicesSource::edges).orElse(List.of()),
                Optional.empty(),
                weight);
    }

    /** Population and {@code where} of a head together. */
    static Expression conditionOf(Stars stars, ProductHead head) {
        var conditions = new ArrayList<Expression>();
        head.population().ifPresent(p -> conditions.add(stars.population(p)));
        head.where()
                .ifPresent(w -> conditions.add(stars.condition(w, head.place().toString())));
        return Expression.all(conditions);
    }

    /** The same stars, cut along another quantity as well. */
    public Sample cutBy(Optional<SlicesSource> other) {
        return new Sample(
                of,
                head,
                condition,
                slices,
                edges,
                other.map(s -> new SecondCut(of.quantity(s.of()), s.edges())),
                weight);
    }

    /** A quantity of these stars. */
    public Quantity quantity(AxisSource source) {
        return of.quantity(source);
    }

    /** The same sample, which is not empty. */
    public Inquiry<Sample> peopled() {
        return count(EVERYONE).map(stars -> {
            if (stars == 0) {
                throw new Unmeasurable(
                        "no star is left for the product '" + head.name() + "'"
                                + head.population()
                                        .map(p -> ": the population '" + p + "' is empty here")
                                        .orElse(""),
                        head.place().toString(),
                        "Look at the cut flow, and at 'population' and 'where'");
            }
            return this;
        });
    }

    /** The same slices of all stars of the table. */
    public Sample everyone() {
        return new Sample(of, head, EVERYONE, slices, edges, second, Optional.empty());
    }

    /** The stars of the sample that fulfil a further condition. */
    public Sample also(Expression further) {
        return new Sample(of, head, condition.and(further), slices, edges, second, weight);
    }

    /** Condition of a slice. */
    public Expression inSlice(int group) {
        return Expression.all(Stream.concat(
                        slices.map(s -> within(s, low(group), high(group))).stream(),
                        second.map(c -> within(c.by(), partLow(group), partHigh(group))).stream())
                .toList());
    }

    /** Condition: in any slice, and in any part. */
    public Expression inAnySlice() {
        return Expression.all(Stream.concat(
                        slices.map(s -> within(s, edges.getFirst(), edges.getLast())).stream(),
                        second
                                .map(c -> within(
                                        c.by(), c.edges().getFirst(), c.edges().getLast()))
                                .stream())
                .toList());
    }

    /** Condition: in a slice, with both quantities known, and at least one beyond its axis. */
    public Expression beyond(Quantity x, Axis xAxis, Quantity y, Axis yAxis) {
        return Expression.all(
                List.of(inAnySlice(), known(x), known(y), outside(x, xAxis).or(outside(y, yAxis))));
    }

    /** Condition: a known quantity lies beyond an axis. */
    public static Expression outside(Quantity quantity, Axis axis) {
        return quantity.value()
                .isBetween(Expression.of(axis.min()), Expression.of(axis.max()))
                .negated();
    }

    private static Expression within(Quantity by, double low, double high) {
        return by.value().isAtLeast(Expression.of(low)).and(by.value().isBelow(Expression.of(high)));
    }

    /** Mean of the slicing quantity over the stars of each slice; NaN without one. */
    public Inquiry<double[]> meansOfSlices() {
        Expression sliced = slices.map(Quantity::value).orElse(Expression.of(0.0));
        return new GroupStatistics(this)
                .moments(grouping(), with(sliced))
                .map(found -> Arrays.stream(found)
                        .mapToDouble(m -> m.n() == 0 ? Double.NaN : m.mean())
                        .toArray());
    }

    /** x and y of the stars of a slice that have both, sorted by x. */
    public Selection sortedSlice(Quantity x, Quantity y, int group) {
        return Selection.of(of.table(), weighted(List.of(x.value(), y.value()), 2))
                .where(ofSlice(x, y, group))
                .orderBy(List.of(x.value()));
    }

    /** Smallest and largest x of the stars of a slice that have x and y; NaN without one. */
    public Inquiry<double[]> rangeOfSlice(Quantity x, Quantity y, int group) {
        return Inquiry.of(new Question.Folded<>(new FiniteRange(), List.of(x.value()), ofSlice(x, y, group)));
    }

    private Expression ofSlice(Quantity x, Quantity y, int group) {
        return condition.and(known(x)).and(known(y)).and(inSlice(group));
    }

    /** Condition: the quantity is a finite number. */
    public static Expression known(Quantity quantity) {
        return quantity.value().isFinite();
    }

    /** Slices, or everyone. */
    public Grouping grouping() {
        Grouping sliced = slices.isPresent() ? new Grouping.Slices(edges) : new Grouping.Everyone();
        return second.<Grouping>map(c -> new Grouping.Both(new Grouping.Slices(c.edges()), sliced))
                .orElse(sliced);
    }

    /** Slices of all parts. */
    public int groups() {
        return slicesOfPart() * second.map(SecondCut::parts).orElse(1);
    }

    /** How many slices each part has. */
    public int slicesOfPart() {
        return Math.max(1, edges.size() - 1);
    }

    /** The number of a slice within its part. */
    public int slice(int group) {
        return group % slicesOfPart();
    }

    /** The part of a slice. */
    public int part(int group) {
        return group / slicesOfPart();
    }

    public double low(int group) {
        return edges.isEmpty() ? Double.NaN : edges.get(slice(group));
    }

    public double high(int group) {
        return edges.isEmpty() ? Double.NaN : edges.get(slice(group) + 1);
    }

    /** Lower edge of the part of a slice; NaN without parts. */
    public double partLow(int group) {
        return second.map(c -> c.edges().get(part(group))).orElse(Double.NaN);
    }

    public double partHigh(int group) {
        return second.map(c -> c.edges().get(part(group) + 1)).orElse(Double.NaN);
    }

    /** A slice in words, for example 0.5 ≤ |Z| < 1 kpc; with its part; empty for everyone. */
    public String name(int group) {
        return Stream.of(sliceName(group), partName(group))
                .filter(n -> !n.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** A slice alone; empty where there are none. */
    public String sliceName(int group) {
        return slices.map(s -> words(s, low(group), high(group), edges)).orElse("");
    }

    /** The part of a slice; empty where there are none. */
    public String partName(int group) {
        return second.map(c -> words(c.by(), partLow(group), partHigh(group), c.edges()))
                .orElse("");
    }

    /** The same in plain text. */
    public String plainPartName(int group) {
        return Markup.plain(partName(group));
    }

    private static String words(Quantity by, double low, double high, List<Double> edges) {
        return "%s ≤ %s < %s%s"
                .formatted(
                        Numbers.edge(low, edges),
                        by.label(),
                        Numbers.edge(high, edges),
                        // The logarithm is told by the label.
                        by.unit().isEmpty() || by.unit().startsWith("log(") ? "" : " " + by.unit());
    }

    /** The same in plain text. */
    public String plainName(int group) {
        return Markup.plain(name(group));
    }

    /** Expressions followed by the slicing one. */
    public List<Expression> with(Expression... expressions) {
        var all = new ArrayList<>(List.of(expressions));
        second.ifPresent(c -> all.add(c.by().value()));
        slices.ifPresent(s -> all.add(s.value()));
        return all;
    }

    /** Whether stars count differently. */
    public Weighting weighting() {
        return weight.isPresent() ? Weighting.BY_STAR : Weighting.EQUAL;
    }

    /** Expressions with the weight put in behind the first ones, where stars are weighted. */
    private List<Expression> weighted(List<Expression> expressions, int behind) {
        var all = new ArrayList<>(expressions);
        weight.ifPresent(w -> all.add(behind, w));
        return all;
    }

    /** What a weighted statistic reads: the value, the weight if stars are weighted, then the grouping's. */
    public List<Expression> weighted(List<Expression> valueAndGrouping) {
        return weighted(valueAndGrouping, 1);
    }

    /** A star that counts w times pulls a line as one whose error is &radic;w times smaller. */
    public Expression countedError(Expression error) {
        return weight.map(w -> error.over(new Call(StarFunction.SQRT, List.of(w))))
                .orElse(error);
    }

    /** Folds a statistic over the sample. */
    public <S> Inquiry<S> fold(Partial<S> partial, List<Expression> expressions) {
        return Inquiry.of(new Question.Folded<>(partial, expressions, condition));
    }

    /** Columns of the sample, then that of the slices. */
    public Inquiry<double[][]> columns(List<Expression> expressions) {
        return Inquiry.of(new Question.Columns(with(expressions.toArray(Expression[]::new)), condition));
    }

    /** Number of stars of the sample that fulfil a further condition. */
    public Inquiry<Long> count(Expression further) {
        return Inquiry.of(new Question.Count(condition.and(further)));
    }

    /** Number of stars of each slice. */
    public Inquiry<List<Long>> counts() {
        return Inquiry.all(
                IntStream.range(0, groups()).mapToObj(g -> count(inSlice(g))).toList());
    }

    /** Number of stars of the sample in which one of the expressions is missing or not finite. */
    public Inquiry<Long> missing(List<Expression> expressions) {
        return fold(new IncompleteRows(expressions.size()), expressions);
    }

    /** Smallest and largest finite value of an expression over the sample; NaN without one. */
    public Inquiry<double[]> range(Expression expression) {
        return fold(new FiniteRange(), List.of(expression));
    }

    /** The range that holds all but one in 250 values at either end: for axes, where a few outliers would squeeze the rest. */
    public Inquiry<double[]> typicalRange(Expression expression) {
        return range(expression)
                .then(all -> all[1] > all[0]
                        ? new GroupStatistics(this)
                                .quantiles(
                                        new Grouping.Everyone(),
                                        new double[] {0.004, 0.996},
                                        all[0],
                                        all[1],
                                        List.of(expression))
                                .map(q -> q.values()[0])
                        : Inquiry.found(all));
    }
}
