package org.cellarius.study.vary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.engine.ColumnRole;
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
import org.cellarius.measure.gradient.Remarks;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.ResultRow;

/** The same numbers with other settings, and what that says about their errors. */
public final class RobustnessMatrix {

    /** Name of the matrix among the products. */
    public static final String NAME = "robustness";

    private static final String STATISTICAL = "statistical";
    private static final String SYSTEMATIC = "systematic";
    private static final String LEFT_OUT = "left_out";

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

    /**
     * A product measured with an alternative.
     *
     * @param setting the setting's name
     * @param alternative the alternative's name
     * @param stars stars after the cuts
     * @param rows the numbers; empty where the product could not be measured
     */
    public record Measured(String setting, String alternative, String product, long stars, List<ResultRow> rows) {
        public Measured {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A number of the matrix.
     *
     * @param product name of the product that it belongs to
     * @param quantity its name in the product's table
     * @param row with the statistical error
     * @param systematic the systematic error by all settings
     * @param leftOut settings and alternatives without a number here, in words; empty where there are none
     */
    public record Judged(String product, String quantity, ResultRow row, double systematic, String leftOut) {

        /** For readers: syst. without e: big. */
        public String reason() {
            return leftOut.isEmpty() || !Double.isFinite(row.value()) ? "" : "syst. without " + leftOut;
        }
    }

    private final VarySource vary;
    private final Map<String, List<ResultRow>> own;
    private final Map<String, ProductResult> products;
    private final List<Measured> measured;

    private final Map<String, String> sliceLabels;

    private RobustnessMatrix(
            VarySource vary,
            Map<String, List<ResultRow>> own,
            Map<String, ProductResult> products,
            List<Measured> measured,
            Map<String, String> sliceLabels) {
        this.sliceLabels = sliceLabels;
        this.vary = vary;
        this.own = own;
        this.products = products;
        this.measured = measured;
    }

    /**
     * The matrix as a product.
     *
     * @param results the study's own products
     * @param measured what the alternatives gave
     * @param remarks sentences about products that could not be measured
     * @param sliceLabels what the products are sliced by, as axes write it, by their names
     */
    public static ProductResult of(
            VarySource vary,
            List<ProductResult> results,
            List<Measured> measured,
            List<String> remarks,
            Map<String, String> sliceLabels) {
        var own = new LinkedHashMap<String, List<ResultRow>>();
        var products = new LinkedHashMap<String, ProductResult>();
        for (ProductResult result : results) {
            String name = result.head().name();
            if (vary.products().contains(name)) {
                own.put(
                        name,
                        ResultRow.of(
                                result.main(),
                                vary.quantity(),
                                name,
                                vary.place().toString()));
                products.put(name, result);
            }
        }
        return new RobustnessMatrix(vary, own, products, measured, sliceLabels).result(remarks);
    }

    /** The numbers of a matrix that was measured. */
    public static List<Judged> numbers(ProductResult matrix) {
        SmallTable table = matrix.main();
        String quantity = table.roles().stream()
                .filter(ColumnRole.ErrorOf.class::isInstance)
                .map(role -> ((ColumnRole.ErrorOf) role).value())
                .findFirst()
                .orElseThrow();
        List<ResultRow> values = ResultRow.of(table, quantity, NAME, "");
        return IntStream.range(0, values.size())
                .mapToObj(k -> new Judged(
                        SmallTable.text(table.rows().get(k), table.at(ColumnRole.Key.PRODUCT)),
                        quantity,
                        values.get(k),
                        SmallTable.number(table.rows().get(k), table.at(SYSTEMATIC)),
                        SmallTable.text(table.rows().get(k), table.at(LEFT_OUT))))
                .toList();
    }

    private ProductResult result(List<String> remarks) {
        var head = new ProductHead(NAME, "Robustness", Optional.empty(), Optional.empty(), vary.place());
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(NAME, errors());
        tables.put(NAME + "-alternatives", alternatives());
        var illustrations = new ArrayList<Illustration>();
        var alike = new LinkedHashSet<String>();
        own.forEach((product, rows) -> illustrations.addAll(illustrations(product, rows, alike)));
        var notes = new ArrayList<String>();
        notes.add(
                "The systematic error of a setting is " + vary.systematic().description()
                        + "; those of several settings are added in quadrature, and the statistical one to them. Alternatives share their stars: their differences are not independent measurements.");
        notes.addAll(remarks);
        notes.addAll(withoutNumbers());
        if (!alike.isEmpty()) {
            notes.add("No figure where no setting changes a number: " + String.join("; ", alike) + ".");
        }
        return new ProductResult(head, tables, illustrations, notes);
    }

    /** Each number of the study with its statistical and systematic errors. */
    private SmallTable errors() {
        var table = new SmallTable.Builder()
                .text("product", "name of the product")
                .as(ColumnRole.Key.PRODUCT)
                .text("population", "population; empty where there is one")
                .as(ColumnRole.Key.POPULATION)
                .text("variant", "variant; empty where there is one")
                .as(ColumnRole.Key.VARIANT)
                .slices("")
                .count("n", "stars, by the study's own settings")
                .as(ColumnRole.Other.COUNT)
                .number(vary.quantity(), "", "the study's own value")
                .number(STATISTICAL, "", "its statistical error")
                .as(new ColumnRole.ErrorOf(vary.quantity()));
        vary.settings().forEach(s -> table.number(columnOf(s), "", "systematic error by " + s.name()));
        table.number(SYSTEMATIC, "", "all of them in quadrature")
                .number("total", "", "with the statistical error")
                .text(
                        LEFT_OUT,
                        "settings without a number here: no alternative has this slice, or a line in it; with the alternatives where others have one");
        own.forEach((product, rows) -> {
            for (ResultRow row : rows) {
                var cells = new ArrayList<Object>(List.of(
                        product,
                        row.population(),
                        row.variant(),
                        row.slice(),
                        row.low(),
                        row.high(),
                        row.n(),
                        row.value(),
                        row.error()));
                double sum = 0;
                var leftOut = new ArrayList<String>();
                for (VariedSetting setting : vary.settings()) {
                    double systematic = systematic(product, row, setting);
                    cells.add(systematic);
                    List<String> without = of(product, setting)
                            .filter(m -> lacks(m, row))
                            .map(Measured::alternative)
                            .toList();
                    if (Double.isNaN(systematic)) {
                        leftOut.add(setting.name());
                    } else if (!without.isEmpty()) {
                        leftOut.add(setting.name() + " " + String.join(", ", without));
                    }
                    sum += Double.isNaN(systematic) ? 0 : systematic * systematic;
                }
                cells.add(Math.sqrt(sum));
                cells.add(Math.hypot(Math.sqrt(sum), Double.isNaN(row.error()) ? 0 : row.error()));
                cells.add(String.join("; ", leftOut));
                table.row(cells.toArray());
            }
        });
        return table.build();
    }

    private static boolean lacks(Measured alternative, ResultRow row) {
        return alternative.rows().stream().filter(row::sameSlice).noneMatch(r -> Double.isFinite(r.value()));
    }

    /** Alternatives that were measured and have no number where the study's own settings have one: the systematic error lacks them. */
    private List<String> withoutNumbers() {
        var told = new Remarks();
        for (Measured alternative : measured) {
            for (ResultRow row : own.getOrDefault(alternative.product(), List.of())) {
                if (Double.isFinite(row.value()) && !alternative.rows().isEmpty() && lacks(alternative, row)) {
                    String status = alternative.rows().stream()
                            .filter(row::sameSlice)
                            .map(ResultRow::status)
                            .filter(s -> !s.equals("OK"))
                            .findFirst()
                            .orElse("no such slice, or too few stars in it");
                    told.add(
                            Stream.of(alternative.product(), KeyNumber.sample(row))
                                    .filter(t -> !t.isEmpty())
                                    .collect(Collectors.joining(", ")),
                            "",
                            "%s %s has no number (%s); the systematic error is without it"
                                    .formatted(alternative.setting(), alternative.alternative(), status));
                }
            }
        }
        return told.sentences();
    }

    /** A name for the column of a setting; settings whose names differ only in signs get their numbers. */
    private String columnOf(VariedSetting setting) {
        String plain = plain(setting);
        long alike =
                vary.settings().stream().filter(s -> plain(s).equals(plain)).count();
        return alike == 1 ? plain : plain + "_" + (vary.settings().indexOf(setting) + 1);
    }

    private static String plain(VariedSetting setting) {
        return "by_" + setting.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    /** The systematic error of a number by one setting; NaN where no alternative gives a number. */
    private double systematic(String product, ResultRow row, VariedSetting setting) {
        double[] others = others(product, row, setting);
        double[] all = DoubleStream.concat(DoubleStream.of(row.value()), DoubleStream.of(others))
                .toArray();
        if (others.length == 0 || Double.isNaN(row.value())) {
            return Double.NaN;
        }
        return of(vary.systematic(), row.value(), all);
    }

    static double of(Systematic definition, double own, double[] all) {
        return switch (definition) {
            case LARGEST_DEVIATION ->
                DoubleStream.of(all).map(v -> Math.abs(v - own)).max().orElse(Double.NaN);
            case HALF_RANGE ->
                0.5
                        * (DoubleStream.of(all).max().orElse(Double.NaN)
                                - DoubleStream.of(all).min().orElse(Double.NaN));
            case STANDARD_DEVIATION -> {
                double mean = DoubleStream.of(all).average().orElse(Double.NaN);
                yield Math.sqrt(
                        DoubleStream.of(all).map(v -> (v - mean) * (v - mean)).sum() / (all.length - 1));
            }
        };
    }

    private double[] others(String product, ResultRow row, VariedSetting setting) {
        return of(product, setting)
                .flatMap(m -> m.rows().stream())
                .filter(row::sameSlice)
                .mapToDouble(ResultRow::value)
                .filter(Double::isFinite)
                .toArray();
    }

    private Stream<Measured> of(String product, VariedSetting setting) {
        return measured.stream()
                .filter(m -> m.product().equals(product) && m.setting().equals(setting.name()));
    }

    /** Every number of every alternative. */
    private SmallTable alternatives() {
        var table = new SmallTable.Builder()
                .text("setting", "what is varied")
                .as(ColumnRole.Key.SETTING)
                .text("alternative", "to what")
                .as(ColumnRole.Key.SETTING)
                .text("product", "name of the product")
                .as(ColumnRole.Key.PRODUCT)
                .text("population", "population; empty where there is one")
                .as(ColumnRole.Key.POPULATION)
                .text("variant", "variant; empty where there is one")
                .as(ColumnRole.Key.VARIANT)
                .slices("")
                .count("n", "stars in it")
                .as(ColumnRole.Other.COUNT)
                .text("status", "OK, or why there is no number")
                .as(ColumnRole.Other.STATUS)
                .number(vary.quantity(), "", "the value")
                .number(vary.quantity() + "_error", "", "its statistical error")
                .as(new ColumnRole.ErrorOf(vary.quantity()))
                .number("difference", "", "from the study's own value")
                .count("stars", "stars after the cuts");
        for (Measured m : measured) {
            for (ResultRow r : m.rows()) {
                double base = own.getOrDefault(m.product(), List.of()).stream()
                        .filter(r::sameSlice)
                        .mapToDouble(ResultRow::value)
                        .findFirst()
                        .orElse(Double.NaN);
                table.row(
                        m.setting(),
                        m.alternative(),
                        m.product(),
                        r.population(),
                        r.variant(),
                        r.slice(),
                        r.low(),
                        r.high(),
                        r.n(),
                        r.status(),
                        r.value(),
                        r.error(),
                        r.value() - base,
                        m.stars());
            }
        }
        return table.build();
    }

    /** A figure for each population and variant of a product that the settings move; the others are named in {@code alike}. */
    private List<Illustration> illustrations(String product, List<ResultRow> rows, Set<String> alike) {
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
            } else if (measured.stream()
                    .filter(m -> m.product().equals(product))
                    .allMatch(m -> own.stream().noneMatch(row -> lacks(m, row)))) {
                alike.add(product + (of.isEmpty() ? "" : ", " + of.replace("-", ", ")));
            }
        });
        return illustrations;
    }

