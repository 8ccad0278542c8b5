package org.cellarius.measure.gradient;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.expression.Expression;
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
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.Points;
import org.cellarius.figure.ReferenceLine;
import org.cellarius.figure.Symbol;
import org.cellarius.galaxy.fit.FittedPoints;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineSums;
import org.cellarius.galaxy.fit.LinesByGroup;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.drawing.FigureSettings;
import org.cellarius.measure.product.AxisSpan;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.LegendRoom;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.StarCloud;

/** The stars of each slice with their line: a panel per slice. */
public final class GradientFigure {

    private static final int MEANS = 18;

    /** More points of a running median lie so close that a line shows them better. */
    private static final int MOST_POINTS = 60;

    /** Means are drawn of bins with so many stars or more. */
    private static final int FULL_BIN = 10;

    private static final int FEWEST_MEANS = 3;

    /** Of the sizes of circles. */
    private static final int LEGEND_ROWS = 2;

    private GradientFigure() {}

    /** The axes of all panels. */
    private record Axes(Axis x, Axis y) {}

    /** What is drawn besides the lines. */
    private record Drawn(
            Optional<FewStars> few,
            Axes axes,
            Grouping.Slices bins,
            LineSums[] means,
            List<Layer> clouds,
            long outside) {}

    static Inquiry<Illustration> of(GradientCase of, List<SliceFit> fits, String name) {
        return FewStars.of(of)
                .then(few -> axes(of, few).then(axes -> drawn(of, few, axes)))
                .map(drawn -> new Illustration(name, figure(of, fits, drawn), caption(of, fits, drawn)));
    }

    private static PointLook.DrawnLine line(GradientCase of) {
        return of.gradient().look().points().map(PointLook::line).orElse(PointLook.DrawnLine.FIT);
    }

    private static Optional<SizedStars> sized(GradientCase of, Optional<FewStars> few) {
        return of.gradient()
                .look()
                .points()
                .flatMap(p -> few.map(f -> new SizedStars(f, of.sample().quantity(p.size()), p)));
    }

    private static Inquiry<Axes> axes(GradientCase of, Optional<FewStars> few) {
        Sample sample = of.sample();
        Inquiry<AxisSpan> xs = few.map(f -> Inquiry.found(f.xFrame()))
                .orElseGet(() -> AxisSpan.ofMany(sample, of.x().value()));
        boolean zero = line(of) == PointLook.DrawnLine.ZERO;
        Inquiry<AxisSpan> ys = few.map(f -> Inquiry.found(zero ? f.yFrame().with(0) : f.yFrame()))
                .orElseGet(() -> sample.typicalRange(of.y().value()).map(r -> new AxisSpan(r[0], r[1])));
        boolean sized = sized(of, few).isPresent()
                && of.y().range().isEmpty()
                && of.gradient().head().figure().y().range().isEmpty();
        return xs.with(ys, (x, y) -> {
            FigureSettings wanted = of.gradient().head().figure();
            Axis values = wanted.y().over(of.y().axis(y.low(), y.high()));
            return new Axes(
                    wanted.x().over(of.x().axis(x.low(), x.high())),
                    sized ? LegendRoom.above(values, zero ? LEGEND_ROWS : LEGEND_ROWS + 2) : values);
        });
    }

    private static Inquiry<Drawn> drawn(GradientCase of, Optional<FewStars> few, Axes axes) {
        Sample sample = of.sample();
        Grouping.Slices bins = StarCloud.regular(axes.x(), MEANS);
        Inquiry<List<Layer>> clouds = few.isPresent()
                ? Inquiry.found(List.of())
                : StarCloud.of(sample, of.x().value(), of.y().value(), axes.x(), axes.y())
                        .map(cloud -> cloud.withErrors(
                                of.variant().xError().map(of::number),
                                of.gradient().yError().map(of::number)))
                        .with(sample.counts(), StarCloud::layers)
                        .then(layers -> layers);
        Inquiry<Long> outside = sample.count(sample.beyond(of.x(), axes.x(), of.y(), axes.y()));
        return means(of, bins)
                .with(clouds, (means, layers) -> new Drawn(few, axes, bins, means, layers, 0))
                .with(outside, (d, n) -> new Drawn(few, axes, bins, d.means(), d.clouds(), n));
    }

