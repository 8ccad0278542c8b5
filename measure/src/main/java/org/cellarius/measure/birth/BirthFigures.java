package org.cellarius.measure.birth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.ColourMap;
import org.cellarius.figure.ColourScale;
import org.cellarius.figure.Dash;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LegendPlace;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.ReferenceLine;
import org.cellarius.galaxy.birth.BirthBin;
import org.cellarius.galaxy.birth.BirthHistory;
import org.cellarius.galaxy.birth.BirthWidth;
import org.cellarius.galaxy.birth.MetallicityProfile;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** The figures of birth radii. */
record BirthFigures(BirthRadii product, Sample sample, BirthHistory history, List<BornStars> born) {

    private static final double ROOM = 0.12;

    /** Width of a bin of the distributions, kpc: about the error of a star. */
    private static final double BIN_KPC = 1;

    /** Light yellow is seen badly on white. */
    private static final double DARK = 0.9;

    private List<BirthBin> bins() {
        return history.measured();
    }

    private double[] of(ToDoubleFunction<BirthBin> number) {
        return bins().stream().mapToDouble(number).toArray();
    }

    /** Gradient and central [Fe/H] against age. */
    Illustration byAge() {
        Quantity age = sample.slices().orElseThrow();
        Axis ages = age.axis(
                history.bins().getFirst().lowGyr(), history.bins().getLast().highGyr());
        boolean beside = !(product.method().width() instanceof BirthWidth.Constant);
        // Of births of the whole disc the centre does not hang on their width.
        boolean centresDiffer = bins().stream()
                .anyMatch(b -> Math.abs(b.profile().centre() - b.uncorrected().centre()) > 1e-9);
        var gradients = series(MetallicityProfile::gradient, MetallicityProfile::gradientError, beside);
        var centres = series(MetallicityProfile::centre, MetallicityProfile::centreError, centresDiffer);
        String caption =
                "Gradient of [Fe/H] of the gas, and [Fe/H] continued to the centre, against age, with errors of one sigma. Range of [Fe/H]: %s. Width of births: %s%s. Centre: %s. %s in %d ages."
                        .formatted(
                                BirthWords.range(product.method().range()),
                                BirthWords.width(product.method().width()),
                                beside ? "; dashed: with the width of the youngest stars at all ages" : "",
                                BirthWords.centre(
                                        product.method().centre(),
                                        product.method().range()),
                                Numbers.stars(bins().stream()
                                        .mapToLong(b -> b.spread().n())
                                        .sum()),
                                bins().size());
        var figure = new Figure(
                caption,
                List.of(
                        Panel.of(
                                "",
                                ages,
                                covering(
                                        "d[Fe/H]/dR",
                                        "dex/kpc",
                                        MetallicityProfile::gradient,
                                        MetallicityProfile::gradientError,
                                        beside),
                                gradients),
                        Panel.of(
                                "",
                                ages,
                                covering(
                                        "[Fe/H](R = 0)",
                                        "dex",
                                        MetallicityProfile::centre,
                                        MetallicityProfile::centreError,
                                        centresDiffer),
                                centres)),
                2,
                FigureSize.DOUBLE_COLUMN);
        return new Illustration(product.head().name(), figure, caption);
    }

    private Axis covering(
            String label,
            String unit,
            ToDoubleFunction<MetallicityProfile> value,
            ToDoubleFunction<MetallicityProfile> error,
            boolean beside) {
        Stream<MetallicityProfile> all =
                bins().stream().flatMap(b -> beside ? Stream.of(b.profile(), b.uncorrected()) : Stream.of(b.profile()));
        return Axis.covering(
                label,
                unit,
                all.flatMapToDouble(p -> DoubleStream.of(
                        value.applyAsDouble(p) - error.applyAsDouble(p),
                        value.applyAsDouble(p) + error.applyAsDouble(p))),
                ROOM);
    }

