package org.cellarius.study.vary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.Dash;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Note;
import org.cellarius.figure.OutsidePoints;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.Symbol;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.ResultRow;

/** The figures of a robustness matrix. */
final class RobustnessFigures {

    /** Values further beyond the study's own, in units of the range of these with their errors, are counted, and arrows point to them. */
    private static final double FARTHEST = 0.5;

    /** More alternatives of one setting are drawn alike, without names. */
    private static final int MOST_IN_LEGEND = 7;

    /** Height of a line of a legend, in heights of a panel. */
    private static final double LEGEND_LINE = 0.085;

    /** Empty room above and below, in heights of a panel. */
    private static final double PADDING = 0.05;

    private static final double THIN_PT = 0.5;

    private static final double SYMBOL_PT = 3.2;

    private final Alternatives all;

    RobustnessFigures(Alternatives all) {
        this.all = all;
    }

    /** A figure for each population and variant of a product that the settings move; the others are named in {@code alike}. */
    List<Illustration> of(String product, List<ResultRow> rows, Set<String> alike) {
        Map<String, List<ResultRow>> series = rows.stream()
                .collect(Collectors.groupingBy(
                        r -> Stream.of(r.population(), r.variant())
                                .filter(t -> !t.isEmpty())
                                .collect(Collectors.joining("-")),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var illustrations = new ArrayList<Illustration>();
        series.forEach((of, own) -> {
            if (own.stream().anyMatch(row -> moved(product, row))) {
                illustrations.add(illustration(product, of, own));
            } else if (all.measured().stream()
                    .filter(m -> m.product().equals(product))
                    .allMatch(m -> own.stream().noneMatch(row -> Alternatives.lacks(m, row)))) {
                alike.add(product + (of.isEmpty() ? "" : ", " + of.replace("-", ", ")));
            }
        });
        return illustrations;
    }

    private boolean moved(String product, ResultRow row) {
        return all.vary().settings().stream().anyMatch(s -> moved(product, row, s));
    }

    private boolean moved(String product, ResultRow row, VariedSetting setting) {
        return DoubleStream.of(all.others(product, row, setting)).anyMatch(v -> v != row.value());
    }

    /** Whether a setting moves a number of these, or leaves one out. */
    private boolean tells(String product, List<ResultRow> own, VariedSetting setting) {
        return own.stream()
                .anyMatch(row -> moved(product, row, setting)
                        || all.of(product, setting).anyMatch(m -> Alternatives.lacks(m, row)));
    }

    private Illustration illustration(String product, String of, List<ResultRow> own) {
        ProductResult result = all.products()
                .getOrDefault(product, all.products().values().iterator().next());
        TableColumn quantity = column(result.main(), all.vary().quantity());
        // A product without slices has one row for each population.
        String unit = result.main().columns().stream()
                .filter(c -> c.name().equals("slice_lo"))
                .map(TableColumn::unit)
                .findFirst()
                .orElse("");
        var slices = new SlicePlaces(own, unit);
        Axis yAxis = ordinate(product, own, quantity, slices.sliced());
        List<Panel> panels = all.vary().settings().stream()
                .filter(setting -> tells(product, own, setting))
                .map(setting -> panel(product, own, setting, slices, yAxis))
                .toList();
        String caption =
                "%s of %s%s. Black: by the study's own settings, with statistical errors; colours: alternatives; grey: the systematic error.%s"
                        .formatted(
                                quantity.name(),
                                result.head().title(),
                                of.isEmpty() ? "" : ", " + of,
                                slices.inWords()
                                        + named(product, slices)
                                        + unmoved(product, own)
                                        + beyond(product, own, yAxis));
        String name = RobustnessMatrix.NAME + "-" + product + (of.isEmpty() ? "" : "-" + of);
        return new Illustration(
                name,
                new Figure(caption, panels, Math.min(3, panels.size()), FigureSize.ofPanels(panels.size())),
                caption);
    }

    /** The settings that have no panel. */
    private String unmoved(String product, List<ResultRow> own) {
        String names = all.vary().settings().stream()
                .filter(setting -> !tells(product, own, setting))
                .map(VariedSetting::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " Without a panel, because nothing changes here: " + names + ".";
    }

    /** What arrows at the frame are, which carry their numbers. */
    private String beyond(String product, List<ResultRow> own, Axis yAxis) {
        boolean any = all.measured().stream()
                .filter(m -> m.product().equals(product))
                .flatMap(m -> m.rows().stream())
                .filter(r -> own.stream().anyMatch(r::sameSlice))
                .anyMatch(r -> r.value() < yAxis.min() || r.value() > yAxis.max());
        return any ? " Arrows: values beyond the axis." : "";
    }

    /** The values of all panels, with room above for the longest legend; what lies far away or is badly known does not squeeze all others. */
    private Axis ordinate(String product, List<ResultRow> own, TableColumn quantity, boolean legends) {
        DoubleSummaryStatistics near = own.stream()
                .flatMapToDouble(r -> DoubleStream.of(r.value() - whole(r.error()), r.value() + whole(r.error())))
                .filter(Double::isFinite)
                .summaryStatistics();
        if (near.getCount() == 0) {
            return Axis.of(quantity.name().replace('_', ' '), quantity.unit(), 0, 1);
        }
        double reach = FARTHEST * (near.getMax() - near.getMin());
        double bar = own.stream().mapToDouble(r -> whole(r.error())).max().orElse(0);
        DoubleSummaryStatistics shown = all.measured().stream()
                .filter(m -> m.product().equals(product))
                .flatMap(m -> m.rows().stream())
                .filter(r -> own.stream().anyMatch(r::sameSlice))
                .filter(r -> r.value() > near.getMin() - reach && r.value() < near.getMax() + reach)
                .flatMapToDouble(r -> DoubleStream.of(
                        r.value() - Math.min(bar, whole(r.error())), r.value() + Math.min(bar, whole(r.error()))))
                .summaryStatistics();
        // A systematic error is seen whole, and so is the alternative that makes it.
        DoubleSummaryStatistics boxes = own.stream()
                .flatMapToDouble(r -> all.vary().settings().stream()
                        .mapToDouble(s -> whole(all.systematic(product, r, s)))
                        .flatMap(s -> DoubleStream.of(r.value() - s, r.value() + s)))
                .filter(Double::isFinite)
                .summaryStatistics();
        double low = Math.min(Math.min(near.getMin(), shown.getMin()), boxes.getMin());
        double high = Math.max(Math.max(near.getMax(), shown.getMax()), boxes.getMax());
        long entries = all.vary().settings().stream()
                .mapToLong(s -> all.of(product, s).count())
                .filter(n -> legends && n <= MOST_IN_LEGEND)
                .max()
                .orElse(0);
        double room = (high - low) / (1 - LEGEND_LINE * (entries + 1) - 2 * PADDING);
        return Axis.of(
                quantity.name().replace('_', ' '),
                quantity.unit(),
                low - PADDING * room,
                high + (PADDING + LEGEND_LINE * (entries + 1)) * room);
    }

    private static double whole(double error) {
        return Double.isFinite(error) ? error : 0;
    }

    private static TableColumn column(SmallTable table, String name) {
        return table.columns().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Panel panel(String product, List<ResultRow> own, VariedSetting setting, SlicePlaces slices, Axis yAxis) {
        List<Measured> others = all.of(product, setting).toList();
        boolean named = others.size() <= MOST_IN_LEGEND;
        var layers = new ArrayList<Layer>();
        double[] value = own.stream().mapToDouble(ResultRow::value).toArray();
        double[] systematic = own.stream()
                .mapToDouble(r -> whole(all.systematic(product, r, setting)))
                .toArray();
        layers.add(boxes(slices, value, systematic, others.size()));
        for (int k = 0; k < others.size(); k++) {
            Measured other = others.get(k);
            double[] xs = new double[own.size()];
            double[] ys = new double[own.size()];
            double[] errors = new double[own.size()];
            for (int i = 0; i < own.size(); i++) {
                xs[i] = slices.dodged(i, k, others.size());
                Optional<ResultRow> row =
                        other.rows().stream().filter(own.get(i)::sameSlice).findFirst();
                ys[i] = row.map(ResultRow::value).orElse(Double.NaN);
                errors[i] =
                        row.map(ResultRow::error).map(RobustnessFigures::whole).orElse(0.0);
            }
            PointStyle symbol = PointStyle.series(named ? styleOf(k) : 0);
            layers.add(new Line(xs, ys, new LineStyle(symbol.colour(), THIN_PT, Dash.SOLID), ""));
            layers.add(ErrorBars.vertical(
                    xs,
                    ys,
                    errors,
                    new PointStyle(symbol.colour(), symbol.symbol(), SYMBOL_PT, true),
                    named && slices.sliced()
                            ? other.alternative() + (Arrays.stream(ys).anyMatch(Double::isFinite) ? "" : " (no number)")
                            : ""));
            layers.add(new OutsidePoints(xs, ys, symbol.colour()));
        }
        double[] x = slices.places();
        layers.add(new Line(x, value, new LineStyle(Palette.BLACK.colour(), THIN_PT, Dash.SOLID), ""));
        layers.add(ErrorBars.vertical(
                x,
                value,
                own.stream()
                        .mapToDouble(ResultRow::error)
                        .map(RobustnessFigures::whole)
                        .toArray(),
                new PointStyle(Palette.BLACK.colour(), Symbol.CIRCLE, SYMBOL_PT, true),
                slices.sliced() ? "the study’s own" : ""));
        if (!named && slices.sliced()) {
            layers.add(new Note(others.size() + " alternatives", Note.Corner.BOTTOM_LEFT));
        }
        return Panel.of(
                setting.name(),
                slices.axis(all.sliceLabels().getOrDefault(product, "slice"), alternatives(product, setting)),
                yAxis,
                layers);
    }

    /** The alternatives whose names the figure has not, or not whole. */
    private String named(String product, SlicePlaces slices) {
        return all.vary().settings().stream()
                .filter(s -> slices.cuts(alternatives(product, s))
                        || alternatives(product, s).size() > MOST_IN_LEGEND)
                .map(s ->
                        alternatives(product, s).stream().collect(Collectors.joining(", ", " " + s.name() + ": ", ".")))
                .collect(Collectors.joining());
    }

    private List<String> alternatives(String product, VariedSetting setting) {
        return all.of(product, setting).map(Measured::alternative).toList();
    }

    /** The style of alternative k: black is the study's own, and yellow is hard to see on white. */
    private static int styleOf(int k) {
        return IntStream.iterate(0, i -> i + 1)
                .filter(i -> Palette.series(i) != Palette.BLACK && Palette.series(i) != Palette.YELLOW)
                .skip(k)
                .findFirst()
                .orElseThrow();
    }

    /** The systematic error of each slice as a grey box about the study's own value. */
    private static Band boxes(SlicePlaces slices, double[] value, double[] systematic, int alternatives) {
        int n = value.length;
        double[] x = new double[3 * n];
        double[] low = new double[3 * n];
        double[] high = new double[3 * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < 3; k++) {
                boolean gap = k == 2;
                x[3 * i + k] = gap ? Double.NaN : slices.edge(i, k, alternatives);
                low[3 * i + k] = gap ? Double.NaN : value[i] - systematic[i];
                high[3 * i + k] = gap ? Double.NaN : value[i] + systematic[i];
            }
        }
        return new Band(x, low, high, new java.awt.Color(0x808080), 0.25, "");
    }
}
