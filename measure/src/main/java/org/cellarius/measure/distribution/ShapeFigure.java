package org.cellarius.measure.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.ReferenceLine;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Quantity;

/** Location, spread and skewness of a distribution against what it is sliced by. */
record ShapeFigure(Distribution product, Quantity value, Quantity by, List<PanelSlices.Panel> panels) {

    /** Fewer slices are no trend. */
    private static final int FEWEST = 3;

    private static final double ASIDE = 0.14;

    /**
     * A statistic, slice by slice.
     *
     * @param open drawn as an outline
     */
    private record Statistic(
            String name,
            ToDoubleBiFunction<Series, Integer> value,
            ToDoubleBiFunction<Series, Integer> error,
            boolean open) {}

    /** A row of panels. */
    private record Row(String label, String unit, List<Statistic> statistics, boolean aboutZero) {}

    /** Empty where there are too few slices. */
    Optional<Illustration> drawn(List<Series> all) {
        boolean enough = all.stream()
                .anyMatch(s -> IntStream.range(0, s.slices())
                                .filter(g -> s.described(g, product))
                                .count()
                        >= FEWEST);
        if (!enough) {
            return Optional.empty();
        }
        boolean populations = product.populations().size() > 1;
        var median = new Statistic(
                "median",
                (s, g) -> SeriesInquiry.quantile(s.quantiles().values()[g], 0.5),
                (s, g) -> s.medianErrors()[g],
                false);
        var mode = new Statistic("mode", DistributionTable::mode, (s, g) -> s.errors()[g].modeOfKernels(), populations);
        var mean =
                new Statistic("mean", (s, g) -> s.moments()[g].mean(), (s, g) -> s.moments()[g].standardError(), false);
        List<Row> rows = List.of(
                new Row(
                        value.label(),
                        value.unit(),
                        populations ? List.of(median, mode) : List.of(mean, median, mode),
                        false),
                new Row(
                        "σ of " + value.label(),
                        value.unit(),
                        List.of(new Statistic(
                                "",
                                (s, g) -> s.moments()[g].standardDeviation(),
                                (s, g) -> s.moments()[g].standardDeviationError(),
                                false)),
                        false),
                new Row(
                        "Skewness",
                        "",
                        List.of(new Statistic(
                                "", (s, g) -> s.moments()[g].skewness(), (s, g) -> s.errors()[g].skewness(), false)),
                        true));
        var drawn = new ArrayList<Panel>();
        Axis x = by.axis(
                all.getFirst().sample().low(0),
                all.getFirst().sample().high(all.getFirst().slices() - 1));
        for (Row row : rows) {
            boolean first = row.equals(rows.getFirst());
            Axis y = axis(row, all);
            for (PanelSlices.Panel panel : panels) {
                drawn.add(Panel.of(
                        first ? panel.title() : "",
                        x,
                        y,
                        layers(row, panel, all, first && panel.equals(panels.getFirst()))));
            }
        }
        String alt = "%s: location, spread and skewness of %s against %s."
                .formatted(product.head().title(), value.named(), by.named());
        String caption =
                "%s of %s, its standard deviation and its skewness g1 against the middle of the slices in %s (points a little aside); errors of mode and skewness from %d bootstrap draws, the mode is that of a density estimate (%s)."
                        .formatted(
                                populations ? "Median (filled) and mode (open)" : "Mean, median and mode",
                                value.named(),
                                by.named(),
                                product.bootstrap().draws(),
                                product.bandwidth().title());
        return Optional.of(new Illustration(
                product.head().name() + Distribution.SHAPE_FIGURE,
                new Figure(
                        alt,
                        drawn,
                        panels.size(),
                        panels.size() == 1 ? FigureSize.of(88, 130) : FigureSize.of(180, 150)),
                caption));
    }

    private Axis axis(Row row, List<Series> all) {
        double[] ends = all.stream()
                .flatMapToDouble(s -> IntStream.range(0, s.slices())
                        .filter(g -> s.described(g, product))
                        .boxed()
                        .flatMapToDouble(g -> row.statistics().stream().flatMapToDouble(t -> {
                            double v = t.value().applyAsDouble(s, g);
                            double e = t.error().applyAsDouble(s, g);
                            double bar = Double.isFinite(e) ? e : 0;
                            return java.util.stream.DoubleStream.of(v - bar, v + bar);
                        })))
                .filter(Double::isFinite)
                .toArray();
        return Axis.covering(row.label(), row.unit(), ends, 0.08);
    }

    private List<Layer> layers(Row row, PanelSlices.Panel panel, List<Series> all, boolean named) {
        var layers = new ArrayList<Layer>();
        if (row.aboutZero()) {
            layers.add(ReferenceLine.horizontal(0, LineStyle.GUIDE, ""));
        }
        boolean populations = product.populations().size() > 1;
        for (Series one : all) {
            if (one.panel().number() != panel.number()) {
                continue;
            }
            int colour = populations ? product.populations().indexOf(one.of().population()) : 0;
            for (int t = 0; t < row.statistics().size(); t++) {
                Statistic statistic = row.statistics().get(t);
                PointStyle style = PointStyle.series(populations ? colour : t);
                String legend = !named
                        ? ""
                        : populations
                                ? one.of().population() + (row.statistics().size() > 1 ? ", " + statistic.name() : "")
                                : statistic.name();
                layers.add(points(
                        one,
                        statistic,
                        aside(
                                populations ? colour : t,
                                populations
                                        ? product.populations().size()
                                        : row.statistics().size()),
                        statistic.open() ? style.open() : style,
                        legend));
            }
        }
        return layers;
    }

    /** How far the points of a series stand beside the middle of a slice, in its width, so that they hide no others. */
    private static double aside(int number, int of) {
        return ASIDE * (number - 0.5 * (of - 1));
    }

    private ErrorBars points(Series one, Statistic statistic, double aside, PointStyle style, String legend) {
        int[] slices = IntStream.range(0, one.slices())
                .filter(g -> one.described(g, product))
                .toArray();
        double[] x = IntStream.of(slices)
                .mapToDouble(g -> DistributionFigure.middle(one, g)
                        + aside * (one.sample().high(g) - one.sample().low(g)))
                .toArray();
        double[] y = IntStream.of(slices)
                .mapToDouble(g -> statistic.value().applyAsDouble(one, g))
                .toArray();
        double[] error = IntStream.of(slices)
                .mapToDouble(g -> statistic.error().applyAsDouble(one, g))
                .toArray();
        return ErrorBars.vertical(x, y, error, style, legend);
    }
}
