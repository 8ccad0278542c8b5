package org.cellarius.measure.drawing;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Coordinates;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LegendPlace;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.OutsidePoints;
import org.cellarius.figure.Panel;
import org.cellarius.figure.Points;
import org.cellarius.figure.ReferenceLine;

/** Below each panel one of what is left of its points without the line: of a single line, or of that in the colour of the points. */
final class Residuals {

    /** In heights of the panel above. */
    private static final double HEIGHT = 0.4;

    private static final double ROOM = 1.15;

    private Residuals() {}

    static Figure below(Figure figure, Collection<String> notes) {
        List<Panel> panels = figure.panels();
        List<List<Layer>> rests = panels.stream().map(Residuals::rest).toList();
        if (rests.stream().allMatch(List::isEmpty)) {
            notes.add("figure: there is no line with points beside it, and so there are no residuals.");
            return figure;
        }
        int columns = columns(panels.size(), figure.columns());
        var all = new ArrayList<Panel>();
        var heights = new ArrayList<Double>();
        double reach = rests.stream()
                .flatMap(List::stream)
                .mapToDouble(Residuals::reach)
                .max()
                .orElse(1);
        for (int row = 0; row * columns < panels.size(); row++) {
            List<Integer> its = java.util.stream.IntStream.range(
                            row * columns, Math.min(panels.size(), (row + 1) * columns))
                    .boxed()
                    .toList();
            its.forEach(i -> all.add(panels.get(i)));
            its.forEach(i -> all.add(panel(panels.get(i), rests.get(i), reach)));
            heights.addAll(List.of(1.0, HEIGHT));
        }
        FigureSize size = columns == 1 && figure.columns() > 1 ? FigureSize.SINGLE_COLUMN : figure.size();
        return new Figure(figure.altText(), all, columns, size, heights, figure.title());
    }

    /** Full rows only: the panels below stand under theirs. */
    private static int columns(int panels, int wanted) {
        int columns = wanted;
        while (panels % columns != 0) {
            columns--;
        }
        return columns;
    }

    private static Panel panel(Panel above, List<Layer> rest, double reach) {
        double half = reach > 0 ? ROOM * reach : 1;
        var layers = new ArrayList<Layer>();
        layers.add(ReferenceLine.horizontal(0, LineStyle.GUIDE, ""));
        layers.addAll(rest);
        // What the axis does not hold is pointed to.
        for (Layer layer : rest) {
            Coordinates its = Coordinates.of(layer);
            layers.add(new OutsidePoints(its.x(), its.y(), Color.DARK_GRAY));
        }
        Axis y = Axis.of("residual", above.y().unit(), -half, half);
        return new Panel("", above.x(), y, layers, Optional.empty(), false, LegendPlace.NONE);
    }

    /** How far the values of a layer reach from 0, all but the outermost hundredth. */
    private static double reach(Layer layer) {
        double[] y = layer instanceof ErrorBars bars
                ? bars.y()
                : layer instanceof Points points ? points.y() : new double[0];
        double[] sizes = DoubleStream.of(y)
                .filter(Double::isFinite)
                .map(Math::abs)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 0 : sizes[(int) (0.99 * (sizes.length - 1))];
    }

    private static List<Layer> rest(Panel panel) {
        List<Line> lines = panel.layers().stream()
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                // Lines of many pieces are draws, not what is taken away.
                .filter(line -> DoubleStream.of(line.y()).noneMatch(Double::isNaN))
                .toList();
        var rest = new ArrayList<Layer>();
        for (Layer layer : panel.layers()) {
            if (layer instanceof Points points) {
                of(lines, points.style().colour())
                        .ifPresent(line -> rest.add(new Points(
                                points.x(),
                                without(line, points.x(), points.y()),
                                points.style(),
                                "",
                                points.sizesPt())));
            } else if (layer instanceof ErrorBars bars) {
                of(lines, bars.style().colour())
                        .ifPresent(line -> rest.add(new ErrorBars(
                                bars.x(),
                                without(line, bars.x(), bars.y()),
                                bars.yMinus(),
                                bars.yPlus(),
                                bars.xMinus(),
                                bars.xPlus(),
                                bars.style(),
                                "")));
            }
        }
        return rest;
    }

    private static Optional<Line> of(List<Line> lines, Color colour) {
        return lines.size() == 1
                ? Optional.of(lines.getFirst())
                : lines.stream()
                        .filter(l -> opaque(l.style().colour()) == opaque(colour))
                        .findFirst();
    }

    private static int opaque(Color colour) {
        return colour.getRGB() | 0xFF000000;
    }

    private static double[] without(Line line, double[] x, double[] y) {
        double[] rest = new double[x.length];
        Arrays.setAll(rest, i -> y[i] - at(line, x[i]));
        return rest;
    }

    /** The line at x; missing beyond its ends. */
    private static double at(Line line, double x) {
        for (int i = 1; i < line.x().length; i++) {
            double from = line.x()[i - 1];
            double to = line.x()[i];
            if (x >= Math.min(from, to) && x <= Math.max(from, to) && from != to) {
                double share = (x - from) / (to - from);
                return line.y()[i - 1] + share * (line.y()[i] - line.y()[i - 1]);
            }
        }
        return Double.NaN;
    }
}
