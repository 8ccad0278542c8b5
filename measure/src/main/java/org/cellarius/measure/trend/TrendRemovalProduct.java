package org.cellarius.measure.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Cases;
import org.cellarius.engine.expression.Expression;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Note;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.galaxy.fit.InterpolatedTrend;
import org.cellarius.galaxy.fit.PolynomialsByGroup;
import org.cellarius.galaxy.fit.Trend;
import org.cellarius.galaxy.fit.TriangularFactor;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.galaxy.population.QuantilesByGroup;
import org.cellarius.galaxy.profile.RunningMedian;
import org.cellarius.galaxy.profile.RunningWindow;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.GroupStatistics;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.StarCloud;
import org.cellarius.measure.profile.MedianBins;

/** Finds a trend among some stars, slice by slice, and says how it is subtracted from all. */
final class TrendRemovalProduct {

    private static final int DRAWN = 200;
    private static final int MEDIANS = 30;

    private TrendRemovalProduct() {}

    static Inquiry<Removal> measure(TrendRemoval removal, Sample stars) {
        Quantity x = stars.quantity(removal.against());
        Quantity y = stars.quantity(removal.of());
        return stars.peopled()
                .then(makers -> trends(removal, makers, x, y)
                        .then(trends -> zeroPoints(removal, makers.also(Sample.known(x)), y, trends)
                                .map(zeros -> removed(removal, makers, x, y, trends, zeros))));
    }

    private static Removal removed(
            TrendRemoval removal, Sample makers, Quantity x, Quantity y, List<Trend> trends, double[] zeros) {
        String name = removal.head().name();
        Expression expression = expression(removal, makers, x, y, trends, zeros);
        var column = new TableColumn(
                name,
                ColumnType.DOUBLE,
                y.unit(),
                y.plainLabel() + " without its trend along " + x.plainLabel() + ": "
                        + removal.model().description() + "; "
                        + removal.zeroPoint().description());
        return new Removal(column, expression, shown(removal, makers, trends, zeros, x, y, expression));
    }

    private static Inquiry<ProductResult> shown(
            TrendRemoval removal,
            Sample makers,
            List<Trend> trends,
            double[] zeros,
            Quantity x,
            Quantity y,
            Expression expression) {
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(removal.head().name(), table(makers, trends, zeros, x, y));
        String caption =
                "%s along %s before (left) and after (right) its trend is subtracted: %s%s%s; %s. Red: the trend, over the range of the stars that made it; blue: medians."
                        .formatted(
                                y.named(),
                                x.named(),
                                removal.model().description(),
                                removal.head()
                                        .where()
                                        .map(w -> ", of stars with " + w)
                                        .orElse(""),
                                makers.slices()
                                        .map(s -> ", for each slice of " + s.plainLabel())
                                        .orElse(""),
                                removal.zeroPoint().description());
        return figure(removal, makers.everyone(), trends, zeros, x, y, expression)
                .map(figure -> ProductResult.of(removal, tables, figure, caption, List.of()));
    }

    private static Inquiry<List<Trend>> trends(TrendRemoval removal, Sample makers, Quantity x, Quantity y) {
        return switch (removal.model()) {
            case TrendModel.PolynomialOf p -> polynomials(p, makers, x, y);
            case TrendModel.BinnedMedians b -> binned(b, makers, x, y);
            case TrendModel.RunningMedians r -> running(r, makers, x, y);
        };
    }

    private static Inquiry<List<Trend>> polynomials(
            TrendModel.PolynomialOf model, Sample makers, Quantity x, Quantity y) {
        return ranges(makers, x, y).then(ranges -> {
            var sums = new PolynomialsByGroup(model.degree(), ranges[0], ranges[1], makers.grouping());
            return makers.fold(sums, makers.with(x.value(), y.value())).map(state -> polynomials(makers, sums, state));
        });
    }