    private static String caption(GradientCase of, List<SliceFit> fits, Drawn drawn) {
        long outside = drawn.outside();
        Optional<FewStars> few = drawn.few();
        long fitted = fits.stream()
                .filter(SliceFit::fitted)
                .mapToLong(f -> f.line().n())
                .sum();
        Optional<SizedStars> sized = sized(of, few);
        boolean fit = line(of) == PointLook.DrawnLine.FIT;
        return "%s%s against %s, %s%s. %s: %s%s; %s.%s%s%s"
                .formatted(
                        of.title().isEmpty() ? "" : of.title() + ": ",
                        of.y().named(),
                        of.x().named(),
                        of.gradient().probe().description(),
                        of.sample()
                                .slices()
                                .map(s -> ", in slices of " + s.plainLabel())
                                .orElse(""),
                        sized.isPresent() ? "Circles" : "Grey",
                        sized.map(SizedStars::words)
                                .or(() -> few.map(GradientFigure::points))
                                .orElse(
                                        "stars (with their errors where they are few), or their number (logarithmic) where there are many"),
                        sized.isPresent() ? "" : bluePoints(of, fits, drawn),
                        (of.gradient().look().points().isPresent() && sized.isEmpty()
                                        ? "circles as large as a number are drawn where all slices have fewer than 1,000 stars; "
                                        : "")
                                + (fit
                                        ? lineInWords(fits, of.gradient().look().draws())
                                        : line(of) == PointLook.DrawnLine.ZERO ? "dashed: 0" : "no line is drawn"),
                        fitted == 0 || !fit
                                ? ""
                                : " " + Numbers.stars(fitted) + " in the " + (fits.size() == 1 ? "fit." : "fits."),
                        outside > 0 ? outside(outside, few.isPresent(), fitted, fits.size() == 1 ? "fit" : "fits") : "",
                        (fit ? formula(of, fits) : "")
                                + SlicesShown.of(fits.size()).sentence());
    }

    private static String bluePoints(GradientCase of, List<SliceFit> fits, Drawn drawn) {
        if (fits.stream().anyMatch(GradientFigure::throughPoints)) {
            return "; blue: the medians that the line is laid through";
        }
        return noMeans(of, drawn)
                ? ""
                : "; blue points: "
                        + (of.weighting() == LineMethod.WLS ? "weighted " : "")
                        + "means in bins with standard errors";
    }

    private static boolean throughPoints(SliceFit fit) {
        return !fit.line().through().isEmpty();
    }

    private static boolean noMeans(GradientCase of, Drawn drawn) {
        int groups = of.sample().groups();
        return IntStream.range(0, groups).allMatch(g -> used(drawn.means(), drawn.bins(), groups, g).length == 0);
    }

    private static String points(FewStars few) {
        return few.yError().length > 0 || few.xError().length > 0 ? "stars with their errors" : "stars";
    }

    private static String outside(long stars, boolean arrows, long fitted, String fits) {
        return " " + Numbers.stars(stars)
                + (stars == 1 ? " lies" : " lie")
                + " outside the axes"
                + (arrows ? " (arrows)" : "")
                + (fitted == 0 ? "." : (stars == 1 ? "; it is in the " : "; they are in the ") + fits + ".");
    }

    /** What is fitted, in the letters of the axes; empty where nothing was, or a line with a break. */
    static String formula(GradientCase of, List<SliceFit> fits) {
        return fits.stream()
                        .anyMatch(
                                f -> f.fitted() && f.line().estimate("break_x").isEmpty())
                ? " Fitted: %s = slope × %s + intercept."
                        .formatted(of.y().plainLabel(), of.x().plainLabel())
                : "";
    }

