package org.cellarius.measure.gradient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.Dash;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.galaxy.fit.Estimate;
import org.cellarius.galaxy.fit.FitStatus;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.fit.SlopeTrend;
import org.cellarius.galaxy.fit.Span;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.gradient.SlopesSource.Centres;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.ResultRow;
import org.cellarius.measure.product.Sample;

/** The slopes of a case against what it is sliced by, and the line through them. */
final class SlopesOfSlices {

    /** Behind the name of the gradient: its table and figure. */
    static final String SUFFIX = "-slopes";

    private static final int DRAWN = 60;

    /** How far series stand beside each other, and all of them together, in widths of a slice. */
    private static final double ASIDE = 0.1;

    private static final double MOST_ASIDE = 0.5;

    /** With fewer slopes the prior of the scatter tells. */
    private static final int FEW = 6;

    private final GradientCase of;
    private final List<SliceFit> fits;
    private final double[] centres;

    private SlopesOfSlices(GradientCase of, List<SliceFit> fits, double[] centres) {
        this.of = of;
        this.fits = fits;
        this.centres = centres;
    }

    static Inquiry<SlopesOfSlices> of(GradientCase of, List<SliceFit> fits, Centres centres) {
        Inquiry<double[]> places = switch (centres) {
            case MIDDLE ->
                Inquiry.found(IntStream.range(0, fits.size())
                        .mapToDouble(
                                g -> 0.5 * (of.sample().low(g) + of.sample().high(g)))
                        .toArray());
            case MEAN -> of.sample().meansOfSlices();
        };
        return places.map(p -> new SlopesOfSlices(of, fits, p));
    }

    private double[] slopes() {
        return fits.stream().mapToDouble(f -> f.value("slope")).toArray();
    }

    private double[] errors() {
        return fits.stream().mapToDouble(f -> f.error("slope")).toArray();
    }

    private SlopeTrend trend(SlopesSource source) {
        return source.line().fit(centres, slopes(), errors());
    }

    /** Unit of the slopes per unit of the slices. */
    private String unit() {
        String slope = of.y().per(of.x());
        String slice = of.sample().slices().map(Quantity::unit).orElse("");
        return slice.isEmpty() ? slope : Quantity.quotient(slope, slice);
    }

    /** A row per case: slope, intercept and scatter of the line through the slopes. */
    static SmallTable table(List<SlopesOfSlices> cases, SlopesSource source) {
        List<String> units = cases.stream().map(SlopesOfSlices::unit).distinct().toList();
        String per = units.size() == 1 ? units.getFirst() : "";
        String slope = cases.getFirst().of.y().per(cases.getFirst().of.x());
        String interval = Numbers.brief(100 * source.line().mass()) + " % highest-density interval";
        var table = new SmallTable.Builder()
                .text("population", "name of the population; empty where there is one")
                .as(ColumnRole.Key.POPULATION)
                .text("variant", "name of the variant; empty where there is one")
                .as(ColumnRole.Key.VARIANT)
                .count("slice", "1: all slices together")
                .count("n", "slopes in the line")
                .as(ColumnRole.Other.COUNT)
                .text("status", "OK, or why there is no line")
                .as(ColumnRole.Other.STATUS)
                .text("unit", "of the change: gradient per unit of the slices")
                .as(ColumnRole.Other.UNIT)
                .number("slope", per, "change of the gradient")
                .number("slope_sd", per, "its error")
                .as(new ColumnRole.ErrorOf("slope"))
                .number("slope_hdi_low", per, "lower end of the " + interval)
                .number("slope_hdi_high", per, "its upper end")
                .number("intercept", slope, "gradient at 0")
                .number("intercept_sd", slope, "its error")
                .as(new ColumnRole.ErrorOf("intercept"))
                .number("scatter", slope, "scatter of the gradients about the line")
                .number("scatter_sd", slope, "its error")
                .as(new ColumnRole.ErrorOf("scatter"));
        for (SlopesOfSlices one : cases) {
            FittedLine line = one.trend(source).line();
            var row = new ArrayList<Object>(List.of(
                    one.of.gradient().populations().isEmpty()
                            ? ""
                            : one.of.population().orElse(""),
                    one.of.variant().name(),
                    1,
                    line.n(),
                    line.status().name(),
                    one.unit()));
            for (String name : List.of("slope", "intercept", "scatter")) {
                row.add(line.estimate(name).map(Estimate::value).orElse(Double.NaN));
                row.add(line.estimate(name).map(Estimate::sd).orElse(Double.NaN));
                if (name.equals("slope")) {
                    row.add(line.measures().getOrDefault("slope_hdi_low", Double.NaN));
                    row.add(line.measures().getOrDefault("slope_hdi_high", Double.NaN));
                }
            }
            table.row(row.toArray());
        }
        return table.build();
    }

