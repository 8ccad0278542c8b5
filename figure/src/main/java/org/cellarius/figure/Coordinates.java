package org.cellarius.figure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Where a layer has something to show: points, ends of lines, middles of cells and of bins that hold something.
 *
 * @param x abscissae, in the unit of the panel's x axis
 * @param y ordinates, as many
 */
public record Coordinates(double[] x, double[] y) {

    private static final Coordinates NONE = new Coordinates(new double[0], new double[0]);

    /** Those of a layer; none of what only explains data. */
    public static Coordinates of(Layer layer) {
        return switch (layer) {
            case Points points -> new Coordinates(points.x(), points.y());
            case ErrorBars bars -> new Coordinates(bars.x(), bars.y());
            case Line line -> new Coordinates(line.x(), line.y());
            case Cells cells -> new Coordinates(middles(cells.xLo(), cells.xHi()), middles(cells.yLo(), cells.yHi()));
            case Tiles tiles -> new Coordinates(middles(tiles.x()), middles(tiles.y()));
            case ColouredPoints points -> new Coordinates(points.x(), points.y());
            case Density density -> of(density);
            case Steps steps -> new Coordinates(middles(steps.edges()), steps.values());
            case Band ignored -> NONE;
            case OutsidePoints ignored -> NONE;
            case ReferenceLine ignored -> NONE;
            case Mark ignored -> NONE;
            case Note ignored -> NONE;
        };
    }

    /** Those of all layers of a panel. */
    public static Coordinates of(Panel panel) {
        double[] x = panel.layers().stream()
                .flatMapToDouble(l -> DoubleStream.of(of(l).x()))
                .toArray();
        double[] y = panel.layers().stream()
                .flatMapToDouble(l -> DoubleStream.of(of(l).y()))
                .toArray();
        return new Coordinates(x, y);
    }

    /** Whether any of them lies on both axes. */
    public boolean anyWithin(Axis xAxis, Axis yAxis) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] >= xAxis.min() && x[i] <= xAxis.max() && y[i] >= yAxis.min() && y[i] <= yAxis.max()) {
                return true;
            }
        }
        return false;
    }

    private static Coordinates of(Density density) {
        double[] xs = middles(density.xEdges());
        double[] ys = middles(density.yEdges());
        int[] held = java.util.stream.IntStream.range(0, density.counts().length)
                .filter(i -> density.counts()[i] > 0)
                .toArray();
        return new Coordinates(
                Arrays.stream(held).mapToDouble(i -> xs[i % xs.length]).toArray(),
                Arrays.stream(held).mapToDouble(i -> ys[i / xs.length]).toArray());
    }

    private static double[] middles(double[] lows, double[] highs) {
        double[] middles = new double[lows.length];
        Arrays.setAll(middles, i -> 0.5 * (lows[i] + highs[i]));
        return middles;
    }

    private static double[] middles(double[][] corners) {
        return Arrays.stream(corners)
                .mapToDouble(c -> Arrays.stream(c).average().orElse(Double.NaN))
                .toArray();
    }

    private static double[] middles(double[] edges) {
        double[] middles = new double[Math.max(0, edges.length - 1)];
        Arrays.setAll(middles, i -> 0.5 * (edges[i] + edges[i + 1]));
        return middles;
    }
}
