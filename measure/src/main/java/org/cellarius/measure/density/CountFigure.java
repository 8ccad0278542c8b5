package org.cellarius.measure.density;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.Points;
import org.cellarius.figure.ReferenceLine;
import org.cellarius.figure.Steps;
import org.cellarius.galaxy.density.CountTest;
import org.cellarius.galaxy.density.CountTest.Cell;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;

/** Stars counted against stars expected: in rings, in layers, and cell by cell. */
record CountFigure(String name, CountTest counted) {

    /** Of the layer before: so much of the last layer is shown. */
    private static final double WIDEST = 2;

    Illustration illustration(int n) {
        String caption =
                "Counts of %s in R and in |z| (points with Poisson errors) beside those that the fitted profile expects under the selection (steps), and the deviations cell by cell in units of the expected scatter. χ² = %s for %s degrees of freedom, p = %s."
                                .formatted(
                                        Numbers.stars(n),
                                        Numbers.significant(counted.statistic(), 3),
                                        Numbers.count(counted.degreesOfFreedom()),
                                        Numbers.significant(counted.chance(), 2))
                        + last();
        var figure = new Figure(
                caption,
                List.of(
                        sums("R", Cell::fromRKpc, Cell::toRKpc, false),
                        sums("|z|", Cell::fromZKpc, Cell::toZKpc, true),
                        pulls()),
                3,
                FigureSize.DOUBLE_COLUMN);
        return new Illustration(name, figure, caption);
    }

    private String last() {
        double[] edges = edges(counted.cells(), Cell::fromZKpc, Cell::toZKpc);
        int n = edges.length - 1;
        return shown(edges)[n] < edges[n]
                ? " The last layer reaches up to %s kpc.".formatted(Numbers.significant(edges[n], 2))
                : "";
    }

    private static double[] edges(List<Cell> cells, ToDoubleFunction<Cell> from, ToDoubleFunction<Cell> to) {
        return DoubleStream.concat(
                        cells.stream().mapToDouble(from), cells.stream().mapToDouble(to))
                .distinct()
                .sorted()
                .toArray();
    }

    /** Where a last part that is much wider than the one before is cut off in the figure. */
    private static double[] shown(double[] edges) {
        int n = edges.length - 1;
        double[] some = edges.clone();
        if (n > 1) {
            some[n] = Math.min(edges[n], edges[n - 1] + WIDEST * (edges[n - 1] - edges[n - 2]));
        }
        return some;
    }

    private Panel sums(String label, ToDoubleFunction<Cell> from, ToDoubleFunction<Cell> to, boolean cut) {
        double[] edges = edges(counted.cells(), from, to);
        double[] drawn = cut ? shown(edges) : edges;
        int n = edges.length - 1;
        double[] middle = new double[n];
        double[] expected = new double[n];
        double[] observed = new double[n];
        double[] error = new double[n];
        for (int k = 0; k < n; k++) {
            double low = edges[k];
            double width = edges[k + 1] - low;
            List<Cell> here = counted.cells().stream()
                    .filter(c -> from.applyAsDouble(c) == low)
                    .toList();
            double stars = here.stream().mapToLong(Cell::observed).sum();
            middle[k] = 0.5 * (drawn[k] + drawn[k + 1]);
            expected[k] = here.stream().mapToDouble(Cell::expected).sum() / width;
            observed[k] = stars / width;
            error[k] = Math.sqrt(stars) / width;
        }
        List<Layer> layers = List.of(
                new Steps(drawn, expected, LineStyle.solid(Palette.BLUE), "expected", true),
                ErrorBars.vertical(middle, observed, error, PointStyle.series(1), "stars"));
        double top = 1.25
                * DoubleStream.concat(DoubleStream.of(expected), DoubleStream.of(observed))
                        .max()
                        .orElse(1);
        return Panel.of(
                "", Axis.of(label, "kpc", drawn[0], drawn[n]), Axis.of("dN/d" + label, "1/kpc", 0, top), layers);
    }

    private Panel pulls() {
        List<Cell> cells =
                counted.cells().stream().filter(c -> c.expected() >= 1).toList();
        double[] radii = edges(counted.cells(), Cell::fromRKpc, Cell::toRKpc);
        double[] layers = edges(counted.cells(), Cell::fromZKpc, Cell::toZKpc);
        var drawn = new ArrayList<Layer>();
        drawn.add(new ReferenceLine(0, 0, 1, 0, LineStyle.solid(Palette.BLACK), ""));
        double most = 3;
        for (int k = 0; k + 1 < layers.length; k++) {
            double low = layers[k];
            List<Cell> here = cells.stream().filter(c -> c.fromZKpc() == low).toList();
            double[] pull = here.stream().mapToDouble(Cell::pull).toArray();
            most = DoubleStream.concat(
                            DoubleStream.of(most), DoubleStream.of(pull).map(Math::abs))
                    .max()
                    .orElse(most);
            drawn.add(new Points(
                    here.stream()
                            .mapToDouble(c -> 0.5 * (c.fromRKpc() + c.toRKpc()))
                            .toArray(),
                    pull,
                    PointStyle.series(k),
                    "%s < |z| < %s kpc".formatted(Numbers.significant(low, 2), Numbers.significant(layers[k + 1], 2))));
        }
        return Panel.of(
                "",
                Axis.of("R", "kpc", radii[0], radii[radii.length - 1]),
                Axis.of("(n − expected)/√expected", "", -1.1 * most, 2.2 * most),
                drawn);
    }
}
