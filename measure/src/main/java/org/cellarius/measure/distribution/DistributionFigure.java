package org.cellarius.measure.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LegendPlace;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.Steps;
import org.cellarius.figure.Symbol;
import org.cellarius.galaxy.population.CountInterval;
import org.cellarius.measure.product.LegendRoom;
import org.cellarius.measure.product.ManySeries;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;

/** The distributions themselves: laid over each other, or in rows. */
record DistributionFigure(
        Distribution product, Quantity value, CurveTables tables, Axis x, List<PanelSlices.Panel> panels) {

    /** Height of a line of the legend in a row of panels, in heights of the highest curve. */
    private static final double LEGEND_LINE_OF_PANELS = 0.13;

    /** A legend of more lines stands below the panels, where it covers curves. */
    private static final int MOST_WITH_ROOM = 4;

    private static final int COLUMNS = 3;

    /** A curve of a panel. */
    record Curve(Series of, int slice, Outline outline) {}

    Figure drawn(List<Series> all) {
        List<List<Curve>> curves = panels.stream().map(p -> curves(all, p)).toList();
        int most = curves.stream().mapToInt(List::size).max().orElse(0);
        if (product.look().inRows(most, slices(all))) {
            return new RidgeFigure(product, value, x, panels).drawn(all, curves);
        }
        double highest = curves.stream()
                .flatMap(List::stream)
                .mapToDouble(c -> Math.max(c.outline().highest(), topOfErrors(c)))
                .max()
                .orElse(0);
        Optional<ManySeries> many =
                ManySeries.of(product.populations(), all.getFirst().sample(), most);
        Axis y = withRoom(Axis.of(label(), unit(), 0, highest > 0 ? 1.08 * highest : 1), many.isEmpty() ? most : 0);
        var drawn = new ArrayList<Panel>();
        for (int p = 0; p < panels.size(); p++) {
            drawn.add(panel(panels.get(p).title(), y, curves.get(p), many));
        }
        return new Figure(altText(all), drawn, COLUMNS, FigureSize.ofPanels(panels.size()));
    }

    /** The axis with room above for a legend of so many lines. */
    private Axis withRoom(Axis y, int lines) {
        if (panels.size() == 1) {
            return LegendRoom.above(y, lines);
        }
        return lines > MOST_WITH_ROOM ? y : y.over(0, (1 + LEGEND_LINE_OF_PANELS * lines) * y.max());
    }

    /** Whether the slices are drawn in rows. */
    boolean inRows(List<Series> all) {
        return product.look()
                .inRows(
                        panels.stream()
                                .mapToInt(p -> curves(all, p).size())
                                .max()
                                .orElse(0),
                        slices(all));
    }

    private List<Curve> curves(List<Series> all, PanelSlices.Panel panel) {
        return all.stream()
                .filter(s -> s.panel().number() == panel.number())
                .flatMap(s -> IntStream.range(0, s.slices())
                        .filter(g -> s.described(g, product))
                        .mapToObj(g -> new Curve(s, g, Outline.of(s, g, product, tables, x))))
                .toList();
    }

    private static int slices(List<Series> all) {
        return all.getFirst().slices();
    }

    private Panel panel(String title, Axis y, List<Curve> curves, Optional<ManySeries> many) {
        var layers = new ArrayList<Layer>(many.map(ManySeries::legend).orElse(List.of()));
        boolean alone = curves.size() == 1;
        for (int k = 0; k < curves.size(); k++) {
            Curve c = curves.get(k);
            LineStyle style =
                    many.map(m -> m.line(c.of().of().population(), c.slice())).orElse(LineStyle.series(k));
            String name = c.of().of().name(c.slice());
            String legend = many.isPresent()
                    ? ""
                    : (name.isEmpty() ? "" : name + ", ") + "N = "
                            + Numbers.count(c.of().moments()[c.slice()].n());
            switch (product.look().curve()) {
                case HISTOGRAM ->
                    layers.add(new Steps(
                            c.of().histogram().edges(),
                            Outline.heights(c.of(), c.slice(), product),
                            style,
                            legend,
                            alone));
                case KDE -> {
                    if (alone) {
                        layers.add(new Band(
                                c.outline().x(),
                                new double[c.outline().x().length],
                                c.outline().y(),
                                style.colour(),
                                0.15,
                                ""));
                    }
                    layers.add(new Line(c.outline().x(), c.outline().y(), style, legend));
                }
            }
            product.look().errors().ifPresent(e -> layers.add(errors(c, e, style)));
        }
        return new Panel(title, x, y, layers, many.map(ManySeries::colours), false, LegendPlace.BEST);
    }

    /** Bars at the middles of the bins. */
    private ErrorBars errors(Curve c, CountInterval interval, LineStyle style) {
        int[] filled = IntStream.range(0, c.of().counts()[c.slice()].length)
                .filter(k -> c.of().counts()[c.slice()][k] > 0 || interval.high(0) > 0)
                .toArray();
        double[] at = new double[filled.length];
        double[] y = new double[filled.length];
        double[] minus = new double[filled.length];
        double[] plus = new double[filled.length];
        double perStar = perStar(c);
        for (int i = 0; i < filled.length; i++) {
            BinCount count = BinCount.of(c.of(), c.slice(), filled[i]);
            at[i] = c.of().histogram().centre(filled[i]);
            y[i] = count.sum() * perStar;
            minus[i] = (count.sum() - count.low(interval)) * perStar;
            plus[i] = (count.high(interval) - count.sum()) * perStar;
        }
        return ErrorBars.vertical(at, y, minus, plus, new PointStyle(style.colour(), Symbol.CIRCLE, 1.2, true), "");
    }

    /** The height of a star in a bin. */
    private double perStar(Curve c) {
        double stars = c.of().moments()[c.slice()].weight();
        return product.look().heights().of(1 / (stars * product.width()), stars, product.width());
    }

    private double topOfErrors(Curve c) {
        return product.look()
                .errors()
                .map(e -> IntStream.range(0, c.of().counts()[c.slice()].length)
                                .mapToDouble(
                                        k -> BinCount.of(c.of(), c.slice(), k).high(e))
                                .max()
                                .orElse(0)
                        * perStar(c))
                .orElse(0.0);
    }

    static double middle(Series one, int slice) {
        return 0.5 * (one.sample().low(slice) + one.sample().high(slice));
    }

    private String label() {
        String bins = Numbers.brief(product.width()) + (value.unit().isEmpty() ? "" : " " + value.unit());
        return switch (product.look().heights()) {
            case DENSITY -> "Density of " + value.label();
            case COUNT -> "Stars per " + bins;
            case FRACTION -> "Fraction of stars per " + bins;
        };
    }

    private String unit() {
        return switch (product.look().heights()) {
            case DENSITY -> value.unit().isEmpty() ? "" : value.unit() + "^{−1}";
            case COUNT, FRACTION -> "";
        };
    }

    private String altText(List<Series> all) {
        int groups = slices(all);
        return "%s: distribution of %s%s%s%s."
                .formatted(
                        product.head().title(),
                        value.named(),
                        product.populations().size() > 1 ? " of " + String.join(", ", product.populations()) : "",
                        groups > 1 ? " in " + groups + " slices" : "",
                        panels.size() > 1 ? ", " + panels.size() + " panels" : "");
    }
}
