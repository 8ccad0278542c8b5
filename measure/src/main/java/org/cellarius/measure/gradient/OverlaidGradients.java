package org.cellarius.measure.gradient;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.galaxy.fit.LineSums;
import org.cellarius.galaxy.population.Grouping;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.drawing.FigureSettings;
import org.cellarius.measure.product.AxisSpan;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.StarCloud;

/** The lines of all populations and variants in one figure, a panel for each slice: a colour for each, with its stars where these are few, else with means in bins. */
final class OverlaidGradients {

    private static final int MEANS = 16;

    /** Above so many stars of all series together their error bars would hide other series. */
    private static final long MOST_WITH_BARS = 1000;

    /** Of a panel, for the legend. */
    private static final double MOST_ROOM = 0.45;

    private static final double MEANS_PT = 3.2;

    /** One population and variant as it is drawn. */
    private record Series(GradientCase of, List<SliceFit> fits, Optional<FewStars> few, int number) {

        Color colour() {
            return Palette.series(number).colour();
        }

        LineStyle line() {
            return new LineStyle(colour(), LineStyle.USUAL_WIDTH_PT, Dash.afterColours(number));
        }

        /** Round, where colours tell series apart. */
        PointStyle means() {
            return new PointStyle(
                    colour(),
                    PointStyle.series(number / Palette.values().length).symbol(),
                    MEANS_PT,
                    true);
        }
    }

    private final List<Series> all;
    private final boolean bars;
    private final Axis xAxis;
    private final Axis yAxis;

    private OverlaidGradients(List<Series> all, boolean bars, List<AxisSpan> xs, List<AxisSpan> ys) {
        this.all = all;
        this.bars = bars;
        GradientCase first = all.getFirst().of();
        FigureSettings wanted = first.gradient().head().figure();
        this.xAxis = wanted.x().over(axis(all.stream().map(s -> s.of().x()).toList(), xs));
        Axis values = wanted.y().over(axis(List.of(first.y()), ys));
        this.yAxis = first.y().range().isEmpty() && wanted.y().range().isEmpty() ? withRoom(values) : values;
    }

    private static Inquiry<OverlaidGradients> framed(List<Series> all) {
        boolean bars = all.stream()
                        .flatMap(s -> s.few().stream())
                        .mapToLong(FewStars::stars)
                        .sum()
                <= MOST_WITH_BARS;
        Inquiry<List<AxisSpan>> xs = Inquiry.all(all.stream()
                .map(s -> s.few()
                        .map(f -> bars ? f : f.withoutErrors())
                        .map(f -> Inquiry.found(f.xFrame()))
                        .orElseGet(() ->
                                AxisSpan.ofMany(s.of().sample(), s.of().x().value())))
                .toList());
        Inquiry<List<AxisSpan>> ys = Inquiry.all(all.stream()
                .map(s -> s.few()
                        .map(f -> bars ? f : f.withoutErrors())
                        .map(f -> Inquiry.found(f.yFrame()))
                        .orElseGet(() ->
                                s.of().sample().typicalRange(s.of().y().value()).map(OverlaidGradients::frame)))
                .toList());
        return xs.with(ys, (x, y) -> new OverlaidGradients(all, bars, x, y));
    }

    /** Room above the stars for a legend of all series. */
    private Axis withRoom(Axis values) {
        double line = switch (columns()) {
            case 1 -> 0.04;
            case 2 -> 0.055;
            default -> 0.085;
        };
        double share = line * (all.size() + 0.5);
        if (share > MOST_ROOM) {
            // The legend stands below.
            return values;
        }
        return Axis.of(
                values.label(),
                values.unit(),
                values.min(),
                values.min() + (values.max() - values.min()) / (1 - share));
    }

    private int columns() {
        return SlicesShown.of(all.getFirst().of().sample().groups()).columns();
    }

    private static AxisSpan frame(double[] range) {
        return new AxisSpan(range[0], range[1]);
    }

    /** All frames, with the names of all quantities. */
    private static Axis axis(List<Quantity> quantities, List<AxisSpan> frames) {
        Quantity first = quantities.getFirst();
        String label = quantities.stream().map(Quantity::label).distinct().collect(Collectors.joining(" or "));
        DoubleStream lows = frames.stream().mapToDouble(AxisSpan::low).filter(Double::isFinite);
        DoubleStream highs = frames.stream().mapToDouble(AxisSpan::high).filter(Double::isFinite);
        return new Quantity(first.value(), label, first.unit(), first.range())
                .axis(lows.min().orElse(Double.NaN), highs.max().orElse(Double.NaN));
    }

    static Inquiry<Illustration> of(
            ProductHead head, List<GradientCase> cases, List<List<SliceFit>> fits, String name) {
        return Inquiry.all(cases.stream().map(FewStars::of).toList())
                .then(few -> framed(IntStream.range(0, cases.size())
                        .mapToObj(k -> new Series(cases.get(k), fits.get(k), few.get(k), k))
                        .toList()))
                .then(overlaid -> overlaid.illustration(head, name));
    }

    private Inquiry<Illustration> illustration(ProductHead head, String name) {
        Grouping.Slices bins = StarCloud.regular(xAxis, MEANS);
        Inquiry<List<LineSums[]>> means = Inquiry.all(
                all.stream().map(s -> GradientFigure.means(s.of(), bins)).toList());
        Inquiry<List<Long>> outside = Inquiry.all(all.stream()
                .map(s -> s.of().sample().count(s.of().sample().beyond(s.of().x(), xAxis, s.of().y(), yAxis)))
                .toList());
        return means.with(outside, (m, n) -> illustration(head, name, bins, m, n));
    }