    /** Sentences about cases without a line. */
    static List<String> notes(List<SlopesOfSlices> cases, SlopesSource source) {
        var notes = new ArrayList<String>();
        for (SlopesOfSlices one : cases) {
            FittedLine line = one.trend(source).line();
            String before = one.of.title().isEmpty() ? "" : one.of.title() + ": ";
            if (line.status() != FitStatus.OK) {
                notes.add(before + "no line through the slopes: " + line.reason() + ".");
            }
            if (line.status() == FitStatus.OK && line.n() < FEW) {
                notes.add(
                        before + "the line through " + line.n()
                                + " slopes owes much to the prior of its scatter (half-Cauchy, unless another was chosen): it widens the band.");
            }
            line.warnings().forEach(w -> notes.add(before + "line through the slopes: " + w + "."));
        }
        return notes;
    }

    /** Slopes against slices, one series per case; with their lines if these are asked for. */
    static Illustration illustration(
            List<SlopesOfSlices> cases, List<SlopesSource> source, List<LiteratureSlopes> literature, String name) {
        // A panel for each variant: they can be sliced by different things.
        Map<String, List<SlopesOfSlices>> byVariant = new LinkedHashMap<>();
        cases.forEach(c -> byVariant
                .computeIfAbsent(c.of.variant().name(), k -> new ArrayList<>())
                .add(c));
        var panels = new ArrayList<Panel>();
        Axis yAxis = Axis.covering(
                "slope",
                cases.getFirst().of.y().per(cases.getFirst().of.x()),
                DoubleStream.concat(
                        cases.stream()
                                .flatMap(c -> c.fits.stream())
                                .flatMapToDouble(f -> DoubleStream.of(
                                        f.value("slope") - finite(f.error("slope")),
                                        f.value("slope") + finite(f.error("slope")))),
                        literature.stream().flatMapToDouble(l -> DoubleStream.of(l.reach()))),
                0.1);
        byVariant.forEach((variant, list) -> panels.add(panel(variant, list, source, literature, yAxis)));
        GradientCase first = cases.getFirst().of;
        String caption = "Slope of %s along %s in slices of %s, with 1σ errors%s.%s"
                .formatted(
                        first.y().plainLabel(),
                        String.join(
                                " and ",
                                cases.stream()
                                        .map(c -> c.of.x().plainLabel())
                                        .distinct()
                                        .toList()),
                        String.join(
                                " and ",
                                cases.stream()
                                        .map(c -> c.of.sample()
                                                .slices()
                                                .map(Quantity::plainLabel)
                                                .orElse(""))
                                        .distinct()
                                        .toList()),
                        byVariant.values().stream().anyMatch(list -> list.size() > 1)
                                ? " (points of several series a little aside of each other)"
                                : "",
                        source.stream()
                                .map(s -> " Lines: normal scatter about a line, the errors of the slopes "
                                        + switch (s.line().errors()) {
                                            case AS_PRINTED -> "not used (Chen et al. 2025, figure A1)";
                                            case WITH_ERRORS -> "added to it in quadrature";
                                        }
                                        + "; bands: "
                                        + Numbers.brief(100 * s.line().mass())
                                        + " % highest-density intervals of the line.")
                                .findFirst()
                                .orElse(""));
        return new Illustration(
                name,
                new Figure(
                        first.gradient().head().title() + ": slopes against slices.",
                        panels,
                        Math.min(2, panels.size()),
                        FigureSize.ofPanels(panels.size())),
                caption);
    }