    private static List<Trend> polynomials(Sample makers, PolynomialsByGroup sums, TriangularFactor[] state) {
        var trends = new ArrayList<Trend>();
        for (int g = 0; g < makers.groups(); g++) {
            try {
                trends.add(sums.polynomial(state, g));
            } catch (IllegalArgumentException e) {
                throw none(makers, g, String.valueOf(e.getMessage()));
            }
        }
        return trends;
    }

    private static Inquiry<List<Trend>> binned(TrendModel.BinnedMedians model, Sample makers, Quantity x, Quantity y) {
        return MedianBins.of(makers, x, y, model.width()).map(bins -> binned(model, makers, bins));
    }

    private static List<Trend> binned(TrendModel.BinnedMedians model, Sample makers, MedianBins bins) {
        var trends = new ArrayList<Trend>();
        for (int g = 0; g < makers.groups(); g++) {
            int group = g;
            int[] used = bins.filled(g, model.minimumCount());
            if (used.length < 2) {
                throw none(makers, g, used.length + " bins with at least " + model.minimumCount() + " stars");
            }
            trends.add(new InterpolatedTrend(
                    IntStream.of(used).mapToDouble(bins::centre).toArray(),
                    IntStream.of(used).mapToDouble(b -> bins.median(group, b)).toArray(),
                    bins.low(used[0]),
                    bins.high(used[used.length - 1]),
                    IntStream.of(used).mapToLong(b -> bins.stars(group, b)).sum()));
        }
        return trends;
    }

    private static Inquiry<List<Trend>> running(
            TrendModel.RunningMedians model, Sample makers, Quantity x, Quantity y) {
        return ranges(makers, x, y).map(ranges -> running(model, makers, x, y, ranges));
    }

    private static List<Trend> running(
            TrendModel.RunningMedians model, Sample makers, Quantity x, Quantity y, double[][] ranges) {
        var trends = new ArrayList<Trend>();
        for (int g = 0; g < makers.groups(); g++) {
            var windows = new ArrayList<RunningWindow>();
            var running = new RunningMedian(model.window(), model.overlap(), windows::add);
            long[] n = {0};
            makers.of()
                    .engine()
                    .scan(
                            makers.sortedSlice(x, y, g),
                            (rows, in) -> {
                                for (int i = 0; i < rows; i++) {
                                    running.add(in[0][i], in[1][i]);
                                }
                                n[0] += rows;
                            },
                            makers.of().progress());
            // Windows of stars at one and the same x give one point.
            List<RunningWindow> points = IntStream.range(0, windows.size())
                    .filter(k -> k == 0
                            || windows.get(k).xMedian() > windows.get(k - 1).xMedian())
                    .mapToObj(windows::get)
                    .toList();
            if (points.size() < 2) {
                throw none(makers, g, n[0] + " stars, fewer than two windows of " + model.window());
            }
            trends.add(new InterpolatedTrend(
                    points.stream().mapToDouble(RunningWindow::xMedian).toArray(),
                    points.stream().mapToDouble(RunningWindow::yMedian).toArray(),
                    ranges[0][g],
                    ranges[1][g],
                    n[0]));
        }
        return trends;
    }

    private static InputError none(Sample makers, int group, String why) {
        return new InputError(
                "the correction '" + makers.head().name() + "' finds no trend"
                        + (makers.name(group).isEmpty() ? "" : " in the slice " + makers.plainName(group)) + ": " + why,
                makers.head().place().toString(),
                "Let more stars make the trend ('calibrated-on'), or use fewer slices, wider bins or a lower degree");
    }

    /** Smallest and largest x of the stars with x and y, per slice. */
    private static Inquiry<double[][]> ranges(Sample makers, Quantity x, Quantity y) {
        return Inquiry.all(IntStream.range(0, makers.groups())
                        .mapToObj(g -> makers.rangeOfSlice(x, y, g))
                        .toList())
                .map(found -> new double[][] {
                    found.stream().mapToDouble(r -> r[0]).toArray(),
                    found.stream().mapToDouble(r -> r[1]).toArray()
                });
    }