    private List<Layer> series(
            ToDoubleFunction<MetallicityProfile> value, ToDoubleFunction<MetallicityProfile> error, boolean beside) {
        var layers = new ArrayList<Layer>();
        double[] age = of(BirthBin::meanAgeGyr);
        Function<BirthBin, MetallicityProfile> own = BirthBin::profile;
        double[] y = of(b -> value.applyAsDouble(own.apply(b)));
        double[] e = of(b -> error.applyAsDouble(own.apply(b)));
        double[] low = new double[y.length];
        double[] high = new double[y.length];
        Arrays.setAll(low, i -> y[i] - e[i]);
        Arrays.setAll(high, i -> y[i] + e[i]);
        layers.add(new Band(age, low, high, Palette.BLUE.colour(), 0.18, ""));
        if (beside) {
            double[] plain = of(b -> value.applyAsDouble(b.uncorrected()));
            LineStyle dashed = new LineStyle(Palette.VERMILLION.colour(), LineStyle.USUAL_WIDTH_PT, Dash.DASHED);
            layers.add(new Line(age, plain, dashed, ""));
            layers.add(ErrorBars.vertical(
                    age, plain, of(b -> error.applyAsDouble(b.uncorrected())), PointStyle.series(1), "constant width"));
        }
        layers.add(new Line(age, y, LineStyle.solid(Palette.BLUE), ""));
        layers.add(ErrorBars.vertical(
                age,
                y,
                e,
                PointStyle.series(0),
                switch (product.method().width()) {
                    case BirthWidth.Constant c -> "";
                    case BirthWidth.InsideOut i -> "growing disc";
                    case BirthWidth.AsSampled s -> "width of the sample";
                }));
        return layers;
    }

    /** How radii of birth are distributed at each age. */
    Illustration distributions() {
        Quantity age = sample.slices().orElseThrow();
        List<Integer> shown = IntStream.range(0, born.size())
                .filter(k -> born.get(k).sortedKpc().length > 0)
                .boxed()
                .toList();
        double first = middle(shown.getFirst());
        double last = Math.max(first + 1, middle(shown.getLast()));
        var colours = new ColourScale(
                ColourMap.VIRIDIS, age.label(), age.unit(), first, first + (last - first) / DARK, Axis.Spacing.LINEAR);
        double low = Math.min(
                0,
                shown.stream()
                        .mapToDouble(k -> born.get(k).percentile(0.5))
                        .min()
                        .orElse(0));
        double high = shown.stream()
                .mapToDouble(k -> born.get(k).percentile(99.5))
                .max()
                .orElse(1);
        int from = (int) Math.floor(low / BIN_KPC);
        int count = (int) Math.ceil(high / BIN_KPC) - from;
        double[] x = IntStream.range(0, count)
                .mapToDouble(k -> (from + k + 0.5) * BIN_KPC)
                .toArray();
        var layers = new ArrayList<Layer>();
        layers.add(ReferenceLine.vertical(0, LineStyle.GUIDE, ""));
        double highest = 0;
        for (int k : shown) {
            double[] density = density(born.get(k).sortedKpc(), from, count);
            highest = Math.max(highest, Arrays.stream(density).max().orElse(0));
            layers.add(new Line(
                    x, density, new LineStyle(colours.colour(middle(k)), LineStyle.USUAL_WIDTH_PT, Dash.SOLID), ""));
        }
        String caption =
                "Radii of birth of the stars of each age, in bins of %s kpc, each of area 1. They are as wide as they are by the births and by errors: of a star typically %s to %s kpc."
                        .formatted(
                                Numbers.brief(BIN_KPC),
                                Numbers.significant(
                                        shown.stream()
                                                .mapToDouble(k -> born.get(k).typicalErrorKpc())
                                                .min()
                                                .orElse(0),
                                        2),
                                Numbers.significant(
                                        shown.stream()
                                                .mapToDouble(k -> born.get(k).typicalErrorKpc())
                                                .max()
                                                .orElse(0),
                                        2));
        var panel = new Panel(
                "",
                Axis.of("R_{birth}", "kpc", from * BIN_KPC, (from + count) * BIN_KPC),
                Axis.of("Stars", "1/kpc", 0, 1.08 * highest),
                layers,
                java.util.Optional.of(colours),
                false,
                LegendPlace.BEST);
        return new Illustration(product.head().name() + BirthRadii.RADII, Figure.of(caption, panel), caption);
    }

    private double middle(int k) {
        return 0.5 * (history.bins().get(k).lowGyr() + history.bins().get(k).highGyr());
    }

    private static double[] density(double[] radii, int from, int count) {
        double[] density = new double[count];
        for (double r : radii) {
            int k = (int) Math.floor(r / BIN_KPC) - from;
            if (k >= 0 && k < count) {
                density[k] += 1 / (BIN_KPC * radii.length);
            }
        }
        return density;
    }
}