    private boolean moved(String product, ResultRow row) {
        return vary.settings().stream()
                .flatMapToDouble(s -> DoubleStream.of(others(product, row, s)))
                .anyMatch(v -> v != row.value());
    }

    private Illustration illustration(String product, String of, List<ResultRow> own) {
        ProductResult result =
                products.getOrDefault(product, products.values().iterator().next());
        TableColumn quantity = column(result.main(), vary.quantity());
        var slices = new SlicePlaces(own, column(result.main(), "slice_lo").unit());
        Axis yAxis = ordinate(product, own, quantity);
        List<Panel> panels = vary.settings().stream()
                .map(setting -> panel(product, own, setting, slices, yAxis))
                .toList();
        String caption =
                "%s of %s%s. Black: by the study's own settings, with statistical errors; colours: alternatives; grey: the systematic error.%s"
                        .formatted(
                                quantity.name(),
                                result.head().title(),
                                of.isEmpty() ? "" : ", " + of,
                                slices.inWords() + numbered(product, slices) + beyond(product, own, yAxis));
        String name = NAME + "-" + product + (of.isEmpty() ? "" : "-" + of);
        return new Illustration(
                name,
                new Figure(
                        caption,
                        panels,
                        Math.min(3, panels.size()),
                        panels.size() == 1 ? FigureSize.ofWidth(120) : FigureSize.DOUBLE_COLUMN),
                caption);
    }