    private static Inquiry<double[]> zeroPoints(TrendRemoval removal, Sample makers, Quantity y, List<Trend> trends) {
        return switch (removal.zeroPoint()) {
            case ZeroPoint.Residual r -> Inquiry.found(new double[trends.size()]);
            case ZeroPoint.ValueAt v ->
                Inquiry.found(IntStream.range(0, trends.size())
                        .mapToDouble(g -> valueAt(makers, g, trends.get(g), v.x()))
                        .toArray());
            case ZeroPoint.Median m ->
                makers.range(y.value())
                        .then(range -> new GroupStatistics(makers)
                                .quantiles(
                                        makers.grouping(),
                                        new double[] {0.5},
                                        range[0],
                                        range[1],
                                        makers.with(y.value())))
                        .map(medians -> IntStream.range(0, trends.size())
                                .mapToDouble(g -> medians.values()[g][0])
                                .toArray());
        };
    }

    private static double valueAt(Sample makers, int group, Trend trend, double x) {
        if (!(x >= trend.from() && x <= trend.to())) {
            throw none(
                    makers,
                    group,
                    "its zero point is to be the trend at %s, and the stars that make it lie between %s and %s"
                            .formatted(x, trend.from(), trend.to()));
        }
        return trend.at(x);
    }

    private static Expression expression(
            TrendRemoval removal, Sample makers, Quantity x, Quantity y, List<Trend> trends, double[] zeros) {
        var cases = new ArrayList<Cases.Case>();
        for (int g = 0; g < trends.size(); g++) {
            cases.add(new Cases.Case(
                    makers.inSlice(g).and(Sample.known(x)).and(Sample.known(y)),
                    y.value()
                            .minus(TrendExpression.at(trends.get(g), x.value(), removal.beyond()))
                            .plus(Expression.of(zeros[g]))));
        }
        return new Cases(cases, Optional.empty());
    }

    private static SmallTable table(Sample makers, List<Trend> trends, double[] zeros, Quantity x, Quantity y) {
        String sliceUnit = makers.slices().map(Quantity::unit).orElse("");
        var table = new SmallTable.Builder()
                .slices(makers.slices().map(Quantity::label).orElse(""), sliceUnit)
                .count("n", "stars that made the trend")
                .as(ColumnRole.Other.COUNT)
                .number("x", x.unit(), "where")
                .as(ColumnRole.Key.PLACE)
                .number("trend", y.unit(), "the trend there")
                .number("zero_point", y.unit(), "what is added back");
        for (int g = 0; g < trends.size(); g++) {
            Trend trend = trends.get(g);
            double[] xs = trend instanceof InterpolatedTrend t ? t.x() : grid(trend, 20);
            for (double v : xs) {
                table.row(g + 1, makers.low(g), makers.high(g), trend.n(), v, trend.at(v), zeros[g]);
            }
        }
        return table.build();
    }

    private static double[] grid(Trend trend, int steps) {
        return IntStream.rangeClosed(0, steps)
                .mapToDouble(k -> trend.from() + (trend.to() - trend.from()) * k / steps)
                .toArray();
    }

    /** The axes of both columns of panels. */
    private record Axes(Axis x, Axis before, Axis after) {}

    private static Inquiry<Figure> figure(
            TrendRemoval removal,
            Sample all,
            List<Trend> trends,
            double[] zeros,
            Quantity x,
            Quantity y,
            Expression corrected) {
        var after = new Quantity(corrected, y.label() + ", corrected", y.unit(), List.of());
        Inquiry<Axes> axes = Inquiry.all(
                        List.of(all.typicalRange(x.value()), all.typicalRange(y.value()), all.typicalRange(corrected)))
                .map(r -> new Axes(
                        x.axis(r.get(0)[0], r.get(0)[1]),
                        y.axis(r.get(1)[0], r.get(1)[1]),
                        after.axis(r.get(2)[0], r.get(2)[1])));
        return axes.then(a -> drawn(all, x.value(), y.value(), a.x(), a.before())
                .with(
                        drawn(all, x.value(), corrected, a.x(), a.after()),
                        (before, later) -> figure(removal, all, trends, zeros, x, y, before, later)));
    }