    private Illustration illustration(
            ProductHead head, String name, Grouping.Slices bins, List<LineSums[]> means, List<Long> outside) {
        GradientCase first = all.getFirst().of();
        int groups = first.sample().groups();
        List<Panel> panels = SlicesShown.of(groups).slices().stream()
                .map(g -> Panel.of(first.sample().name(g), xAxis, yAxis, layers(bins, means, g)))
                .toList();
        String alt = "%s: %s against %s; the lines of %s%s."
                .formatted(
                        head.title(),
                        first.y().named(),
                        first.x().named(),
                        all.stream().map(s -> s.of().title()).collect(Collectors.joining("; ")),
                        groups > 1 ? " in each of " + groups + " slices" : "");
        return new Illustration(
                name,
                new Figure(alt, panels, columns(), FigureSize.ofPanels(panels.size())),
                caption(outside) + SlicesShown.of(groups).sentence());
    }

    /** Bands below, then points, then lines. */
    private List<Layer> layers(Grouping.Slices bins, List<LineSums[]> means, int g) {
        var bands = new ArrayList<Layer>();
        var points = new ArrayList<Layer>();
        var lines = new ArrayList<Layer>();
        for (int k = 0; k < all.size(); k++) {
            Series one = all.get(k);
            SliceFit fit = one.fits().get(g);
            var drawn = new ArrayList<Layer>();
            if (fit.fitted()) {
                GradientFigure.line(
                        fit,
                        xAxis,
                        one.line(),
                        legend(one, fit),
                        one.of().gradient().look().draws(),
                        drawn);
            }
            drawn.stream().limit(1).forEach(bands::add);
            drawn.stream().skip(1).forEach(lines::add);
            if (one.few().isPresent()) {
                FewStars few = one.few().get();
                points.addAll(bars ? few.layers(g, one.colour(), one.colour()) : few.dots(g, one.colour()));
            } else {
                points.add(GradientFigure.points(
                        fit, means.get(k), bins, one.of().sample().groups(), g, one.means()));
            }
        }
        bands.addAll(points);
        bands.addAll(lines);
        return bands;
    }

    private static String legend(Series one, SliceFit fit) {
        return one.of().title() + ": " + Numbers.withError(fit.value("slope"), fit.error("slope")) + " "
                + one.of().y().per(one.of().x());
    }

    private String caption(List<Long> stars) {
        var text = new StringBuilder(all.getFirst().of().y().named() + " against "
                + all.stream().map(s -> s.of().x().named()).distinct().collect(Collectors.joining(" or ")) + ". ");
        for (int k = 0; k < all.size(); k++) {
            Series one = all.get(k);
            long outside = stars.get(k);
            text.append("%s: %s, %s%s. "
                    .formatted(
                            one.of().title(),
                            one.of().gradient().probe().description(),
                            Numbers.stars(one.fits().stream()
                                    .mapToLong(f -> f.line().n())
                                    .sum()),
                            outside > 0 ? ", " + Numbers.count(outside) + " of the sample outside the axes" : ""));
        }
        boolean few = all.stream().allMatch(s -> s.few().isPresent());
        boolean none = all.stream().noneMatch(s -> s.few().isPresent());
        String points = few
                ? "stars"
                : none
                        ? (all.stream()
                                        .flatMap(s -> s.fits().stream())
                                        .anyMatch(f -> !f.line().through().isEmpty())
                                ? "the medians that lines are laid through"
                                : "means in bins with standard errors")
                        : "stars, or means in bins with standard errors where there are many";
        String bare = all.stream()
                .filter(s -> s.fits().stream().anyMatch(SliceFit::fitted) && !GradientFigure.banded(s.fits()))
                .map(s -> s.of().title())
                .collect(Collectors.joining("; "));
        boolean banded = all.stream().anyMatch(s -> GradientFigure.banded(s.fits()));
        String formula = GradientFigure.formula(
                all.getFirst().of(),
                all.stream().flatMap(s -> s.fits().stream()).toList());
        text.append(formula.isEmpty() ? "" : formula.strip() + " ");
        return text + "Points: " + points + (bars ? "" : " (without error bars" + typicalErrors() + ")") + "; "
                + GradientFigure.lineInWords(
                        all.stream().flatMap(s -> s.fits().stream()).toList(),
                        all.getFirst().of().gradient().look().draws())
                + (banded && !bare.isEmpty() ? "; without a band: " + bare : "") + ".";
    }

    /** What the bars would show; empty where no error is known. */
    private String typicalErrors() {
        String medians = all.stream()
                .filter(s -> s.few().isPresent())
                .map(OverlaidGradients::typicalErrors)
                .filter(t -> !t.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return medians.isEmpty() ? "" : "; median errors: " + medians;
    }

    private static String typicalErrors(Series one) {
        FewStars few = one.few().orElseThrow();
        String errors = Stream.of(
                        typicalError(few.typicalYError(), one.of().y()),
                        typicalError(few.typicalXError(), one.of().x()))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" and "));
        String title = one.of().title();
        return errors.isEmpty() || title.isEmpty() ? errors : title + " " + errors;
    }

    private static String typicalError(double error, Quantity of) {
        return Double.isFinite(error)
                ? Numbers.significant(error, 2) + (of.unit().isEmpty() ? "" : " " + of.unit()) + " in "
                        + of.plainLabel()
                : "";
    }
}
