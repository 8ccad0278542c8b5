package org.cellarius.measure.distribution;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.ColourMap;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LegendPlace;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.Points;
import org.cellarius.figure.Symbol;
import org.cellarius.measure.distribution.DistributionFigure.Curve;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** Distributions in rows, one above the other, slice by slice from below, with ticks at percentiles and a mark at the mode. */
record RidgeFigure(Distribution product, Quantity value, Axis x, List<PanelSlices.Panel> panels) {

    /** Height of the highest curve, in rows. */
    private static final double HIGHEST = 1.5;

    private static final double[] TICKS = {0.25, 0.5, 0.75};
    private static final double TICK = 0.16;
    private static final double MIDDLE_TICK = 0.3;
    /** Rows are so high where they are few, and shrink where they are many. */
    private static final double MOST_MM_PER_ROW = 7.5;

    private static final double LEAST_MM_PER_ROW = 4.5;
    private static final double MM_FOR_ROWS = 100;

    /** How much of a colour is left in an area. */
    private static final double PALE = 0.35;

    private static final double MM_FOR_AXES = 18;
    private static final double MOST_MM = 235;

    Figure drawn(List<Series> all, List<List<Curve>> curves) {
        Sample sample = all.getFirst().sample();
        int rows = all.getFirst().slices();
        double highest = curves.stream()
                .flatMap(List::stream)
                .mapToDouble(c -> c.outline().highest())
                .max()
                .orElse(0);
        double scale = highest > 0 ? HIGHEST / highest : 1;
        Axis y = rowAxis(sample, rows);
        var drawn = new ArrayList<Panel>();
        for (int p = 0; p < panels.size(); p++) {
            drawn.add(new Panel(
                    panels.get(p).title(),
                    x,
                    y,
                    layers(curves.get(p), rows, scale),
                    Optional.empty(),
                    false,
                    LegendPlace.BEST));
        }
        int columns = Math.min(3, panels.size());
        int lines = (panels.size() + columns - 1) / columns;
        double perRow = Math.clamp(MM_FOR_ROWS / rows, LEAST_MM_PER_ROW, MOST_MM_PER_ROW);
        double height = Math.min(MOST_MM, lines * (MM_FOR_AXES + perRow * (rows + HIGHEST)));
        String alt = "%s: distribution of %s in %d rows%s."
                .formatted(
                        product.head().title(),
                        value.named(),
                        rows,
                        panels.size() > 1 ? ", " + panels.size() + " panels" : "");
        return new Figure(alt, drawn, columns, FigureSize.of(panels.size() == 1 ? 88 : 180, height));
    }

    /** Without slices there is a single row, which needs no name. */
    private static Axis rowAxis(Sample sample, int rows) {
        List<String> names = IntStream.range(0, rows)
                .mapToObj(g -> sample.slices().isEmpty()
                        ? ""
                        : Numbers.edge(sample.low(g), sample.edges()) + " to "
                                + Numbers.edge(sample.high(g), sample.edges()))
                .toList();
        String label = sample.slices().map(Quantity::label).orElse("");
        String unit = sample.slices().map(Quantity::unit).orElse("");
        return new Axis(label, unit, -0.35, rows - 1 + HIGHEST + 0.25, false, names);
    }

    private List<Layer> layers(List<Curve> curves, int rows, double scale) {
        var layers = new ArrayList<Layer>();
        boolean populations = product.populations().size() > 1;
        var marks = new ArrayList<Layer>();
        // From above: lower rows stand in front, and what is marked in front of all.
        for (int row = rows - 1; row >= 0; row--) {
            int at = row;
            List<Curve> here = curves.stream().filter(c -> c.slice() == at).toList();
            for (Curve c : here) {
                Color colour = populations
                        ? Palette.series(product.populations()
                                        .indexOf(c.of().of().population()))
                                .colour()
                        : ColourMap.VIRIDIS.colour(rows < 2 ? 0.4 : 0.88 * row / (rows - 1.0));
                layers.addAll(area(c, row, scale, colour, populations));
                marks.addAll(marks(c, row, scale, colour.darker()));
            }
        }
        layers.addAll(marks);
        return layers;
    }

    private static List<Layer> area(Curve c, int row, double scale, Color colour, boolean populations) {
        Outline outline = c.outline().standing(row, scale);
        double[] base = new double[outline.x().length];
        Arrays.fill(base, row);
        return List.of(
                new Band(outline.x(), base, outline.y(), pale(colour), populations ? 0.45 : 0.85, ""),
                new Line(
                        outline.x(),
                        outline.y(),
                        new LineStyle(colour, 0.9, Dash.SOLID),
                        populations ? c.of().of().population() : ""));
    }

    /** Mixed with white: areas hide what stands behind them and stay light. */
    private static Color pale(Color colour) {
        return new Color(pale(colour.getRed()), pale(colour.getGreen()), pale(colour.getBlue()));
    }

    private static int pale(int part) {
        return (int) Math.round(255 - PALE * (255 - part));
    }

    private List<Layer> marks(Curve c, int row, double scale, Color colour) {
        var marks = new ArrayList<Layer>();
        double[] q = c.of().quantiles().values()[c.slice()];
        for (double p : TICKS) {
            double at = SeriesInquiry.quantile(q, p);
            double length = p == 0.5 ? MIDDLE_TICK : TICK;
            marks.add(new Line(
                    new double[] {at, at},
                    new double[] {row, row + length},
                    new LineStyle(colour, p == 0.5 ? 1.1 : 0.8, Dash.SOLID),
                    ""));
        }
        double mode = switch (product.look().curve()) {
            case HISTOGRAM -> c.of().histogram().centre(c.of().fullest(c.slice()));
            case KDE -> DistributionTable.mode(c.of(), c.slice());
        };
        marks.add(new Points(
                new double[] {mode},
                new double[] {row + scale * c.outline().at(mode) + 0.12},
                new PointStyle(colour, Symbol.TRIANGLE_DOWN, 3.6, true),
                ""));
        return marks;
    }

    static String caption(Distribution product) {
        return " Rows share one scale of heights and stand on their base lines; ticks are the 25th, 50th and 75th percentiles, triangles the "
                + switch (product.look().curve()) {
                    case HISTOGRAM -> "centre of the fullest bin.";
                    case KDE -> "peak of the estimate.";
                };
    }
}