    /** Only what is drawn: not every line has a covariance, and so a band. */
    static String lineInWords(List<SliceFit> fits, int draws) {
        List<SliceFit> lines = fits.stream().filter(SliceFit::fitted).toList();
        if (lines.isEmpty()) {
            return "no line was fitted";
        }
        String thin = ThinLines.sentence(lines, draws);
        boolean bands =
                lines.stream().anyMatch(f -> ThinLines.of(f, draws).isEmpty() && Double.isFinite(f.errorAt(f.minX())));
        String raised = lines.stream().anyMatch(GradientFigure::raised)
                ? ", raised to what the scatter supports where the reduced χ² is above 1"
                : "";
        String line = bands ? "line and band: fit and its 1σ error" + raised : "line: fit";
        return thin.isEmpty()
                ? line + (draws > 0 ? "; the method gives no draws of its lines" : "")
                : line + "; " + thin;
    }

    /** Whether any of the lines has a band. */
    static boolean banded(List<SliceFit> fits) {
        return fits.stream().anyMatch(f -> f.fitted() && Double.isFinite(f.errorAt(f.minX())));
    }

    /** Whether the error told is larger than the stated errors make it. */
    private static boolean raised(SliceFit fit) {
        return fit.error("slope") > fit.line().measures().getOrDefault("slope_sd_absolute", Double.NaN);
    }

    private static Figure figure(GradientCase of, List<SliceFit> fits, Drawn shown) {
        Sample sample = of.sample();
        Optional<FewStars> few = shown.few();
        Axis xAxis = shown.axes().x();
        Axis yAxis = shown.axes().y();
        var panels = new ArrayList<Panel>();
        int groups = sample.groups();
        SlicesShown slices = SlicesShown.of(groups);
        for (int g : slices.slices()) {
            SliceFit fit = fits.get(g);
            var layers = new ArrayList<Layer>();
            int slice = g;
            if (few.isEmpty()) {
                layers.add(shown.clouds().get(slice));
            }
            var drawn = new ArrayList<Layer>();
            PointLook.DrawnLine through = line(of);
            switch (through) {
                case FIT -> {
                    if (fit.fitted()) {
                        int draws = of.gradient().look().draws();
                        line(fit, xAxis, LineStyle.solid(Palette.VERMILLION), "", draws, drawn);
                    }
                }
                case ZERO -> drawn.add(ReferenceLine.horizontal(0, LineStyle.GUIDE, ""));
                case NONE -> {}
            }
            // Few stars stand above the band, or the thin lines, and below the line.
            drawn.stream().limit(1).forEach(layers::add);
            Optional<SizedStars> sized = sized(of, few);
            sized.ifPresentOrElse(
                    s -> layers.addAll(s.layers(slice, panels.isEmpty())),
                    () -> few.ifPresent(f -> layers.addAll(f.layers(slice, FewStars.GREY, Color.DARK_GRAY))));
            drawn.stream().skip(1).forEach(layers::add);
            if (sized.isEmpty()) {
                layers.add(points(
                        fit,
                        shown.means(),
                        shown.bins(),
                        groups,
                        g,
                        new PointStyle(Palette.BLUE.colour(), Symbol.CIRCLE, 3.6, true)));
            }
            layers.add(new Note(
                    through == PointLook.DrawnLine.FIT
                            ? LineNote.of(of, fit, slices.columns() < 3)
                            : LineNote.stars(fit),
                    Note.Corner.EMPTIEST));
            panels.add(Panel.of(sample.name(g), xAxis, yAxis, layers));
        }
        String alt = "%s: %s against %s%s%s."
                .formatted(
                        of.gradient().head().title(),
                        of.y().named(),
                        of.x().named(),
                        line(of) == PointLook.DrawnLine.FIT ? " with the fitted line" : "",
                        groups > 1 ? " in each of " + groups + " slices" : "");
        return new Figure(alt, panels, slices.columns(), FigureSize.ofPanels(panels.size()));
    }

