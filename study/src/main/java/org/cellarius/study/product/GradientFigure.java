package org.cellarius.study.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Note;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.Symbol;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineSums;
import org.cellarius.galaxy.fit.LinesByGroup;
import org.cellarius.galaxy.population.Grouping;

/** The stars of each slice with their line: a panel per slice. */
final class GradientFigure {

    private static final int MEANS = 18;
    private static final int DRAWN = 40;

    private GradientFigure() {}

    static Illustration of(GradientCase of, List<SliceFit> fits, String name) {
        Sample sample = of.sample();
        double[] xRange = sample.range(of.x().sql());
        double[] yRange = sample.typicalRange(of.y().sql());
        Axis xAxis = of.x().axis(xRange[0], xRange[1]);
        Axis yAxis = of.y().axis(yRange[0], yRange[1]);
        return new Illustration(name, figure(of, fits, xAxis, yAxis), caption(of, fits, xAxis, yAxis));
    }

    private static String caption(GradientCase of, List<SliceFit> fits, Axis xAxis, Axis yAxis) {
        long outside = of.sample().count(outside(of.x(), xAxis) + " OR " + outside(of.y(), yAxis));
        return "%s%s against %s, %s%s. Grey: stars, or their number (logarithmic) where there are many; blue points: %smeans in bins with standard errors; line and band: fit and its 1σ error%s. %s stars in the fits.%s"
                .formatted(
                        of.title().isEmpty() ? "" : of.title() + ": ",
                        of.y().named(),
                        of.x().named(),
                        of.gradient().probe().description(),
                        of.sample()
                                .slices()
                                .map(s -> ", in slices of " + s.plainLabel())
                                .orElse(""),
                        of.weighting() == LineMethod.WLS ? "weighted " : "",
                        fits.stream().anyMatch(GradientFigure::raised)
                                ? ", raised to what the scatter supports where the reduced χ² is above 1"
                                : "",
                        Numbers.count(fits.stream().mapToLong(f -> f.line().n()).sum()),
                        outside > 0
                                ? " " + Numbers.count(outside)
                                        + (outside == 1
                                                ? " star lies outside the axes; it is"
                                                : " stars lie outside the axes; they are")
                                        + " in the fits and means."
                                : "");
    }

    /** Whether the error told is larger than the stated errors make it. */
    private static boolean raised(SliceFit fit) {
        return fit.error("slope") > fit.line().measures().getOrDefault("slope_sd_absolute", Double.NaN);
    }

    private static Figure figure(GradientCase of, List<SliceFit> fits, Axis xAxis, Axis yAxis) {
        Sample sample = of.sample();
        StarCloud cloud = StarCloud.of(sample, of.x().sql(), of.y().sql(), xAxis, yAxis);
        Grouping.Slices bins = StarCloud.regular(xAxis, MEANS);
        LineSums[] means = means(of, bins);
        var panels = new ArrayList<Panel>();
        int groups = sample.groups();
        for (int g = 0; g < groups; g++) {
            SliceFit fit = fits.get(g);
            var layers = new ArrayList<Layer>();
            layers.add(cloud.layer(g, sample.count(sample.inSlice(g))));
            if (fit.fitted()) {
                line(fit, xAxis, layers);
            }
            layers.add(meanPoints(means, bins, groups, g));
            layers.add(new Note("N = " + Numbers.count(fit.line().n()), Note.Corner.TOP_RIGHT));
            layers.add(new Note(
                    fit.fitted()
                            ? "slope " + Numbers.withError(fit.value("slope"), fit.error("slope")) + " "
                                    + of.y().per(of.x())
                            : "no fit",
                    Note.Corner.BOTTOM_LEFT));
            panels.add(Panel.of(sample.name(g), xAxis, yAxis, layers));
        }
        String alt = "%s: %s against %s with the fitted line%s."
                .formatted(
                        of.gradient().head().title(),
                        of.y().named(),
                        of.x().named(),
                        groups > 1 ? " in each of " + groups + " slices" : "");
        int columns = groups == 4 ? 2 : Math.min(groups, 3);
        return new Figure(alt, panels, columns, groups == 1 ? FigureSize.ofWidth(120) : FigureSize.DOUBLE_COLUMN);
    }

    private static void line(SliceFit fit, Axis xAxis, List<Layer> layers) {
        double from = Math.max(xAxis.min(), fit.minX());
        double to = Math.min(xAxis.max(), fit.maxX());
        double[] xs = IntStream.rangeClosed(0, DRAWN)
                .mapToDouble(k -> from + (to - from) * k / DRAWN)
                .toArray();
        double[] ys = Arrays.stream(xs).map(fit::at).toArray();
        double[] errors = Arrays.stream(xs).map(fit::errorAt).toArray();
        layers.add(new Band(
                xs,
                IntStream.range(0, xs.length)
                        .mapToDouble(k -> ys[k] - errors[k])
                        .toArray(),
                IntStream.range(0, xs.length)
                        .mapToDouble(k -> ys[k] + errors[k])
                        .toArray(),
                Palette.VERMILLION.colour(),
                0.35,
                ""));
        layers.add(new Line(xs, ys, LineStyle.solid(Palette.VERMILLION), ""));
    }

    private static LineSums[] means(GradientCase of, Grouping.Slices bins) {
        Sample sample = of.sample();
        var binned = new LinesByGroup(of.weighting(), new Grouping.Both(bins, sample.grouping()));
        var read = new ArrayList<>(List.of(of.x().sql(), of.y().sql()));
        if (of.weighting() == LineMethod.WLS) {
            of.gradient().yError().ifPresent(e -> read.add(of.number(e)));
        }
        read.add(of.x().sql());
        return sample.fold(binned, sample.with(read.toArray(String[]::new)));
    }

    private static String outside(Quantity quantity, Axis axis) {
        return "CAST((" + quantity.sql() + "\n) AS DOUBLE) NOT BETWEEN " + axis.min() + " AND " + axis.max();
    }

    /**
     * Means of y at the means of x, weighted as least squares would: the outermost bins are seldom full. Their errors are scaled to the
     * scatter within the bin.
     */
    private static ErrorBars meanPoints(LineSums[] means, Grouping.Slices bins, int groups, int g) {
        LineSums[] used = IntStream.range(0, bins.groups())
                .mapToObj(b -> means[b * groups + g])
                .filter(m -> m.n() >= 10)
                .toArray(LineSums[]::new);
        return ErrorBars.vertical(
                Arrays.stream(used).mapToDouble(LineSums::meanX).toArray(),
                Arrays.stream(used).mapToDouble(LineSums::meanY).toArray(),
                Arrays.stream(used)
                        .mapToDouble(m -> Math.sqrt(m.syy() / (m.n() - 1) / m.weight()))
                        .toArray(),
                new PointStyle(Palette.BLUE.colour(), Symbol.CIRCLE, 3.6, true),
                "");
    }
}
