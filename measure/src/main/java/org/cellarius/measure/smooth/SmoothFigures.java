package org.cellarius.measure.smooth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.figure.ColourMap;
import org.cellarius.figure.ColourScale;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LegendPlace;
import org.cellarius.figure.Note;
import org.cellarius.figure.Panel;
import org.cellarius.galaxy.population.Quantiles;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** The figures of a smooth map: the map, its error and, where it is wanted, what is left beside the mean at each radius. */
record SmoothFigures(SmoothField product, Sample sample, SmoothResult found) {

    private static final int PANELS_IN_A_ROW = 3;

    /** The colours span the bulk of the cells. */
    private static final double BULK = 0.01;

    List<Illustration> all() {
        if (product.along().size() == 1) {
            return List.of(new SmoothCurveFigure(product, found).illustration());
        }
        var figures = new ArrayList<Illustration>();
        Quantity value = found.value();
        figures.add(figure(
                "",
                found.map().value(),
                scale(
                        ColourMap.VIRIDIS,
                        value.label(),
                        value.range(),
                        found.map().value(),
                        false),
                mapCaption()));
        figures.add(figure(
                "-error",
                found.map().error(),
                scale(
                        ColourMap.CIVIDIS,
                        "Error of " + value.label(),
                        List.of(),
                        found.map().error(),
                        false),
                "One-sigma error of the smooth map of %s: the posterior standard deviation of the function, without the intrinsic scatter of %s."
                        .formatted(
                                value.named(),
                                withUnit(Numbers.significant(found.fit().scatter(), 3)))));
        found.excess()
                .ifPresent(e -> figures.add(figure(
                        "-excess",
                        e.value(),
                        scale(ColourMap.BLUE_ORANGE, "δ" + value.label(), List.of(), e.value(), true),
                        "The smooth map of %s minus its mean over azimuth at each radius, over the cells that are shown.%s"
                                .formatted(value.named(), overlays()))));
        return figures;
    }

    private String withUnit(String number) {
        String unit = found.value().unit();
        return unit.isEmpty() ? number : number + " " + unit;
    }

    private String mapCaption() {
        String along = found.coordinates().stream().map(Quantity::plainLabel).collect(Collectors.joining(", "));
        return "%s as a smooth function of %s: a penalized spline through %s, %s degrees of freedom, intrinsic scatter %s. Blank: fewer than %s near%s.%s"
                .formatted(
                        found.value().named(),
                        along,
                        Numbers.stars(found.fit().n()),
                        Numbers.significant(found.fit().effectiveFreedom(), 3),
                        withUnit(Numbers.significant(found.fit().scatter(), 3)),
                        Numbers.stars(product.support()),
                        product.limit().isPresent()
                                ? ", or an error above "
                                        + withUnit(Numbers.brief(product.limit().getAsDouble()))
                                : "",
                        overlays());
    }

    private String overlays() {
        return product.overlays().stream().map(o -> " " + o.sentence()).collect(Collectors.joining());
    }

    private Illustration figure(String ending, double[] values, ColourScale colours, String caption) {
        var frame = new SmoothFrame(product, sample, found);
        List<Layer> above = frame.above();
        List<Panel> panels = new ArrayList<>();
        for (int layer = 0; layer < found.layers(); layer++) {
            var layers = new ArrayList<Layer>();
            layers.add(frame.cells(layer, values));
            layers.addAll(above);
            int of = layer;
            long n = IntStream.range(0, found.map().grid().cells())
                    .filter(c -> found.layer(c) == of)
                    .mapToLong(c -> found.map().n()[c])
                    .sum();
            layers.add(new Note("N = " + Numbers.count(n), Note.Corner.EMPTIEST));
            panels.add(new Panel(
                    title(layer),
                    frame.xAxis(),
                    frame.yAxis(),
                    layers,
                    Optional.of(colours),
                    SmoothFrame.inPlane(product),
                    LegendPlace.BEST));
        }
        return new Illustration(
                product.head().name() + ending,
                new Figure(
                        caption, panels, Math.min(PANELS_IN_A_ROW, panels.size()), FigureSize.ofPanels(panels.size())),
                caption);
    }

    /** Where along the third coordinate a panel lies; empty without one. */
    private String title(int layer) {
        if (product.along().size() < 3) {
            return "";
        }
        Quantity third = found.coordinates().get(2);
        double middle = 0.5 * (product.panels().get(layer) + product.panels().get(layer + 1));
        return third.label() + " = " + Numbers.significant(middle, 3)
                + (third.unit().isEmpty() ? "" : " " + third.unit());
    }

    private ColourScale scale(ColourMap map, String label, List<Double> range, double[] values, boolean aboutZero) {
        double[] shown = new SmoothFrame(product, sample, found)
                .shown(-1)
                .mapToDouble(c -> values[c])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double low = shown.length == 0 ? 0 : Quantiles.ofSorted(shown, BULK);
        double high = shown.length == 0 ? 1 : Quantiles.ofSorted(shown, 1 - BULK);
        if (!range.isEmpty()) {
            low = range.get(0);
            high = range.get(1);
        } else if (aboutZero) {
            high = Arrays.stream(new double[] {Math.abs(low), Math.abs(high), 1e-12})
                    .max()
                    .orElse(1);
            low = -high;
        }
        return new ColourScale(map, label, found.value().unit(), low, Math.max(low, high));
    }
}