    /** Stars and medians of a column of panels, slice by slice. */
    private record Column(Axis xAxis, Axis yAxis, List<Long> counts, List<Layer> stars, List<Line> medians) {}

    private static Inquiry<Column> drawn(Sample all, Expression x, Expression y, Axis xAxis, Axis yAxis) {
        return StarCloud.of(all, x, y, xAxis, yAxis)
                .with(
                        all.counts(),
                        (cloud, counts) ->
                                cloud.layers(counts).map(stars -> new Column(xAxis, yAxis, counts, stars, List.of())))
                .then(column -> column)
                .with(
                        medians(all, x, y, xAxis),
                        (c, medians) -> new Column(c.xAxis(), c.yAxis(), c.counts(), c.stars(), medians));
    }

    private static Figure figure(
            TrendRemoval removal,
            Sample all,
            List<Trend> trends,
            double[] zeros,
            Quantity x,
            Quantity y,
            Column before,
            Column after) {
        Axis xAxis = before.xAxis();
        var panels = new ArrayList<Panel>();
        for (int g = 0; g < trends.size(); g++) {
            Trend trend = trends.get(g);
            double[] xs = IntStream.rangeClosed(0, DRAWN)
                    .mapToDouble(k -> xAxis.min() + (xAxis.max() - xAxis.min()) * k / DRAWN)
                    .filter(v -> v >= trend.from() && v <= trend.to())
                    .toArray();
            double zero = zeros[g];
            panels.add(panel(
                    all.name(g),
                    before,
                    g,
                    xs,
                    Arrays.stream(xs).map(trend::at).toArray(),
                    "N = " + Numbers.count(before.counts().get(g))));
            panels.add(panel(
                    all.name(g), after, g, xs, Arrays.stream(xs).map(v -> zero).toArray(), ""));
        }
        String alt = "%s: %s along %s before and after the trend is removed."
                .formatted(removal.head().title(), y.named(), x.named());
        return new Figure(alt, panels, 2, FigureSize.DOUBLE_COLUMN);
    }

    private static Panel panel(String title, Column column, int group, double[] xs, double[] ys, String note) {
        var layers = new ArrayList<Layer>();
        layers.add(column.stars().get(group));
        layers.add(column.medians().get(group));
        layers.add(new Line(xs, ys, LineStyle.solid(Palette.VERMILLION), ""));
        if (!note.isEmpty()) {
            layers.add(new Note(note, Note.Corner.TOP_RIGHT));
        }
        return Panel.of(title, column.xAxis(), column.yAxis(), layers);
    }

    /** Medians along x, slice by slice; bins with fewer than ten stars are left out. */
    private static Inquiry<List<Line>> medians(Sample all, Expression x, Expression y, Axis xAxis) {
        Grouping.Slices bins = StarCloud.regular(xAxis, MEDIANS);
        var grouping = new Grouping.Both(bins, all.grouping());
        return all.range(y)
                .then(range -> new GroupStatistics(all)
                        .quantiles(grouping, new double[] {0.5}, range[0], range[1], all.with(y, x)))
                .map(medians -> IntStream.range(0, all.groups())
                        .mapToObj(g -> line(bins, medians, all.groups(), g))
                        .toList());
    }

    private static Line line(Grouping.Slices bins, QuantilesByGroup medians, int groups, int group) {
        int[] used = IntStream.range(0, MEDIANS)
                .filter(b -> medians.counts()[b * groups + group] >= 10)
                .toArray();
        return new Line(
                IntStream.of(used)
                        .mapToDouble(
                                b -> 0.5 * (bins.edges().get(b) + bins.edges().get(b + 1)))
                        .toArray(),
                IntStream.of(used)
                        .mapToDouble(b -> medians.values()[b * groups + group][0])
                        .toArray(),
                LineStyle.solid(Palette.BLUE),
                "");
    }
}
