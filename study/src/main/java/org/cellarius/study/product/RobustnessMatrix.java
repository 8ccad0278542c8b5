package org.cellarius.study.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.study.Product;
import org.cellarius.study.Systematic;
import org.cellarius.study.VariedSetting;
import org.cellarius.study.VarySource;

/** The same numbers with other settings, and what that says about their errors. */
public final class RobustnessMatrix {

    /** Name of the matrix among the products. */
    public static final String NAME = "robustness";

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

    private final VarySource vary;
    private final Map<String, List<ResultRow>> own;
    private final Map<String, ProductResult> products;
    private final List<Measured> measured;

    private RobustnessMatrix(
            VarySource vary,
            Map<String, List<ResultRow>> own,
            Map<String, ProductResult> products,
            List<Measured> measured) {
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
     * @param failures sentences about products that could not be measured
     */
    public static ProductResult of(
            VarySource vary, List<ProductResult> results, List<Measured> measured, List<String> failures) {
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
        return new RobustnessMatrix(vary, own, products, measured).result(failures);
    }

    private ProductResult result(List<String> failures) {
        var head = new Product.Head(NAME, "Robustness", Optional.empty(), Optional.empty(), vary.place());
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put(NAME, errors());
        tables.put(NAME + "-alternatives", alternatives());
        var illustrations = new ArrayList<Illustration>();
        own.forEach((product, rows) -> illustrations.add(illustration(product, rows)));
        var notes = new ArrayList<String>();
        notes.add(
                "The systematic error of a setting is " + vary.systematic().description()
                        + "; those of several settings are added in quadrature, and the statistical one to them. Alternatives share their stars: their differences are not independent measurements.");
        notes.addAll(failures);
        return new ProductResult(head, tables, illustrations, notes);
    }

    /** Each number of the study with its statistical and systematic errors. */
    private SmallTable errors() {
        var table = new SmallTable.Builder()
                .text("product", "name of the product")
                .text("population", "population; empty where there is one")
                .text("variant", "variant; empty where there is one")
                .count("slice", "number of the slice, from 1")
                .number("slice_lo", "", "lower edge of the slice")
                .number("slice_hi", "", "upper edge of the slice")
                .count("n", "stars, by the study's own settings")
                .number(vary.quantity(), "", "the study's own value")
                .number("statistical", "", "its statistical error");
        vary.settings().forEach(s -> table.number(columnOf(s), "", "systematic error by " + s.name()));
        table.number("systematic", "", "all of them in quadrature").number("total", "", "with the statistical error");
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
                for (VariedSetting setting : vary.settings()) {
                    double systematic = systematic(product, row, setting);
                    cells.add(systematic);
                    sum += Double.isNaN(systematic) ? 0 : systematic * systematic;
                }
                cells.add(Math.sqrt(sum));
                cells.add(Math.hypot(Math.sqrt(sum), Double.isNaN(row.error()) ? 0 : row.error()));
                table.row(cells.toArray());
            }
        });
        return table.build();
    }

    private static String columnOf(VariedSetting setting) {
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
                .text("alternative", "to what")
                .text("product", "name of the product")
                .text("population", "population; empty where there is one")
                .text("variant", "variant; empty where there is one")
                .count("slice", "number of the slice, from 1")
                .number("slice_lo", "", "lower edge of the slice")
                .number("slice_hi", "", "upper edge of the slice")
                .count("n", "stars in it")
                .text("status", "OK, or why there is no number")
                .number(vary.quantity(), "", "the value")
                .number(vary.quantity() + "_error", "", "its statistical error")
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

    private Illustration illustration(String product, List<ResultRow> rows) {
        List<List<ResultRow>> series = rows.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        r -> r.population() + "\n" + r.variant(),
                        LinkedHashMap::new,
                        java.util.stream.Collectors.toList()))
                .values()
                .stream()
                .map(List::copyOf)
                .toList();
        ProductResult result =
                products.getOrDefault(product, products.values().iterator().next());
        TableColumn quantity = column(result.main(), vary.quantity());
        String sliceUnit = result.main().columns().stream()
                .filter(c -> c.name().equals("slice_lo"))
                .map(TableColumn::unit)
                .findFirst()
                .orElse("");
        boolean sliced = rows.stream().anyMatch(r -> Double.isFinite(r.low()));
        Axis yAxis = Axis.covering(
                quantity.name().replace('_', ' '),
                quantity.unit(),
                Stream.concat(
                                rows.stream(),
                                measured.stream()
                                        .filter(m -> m.product().equals(product))
                                        .flatMap(m -> m.rows().stream()))
                        .flatMapToDouble(
                                r -> DoubleStream.of(r.value() - whole(r.error()), r.value() + whole(r.error()))),
                0.08);
        var panels = new ArrayList<Panel>();
        for (List<ResultRow> one : series) {
            for (VariedSetting setting : vary.settings()) {
                panels.add(panel(product, one, setting, sliced, sliceUnit, yAxis));
            }
        }
        int columns = Math.min(3, vary.settings().size());
        String caption =
                "%s of %s. Black: by the study's own settings, with statistical errors; colours: alternatives; grey: the systematic error."
                        .formatted(quantity.name(), result.head().title());
        return new Illustration(
                NAME + "-" + product,
                new Figure(
                        caption,
                        panels,
                        columns,
                        panels.size() == 1 ? FigureSize.ofWidth(120) : FigureSize.DOUBLE_COLUMN),
                caption);
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

    private Panel panel(
            String product, List<ResultRow> own, VariedSetting setting, boolean sliced, String unit, Axis yAxis) {
        List<Measured> others = of(product, setting).toList();
        double[] x = own.stream()
                .mapToDouble(r -> sliced ? 0.5 * (r.low() + r.high()) : 0)
                .toArray();
        double step =
                sliced ? own.stream().mapToDouble(r -> r.high() - r.low()).min().orElse(1) / (others.size() + 3) : 1;
        var layers = new ArrayList<Layer>();
        double[] value = own.stream().mapToDouble(ResultRow::value).toArray();
        double[] systematic = own.stream()
                .mapToDouble(r -> whole(systematic(product, r, setting)))
                .toArray();
        if (sliced && own.size() > 1) {
            layers.add(new Band(
                    x,
                    shifted(value, systematic, -1),
                    shifted(value, systematic, 1),
                    new java.awt.Color(0x808080),
                    0.25,
                    ""));
        }
        for (int k = 0; k < others.size(); k++) {
            Measured other = others.get(k);
            List<ResultRow> rows = own.stream()
                    .flatMap(r -> other.rows().stream().filter(r::sameSlice).limit(1))
                    .toList();
            if (rows.size() != own.size()) {
                continue;
            }
            double[] xs = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                xs[i] = x[i] + (sliced ? (k + 1) * step * (k % 2 == 0 ? 0.5 : -0.5) : k + 1);
            }
            double[] ys = rows.stream().mapToDouble(ResultRow::value).toArray();
            if (sliced && ys.length > 1) {
                layers.add(new Line(xs, ys, LineStyle.series(k), ""));
            }
            layers.add(ErrorBars.vertical(
                    xs,
                    ys,
                    rows.stream()
                            .mapToDouble(ResultRow::error)
                            .map(RobustnessMatrix::whole)
                            .toArray(),
                    PointStyle.series(k),
                    other.alternative()));
        }
        layers.add(ErrorBars.vertical(
                x,
                value,
                own.stream()
                        .mapToDouble(ResultRow::error)
                        .map(RobustnessMatrix::whole)
                        .toArray(),
                PointStyle.dots(Palette.BLACK),
                "the study’s own"));
        Axis xAxis = sliced
                ? Axis.of(
                        "slice",
                        unit,
                        own.stream().mapToDouble(ResultRow::low).min().orElse(0),
                        own.stream().mapToDouble(ResultRow::high).max().orElse(1))
                : Axis.of("alternative", "", -0.7, others.size() + 0.7);
        String of = Stream.of(own.getFirst().population(), own.getFirst().variant())
                .filter(t -> !t.isEmpty())
                .collect(java.util.stream.Collectors.joining(", "));
        return Panel.of((of.isEmpty() ? "" : of + ": ") + setting.name(), xAxis, yAxis, layers);
    }

    private static double[] shifted(double[] values, double[] by, int sign) {
        double[] shifted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            shifted[i] = values[i] + sign * by[i];
        }
        return shifted;
    }
}