    private static double finite(double error) {
        return Double.isFinite(error) ? error : 0;
    }

    private static Panel panel(
            String title,
            List<SlopesOfSlices> cases,
            List<SlopesSource> source,
            List<LiteratureSlopes> literature,
            Axis yAxis) {
        var layers = new ArrayList<Layer>();
        Sample sample = cases.getFirst().of.sample();
        Axis xAxis = Axis.of(
                sample.slices().map(Quantity::label).orElse(""),
                sample.slices().map(Quantity::unit).orElse(""),
                sample.low(0),
                sample.high(sample.groups() - 1));
        for (int c = 0; c < cases.size(); c++) {
            SlopesOfSlices one = cases.get(c);
            Palette colour = Palette.series(c);
            double[] grid = one.grid();
            for (SlopesSource wanted : source) {
                SlopeTrend trend = one.trend(wanted);
                if (trend.line().status() == FitStatus.OK) {
                    List<Span> band = trend.band(grid);
                    layers.add(new Band(
                            grid,
                            band.stream().mapToDouble(Span::low).toArray(),
                            band.stream().mapToDouble(Span::high).toArray(),
                            colour.colour(),
                            0.18,
                            ""));
                    layers.add(new Line(
                            grid, trend.means(grid), LineStyle.solid(colour).with(Dash.afterColours(c)), ""));
                }
            }
            double[] errors =
                    DoubleStream.of(one.errors()).map(SlopesOfSlices::finite).toArray();
            String legend = one.legend(source);
            layers.add(ErrorBars.vertical(
                    one.aside(c, cases.size()),
                    one.slopes(),
                    errors,
                    PointStyle.series(c),
                    legend.isEmpty() && !literature.isEmpty() ? "this study" : legend));
        }
        for (int k = 0; k < literature.size(); k++) {
            layers.add(literature.get(k).layer(cases.size() + k));
        }
        return Panel.of(title, xAxis, yAxis, layers);
    }

    /** The centres, a little aside, so that bars of several series at the same place are seen. */
    private double[] aside(int number, int of) {
        double step = Math.min(ASIDE, MOST_ASIDE / of);
        Sample sample = this.of.sample();
        return IntStream.range(0, centres.length)
                .mapToDouble(g -> centres[g] + step * (number - 0.5 * (of - 1)) * (sample.high(g) - sample.low(g)))
                .toArray();
    }

    /** From the first slope to the last. */
    private double[] grid() {
        double[] slopes = slopes();
        double[] known = IntStream.range(0, slopes.length)
                .filter(k -> Double.isFinite(slopes[k]))
                .mapToDouble(k -> centres[k])
                .toArray();
        double from = known.length == 0 ? 0 : known[0];
        double to = known.length == 0 ? 0 : known[known.length - 1];
        return IntStream.rangeClosed(0, DRAWN)
                .mapToDouble(k -> from + (to - from) * k / DRAWN)
                .toArray();
    }

    private String legend(List<SlopesSource> source) {
        String change = source.stream()
                .map(s -> trend(s).line())
                .filter(l -> l.status() == FitStatus.OK)
                .flatMap(l -> l.estimate("slope").stream())
                .map(e -> Numbers.withError(e.value(), e.sd()) + " " + unit())
                .findFirst()
                .orElse("");
        String name =
                of.gradient().populations().isEmpty() ? "" : of.population().orElse("");
        return name + (name.isEmpty() || change.isEmpty() ? "" : ": ") + change;
    }

    /** The change of the gradient from slice to slice, where it was asked for. */
    static List<KeyNumber> keyNumbers(ProductResult result) {
        String name = result.head().name();
        return Optional.ofNullable(result.tables().get(name + SUFFIX)).stream()
                .flatMap(table -> ResultRow.of(table, "slope", name, "").stream()
                        .map(row -> new KeyNumber(
                                name,
                                KeyNumber.sample(row),
                                // What the table counts are slopes.
                                OptionalLong.empty(),
                                "slope of slopes",
                                row.value(),
                                row.error(),
                                Double.NaN,
                                row.unit(),
                                row.status(),
                                "")))
                .toList();
    }
}
