package org.cellarius.measure.distribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.expression.AnyOf;
import org.cellarius.engine.expression.Expression;
import org.cellarius.figure.Axis;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Populations;
import org.cellarius.measure.product.Populations.PopulationSample;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.Stars;
import org.cellarius.measure.product.Unmeasured;

/** Histogram, moments, quantiles and modes of one quantity per slice: the metallicity distribution function and its kind. */
final class DistributionProduct {

    private DistributionProduct() {}

    /** A population, panel by panel; panels in which no star has a value are left out. */
    private record Measured(PopulationSample of, List<Series> panels, List<PanelSlices.Panel> empty) {}

    static Inquiry<ProductResult> measure(Distribution product, Stars stars) {
        List<PanelSlices.Panel> panels = PanelSlices.of(product.panels(), stars);
        Quantity value = stars.quantity(product.value());
        return Populations.measured(
                        stars,
                        product.head(),
                        product.populations(),
                        product.slicing(),
                        one -> measured(product, value, panels, one))
                .then(all -> {
                    List<Series> series =
                            all.stream().flatMap(m -> m.panels().stream()).toList();
                    if (series.isEmpty()) {
                        throw new Unmeasurable(
                                "no star of the product '" + product.head().name() + "' has a value",
                                product.head().place().toString(),
                                "Look at the cut flow, or choose another 'value'");
                    }
                    return axis(product, value, series)
                            .then(axis -> outside(product, value, axis, series)
                                    .map(outside -> result(product, stars, value, panels, all, axis, outside)));
                });
    }

    private static Inquiry<Measured> measured(
            Distribution product, Quantity value, List<PanelSlices.Panel> panels, PopulationSample one) {
        return Inquiry.all(panels.stream()
                        .map(panel -> new SeriesInquiry(
                                        product,
                                        new PopulationSample(
                                                one.population(),
                                                panel.isWhole()
                                                        ? one.sample()
                                                        : one.sample().also(panel.condition())),
                                        panel,
                                        value)
                                .series())
                        .toList())
                .map(found -> new Measured(
                        one,
                        found.stream().flatMap(Optional::stream).toList(),
                        IntStream.range(0, panels.size())
                                .filter(k -> found.get(k).isEmpty())
                                .mapToObj(panels::get)
                                .toList()));
    }

    private static ProductResult result(
            Distribution product,
            Stars stars,
            Quantity value,
            List<PanelSlices.Panel> panels,
            List<Measured> all,
            Axis axis,
            String outside) {
        List<Series> series = all.stream().flatMap(m -> m.panels().stream()).toList();
        Optional<Quantity> slicedBy = series.getFirst().sample().slices();
        var tables = new DistributionTable(product, value, slicedBy, PanelSlices.unit(product.panels(), stars));
        var curves = new CurveTables(tables);
        String name = product.head().name();
        Map<String, SmallTable> written = new LinkedHashMap<>();
        written.put(name, joined(all, m -> tables.statistics(m.panels())));
        written.put(name + Distribution.HISTOGRAM_TABLE, joined(all, m -> curves.histogram(m.panels())));
        if (product.look().curve() == DistributionLook.Curve.KDE) {
            written.put(name + Distribution.CURVE_TABLE, joined(all, m -> curves.curve(m.panels())));
        }
        var figure = new DistributionFigure(product, value, curves, axis, panels);
        var illustrations = new ArrayList<Illustration>();
        illustrations.add(new Illustration(
                name,
                figure.drawn(series),
                new DistributionCaption(product, value).text(series, figure.inRows(series)) + outside));
        slicedBy.flatMap(by -> new ShapeFigure(product, value, by, panels).drawn(series))
                .ifPresent(illustrations::add);
        var notes = new ArrayList<String>();
        var unmeasured = new ArrayList<Unmeasured>();
        all.forEach(m -> tell(product, m, notes, unmeasured));
        return new ProductResult(product.head(), written, illustrations, notes, unmeasured);
    }

    private static SmallTable joined(List<Measured> all, java.util.function.Function<Measured, SmallTable> table) {
        return Populations.joined(all, Measured::of, table);
    }

    /** What is not described, and why. */
    private static void tell(Distribution product, Measured m, List<String> notes, List<Unmeasured> unmeasured) {
        m.empty()
                .forEach(panel -> notes.add((m.of().population().isEmpty()
                                ? "The panel "
                                : "The population " + m.of().population() + " in the panel ")
                        + panel.plainTitle() + " has no star with a value."));
        for (Series one : m.panels()) {
            String where = one.panel().isWhole() ? "" : ", " + one.panel().plainTitle() + ",";
            for (int g = 0; g < one.slices(); g++) {
                Moments found = one.moments()[g];
                if (!one.described(g, product)) {
                    Unmeasured few = one.of().tooFew(g, found.n(), product.minimumCount());
                    unmeasured.add(
                            one.panel().isWhole()
                                    ? few
                                    : new Unmeasured(
                                            one.panel().plainTitle()
                                                    + (few.sample().isEmpty() ? "" : ", " + few.sample()),
                                            found.n(),
                                            product.minimumCount()));
                    notes.add(one.of().subject(g) + where + " has " + Numbers.stars(found.n())
                            + ", fewer than the minimum count of " + product.minimumCount() + ".");
                } else if (!one.peaked(g)) {
                    notes.add(one.of().subject(g) + where + " has " + Numbers.stars(found.n())
                            + " of one value, " + Numbers.brief(found.mean())
                            + ": no spread, no shape, no density estimate.");
                }
            }
        }
    }

    /** The values of all series, but for the few farthest. */
    private static Inquiry<Axis> axis(Distribution product, Quantity value, List<Series> all) {
        return Inquiry.all(all.stream()
                        .map(one -> one.sample().typicalRange(value.value()))
                        .toList())
                .map(ranges -> {
                    double low = Double.POSITIVE_INFINITY;
                    double top = Double.NEGATIVE_INFINITY;
                    for (double[] typical : ranges) {
                        low = Math.min(low, typical[0]);
                        top = Math.max(top, typical[1]);
                    }
                    return product.head().figure().x().over(value.axis(low, top));
                });
    }

    /** How many stars of the slices that are drawn the axis does not hold, in words. */
    private static Inquiry<String> outside(Distribution product, Quantity value, Axis axis, List<Series> all) {
        return Inquiry.all(all.stream()
                        .map(one -> outside(product, value, axis, one).map(stars -> outside(one, stars)))
                        .toList())
                .map(texts -> String.join("", texts));
    }

    private static Inquiry<Long> outside(Distribution product, Quantity value, Axis axis, Series one) {
        List<Expression> drawn = IntStream.range(0, one.slices())
                .filter(g -> one.described(g, product))
                .mapToObj(one.sample()::inSlice)
                .toList();
        return drawn.isEmpty()
                ? Inquiry.found(0L)
                : one.sample()
                        .count(Expression.all(
                                List.of(new AnyOf(drawn), Sample.known(value), Sample.outside(value, axis))));
    }

    private static String outside(Series one, long stars) {
        String of = java.util.stream.Stream.of(
                        one.of().population(), one.panel().plainTitle())
                .filter(t -> !t.isEmpty())
                .collect(java.util.stream.Collectors.joining(", "));
        return stars == 0
                ? ""
                : (of.isEmpty() ? " " : " " + of + ": ")
                        + Numbers.stars(stars)
                        + (stars == 1 ? " lies outside the axis." : " lie outside the axis.");
    }
}