    /**
     * A line with its band.
     *
     * @param draws so many thin lines in place of the band, where the method gives any
     */
    static void line(SliceFit fit, Axis xAxis, LineStyle style, String legend, int draws, List<Layer> layers) {
        Color colour = style.colour();
        double[] xs = fit.along(xAxis);
        double[] ys = Arrays.stream(xs).map(fit::at).toArray();
        double[] errors = Arrays.stream(xs).map(fit::errorAt).toArray();
        Optional<ThinLines> thin = ThinLines.of(fit, draws);
        layers.add(thin.<Layer>map(t -> t.layer(fit, xAxis, colour))
                .orElseGet(() -> new Band(
                        xs,
                        IntStream.range(0, xs.length)
                                .mapToDouble(k -> ys[k] - errors[k])
                                .toArray(),
                        IntStream.range(0, xs.length)
                                .mapToDouble(k -> ys[k] + errors[k])
                                .toArray(),
                        colour,
                        0.35,
                        "")));
        layers.add(new Line(xs, ys, style, legend));
    }

    static Inquiry<LineSums[]> means(GradientCase of, Grouping.Slices bins) {
        Sample sample = of.sample();
        boolean weighted = sample.weight().isPresent();
        var binned = new LinesByGroup(
                weighted ? LineMethod.WLS : of.weighting(), new Grouping.Both(bins, sample.grouping()));
        var read = new ArrayList<Expression>(List.of(of.x().value(), of.y().value()));
        if (of.weighting() == LineMethod.WLS) {
            of.gradient().yError().ifPresent(e -> read.add(sample.countedError(of.number(e))));
        } else if (weighted) {
            read.add(sample.countedError(Expression.of(1.0)));
        }
        read.add(of.x().value());
        return sample.fold(binned, sample.with(read.toArray(Expression[]::new)));
    }

    /** The bins of a slice that show a run of means; none where fewer than {@value #FEWEST_MEANS} have stars enough, which would look like stars of another kind. */
    private static LineSums[] used(LineSums[] means, Grouping.Slices bins, int groups, int g) {
        LineSums[] used = IntStream.range(0, bins.groups())
                .mapToObj(b -> means[b * groups + g])
                .filter(m -> m.n() >= FULL_BIN)
                .toArray(LineSums[]::new);
        return used.length < FEWEST_MEANS ? new LineSums[0] : used;
    }

    /** The points that a line was laid through, else means in bins with their errors. */
    static Layer points(SliceFit fit, LineSums[] means, Grouping.Slices bins, int groups, int g, PointStyle style) {
        FittedPoints through = fit.line().through();
        if (through.isEmpty()) {
            return meanPoints(means, bins, groups, g, style);
        }
        return through.x().length > MOST_POINTS
                ? new Line(through.x(), through.y(), new LineStyle(style.colour(), 0.8, Dash.SOLID), "")
                : new Points(through.x(), through.y(), style, "");
    }

    /**
     * Means of y at the means of x, weighted as least squares would: the outermost bins are seldom full. Their errors are scaled to the
     * scatter within the bin.
     */
    private static ErrorBars meanPoints(LineSums[] means, Grouping.Slices bins, int groups, int g, PointStyle style) {
        LineSums[] used = used(means, bins, groups, g);
        return ErrorBars.vertical(
                Arrays.stream(used).mapToDouble(LineSums::meanX).toArray(),
                Arrays.stream(used).mapToDouble(LineSums::meanY).toArray(),
                Arrays.stream(used)
                        .mapToDouble(m -> Math.sqrt(m.syy() / (m.n() - 1) / m.weight()))
                        .toArray(),
                style,
                "");
    }
}