    /** What arrows at the frame are, which carry their numbers. */
    private String beyond(String product, List<ResultRow> own, Axis yAxis) {
        boolean any = measured.stream()
                .filter(m -> m.product().equals(product))
                .flatMap(m -> m.rows().stream())
                .filter(r -> own.stream().anyMatch(r::sameSlice))
                .anyMatch(r -> r.value() < yAxis.min() || r.value() > yAxis.max());
        return any ? " Arrows: values beyond the axis." : "";
    }

    /** The values of all panels, with room above for the longest legend; what lies far away or is badly known does not squeeze all others. */
    private Axis ordinate(String product, List<ResultRow> own, TableColumn quantity) {
        DoubleSummaryStatistics near = own.stream()
                .flatMapToDouble(r -> DoubleStream.of(r.value() - whole(r.error()), r.value() + whole(r.error())))
                .filter(Double::isFinite)
                .summaryStatistics();
        if (near.getCount() == 0) {
            return Axis.of(quantity.name().replace('_', ' '), quantity.unit(), 0, 1);
        }
        double reach = FARTHEST * (near.getMax() - near.getMin());
        double bar = own.stream().mapToDouble(r -> whole(r.error())).max().orElse(0);
        DoubleSummaryStatistics all = measured.stream()
                .filter(m -> m.product().equals(product))
                .flatMap(m -> m.rows().stream())
                .filter(r -> own.stream().anyMatch(r::sameSlice))
                .filter(r -> r.value() > near.getMin() - reach && r.value() < near.getMax() + reach)
                .flatMapToDouble(r -> DoubleStream.of(
                        r.value() - Math.min(bar, whole(r.error())), r.value() + Math.min(bar, whole(r.error()))))
                .summaryStatistics();
        // A systematic error is seen whole, and so is the alternative that makes it.
        DoubleSummaryStatistics boxes = own.stream()
                .flatMapToDouble(r -> vary.settings().stream()
                        .mapToDouble(s -> whole(systematic(product, r, s)))
                        .flatMap(s -> DoubleStream.of(r.value() - s, r.value() + s)))
                .filter(Double::isFinite)
                .summaryStatistics();
        double low = Math.min(Math.min(near.getMin(), all.getMin()), boxes.getMin());
        double high = Math.max(Math.max(near.getMax(), all.getMax()), boxes.getMax());
        long entries = vary.settings().stream()
                .mapToLong(s -> of(product, s).count())
                .filter(n -> n <= MOST_IN_LEGEND)
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
        List<Measured> others = of(product, setting).toList();
        boolean named = others.size() <= MOST_IN_LEGEND;
        var layers = new ArrayList<Layer>();
        double[] value = own.stream().mapToDouble(ResultRow::value).toArray();
        double[] systematic = own.stream()
                .mapToDouble(r -> whole(systematic(product, r, setting)))
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
                        row.map(ResultRow::error).map(RobustnessMatrix::whole).orElse(0.0);
            }
            PointStyle symbol = PointStyle.series(named ? styleOf(k) : 0);
            layers.add(new Line(xs, ys, new LineStyle(symbol.colour(), THIN_PT, Dash.SOLID), ""));
            layers.add(ErrorBars.vertical(
                    xs,
                    ys,
                    errors,
                    new PointStyle(symbol.colour(), symbol.symbol(), SYMBOL_PT, true),
                    named
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
                        .map(RobustnessMatrix::whole)
                        .toArray(),
                new PointStyle(Palette.BLACK.colour(), Symbol.CIRCLE, SYMBOL_PT, true),
                "the study’s own"));
        if (!named) {
            layers.add(new Note(others.size() + " alternatives", Note.Corner.BOTTOM_LEFT));
        }
        return Panel.of(
                setting.name(),
                slices.axis(setting.name(), sliceLabels.getOrDefault(product, "slice"), alternatives(product, setting)),
                yAxis,
                layers);
    }

    /** The alternatives that are only numbered along x. */
    private String numbered(String product, SlicePlaces slices) {
        return vary.settings().stream()
                .filter(s -> slices.numbers(alternatives(product, s)))
                .map(s -> {
                    List<String> names = alternatives(product, s);
                    return IntStream.range(0, names.size())
                            .mapToObj(k -> (k + 1) + " " + names.get(k))
                            .collect(Collectors.joining(", ", " " + s.name() + ": ", "."));
                })
                .collect(Collectors.joining());
    }

    private List<String> alternatives(String product, VariedSetting setting) {
        return of(product, setting).map(Measured::alternative).toList();
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
