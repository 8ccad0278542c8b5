package org.cellarius.measure.smooth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Cells;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Mark;
import org.cellarius.figure.Tiles;
import org.cellarius.galaxy.smooth.MapGrid;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** Axes of a smooth map over two or three coordinates, and how its cells are drawn. */
record SmoothFrame(SmoothField product, Sample sample, SmoothResult found) {

    /** Degrees along an arc between corners of its outline. */
    private static final double ARC_DEG = 2;

    /** Room about what is drawn, in its span. */
    private static final double ROOM = 0.04;

    /** Whether the map is drawn on X and Y. */
    static boolean inPlane(SmoothField product) {
        return product.faceOn() || (product.along().size() > 1 && isXy(product));
    }

    private static boolean isXy(SmoothField product) {
        return product.along().get(0).is("x") && product.along().get(1).is("y");
    }

    Axis xAxis() {
        return product.faceOn() ? round("X", 0) : axis(0);
    }

    Axis yAxis() {
        return product.faceOn() ? round("Y", 1) : axis(1);
    }

    private Axis axis(int coordinate) {
        Quantity q = found.coordinates().get(coordinate);
        return Axis.of(
                q.label(),
                q.unit(),
                product.along().get(coordinate).axis().from(),
                product.along().get(coordinate).axis().to());
    }

    private Axis round(String label, int coordinate) {
        return Axis.covering(
                label,
                found.coordinates().getFirst().unit(),
                shown(-1)
                        .boxed()
                        .map(c -> sector(found.map().grid(), c)[coordinate])
                        .flatMapToDouble(java.util.Arrays::stream),
                ROOM);
    }

    /** The cells of a panel that are shown; of all panels for &minus;1. */
    IntStream shown(int layer) {
        return IntStream.range(0, found.map().grid().cells())
                .filter(c -> found.map().shown()[c] && (layer < 0 || found.layer(c) == layer));
    }

    /** The cells of a panel in the colours of some values. */
    Layer cells(int layer, double[] values) {
        MapGrid grid = found.map().grid();
        int[] cells = shown(layer).toArray();
        double[] colours = IntStream.of(cells).mapToDouble(c -> values[c]).toArray();
        if (!product.faceOn()) {
            return new Cells(
                    IntStream.of(cells).mapToDouble(c -> grid.low(c, 0)).toArray(),
                    IntStream.of(cells).mapToDouble(c -> grid.high(c, 0)).toArray(),
                    IntStream.of(cells).mapToDouble(c -> grid.low(c, 1)).toArray(),
                    IntStream.of(cells).mapToDouble(c -> grid.high(c, 1)).toArray(),
                    colours,
                    Cells.Form.RECTANGLE);
        }
        double[][] x = new double[cells.length][];
        double[][] y = new double[cells.length][];
        for (int i = 0; i < cells.length; i++) {
            double[][] outline = sector(grid, cells[i]);
            x[i] = outline[0];
            y[i] = outline[1];
        }
        return new Tiles(x, y, colours);
    }

    /** The outline on X and Y of a cell of radius and azimuth (degrees, 0 towards the Sun, growing with rotation). */
    private static double[][] sector(MapGrid grid, int cell) {
        double from = grid.low(cell, 1);
        double to = grid.high(cell, 1);
        int steps = Math.max(1, (int) Math.ceil((to - from) / ARC_DEG));
        double[] x = new double[2 * steps + 2];
        double[] y = new double[2 * steps + 2];
        for (int k = 0; k <= steps; k++) {
            double beta = Math.toRadians(from + k * (to - from) / steps);
            x[k] = -grid.high(cell, 0) * Math.cos(beta);
            y[k] = grid.high(cell, 0) * Math.sin(beta);
            x[2 * steps + 1 - k] = -grid.low(cell, 0) * Math.cos(beta);
            y[2 * steps + 1 - k] = grid.low(cell, 0) * Math.sin(beta);
        }
        return new double[][] {x, y};
    }

    /** Arms, bar, Sun and centre, where the map is drawn on X and Y. */
    List<Layer> above() {
        var layers = new ArrayList<Layer>();
        if (!inPlane(product)) {
            return layers;
        }
        product.overlays().forEach(o -> layers.addAll(o.layers()));
        sample.of().sun().ifPresent(s -> {
            double toCentre = Math.sqrt(s.r0Kpc() * s.r0Kpc() - s.zKpc() * s.zKpc());
            if (holds(-toCentre, 0)) {
                layers.add(Mark.sun(-toCentre, 0));
            }
        });
        if (holds(0, 0)) {
            layers.add(Mark.galacticCentre(0, 0));
        }
        return layers;
    }

    private boolean holds(double x, double y) {
        Axis along = xAxis();
        Axis up = yAxis();
        return x >= along.min() && x <= along.max() && y >= up.min() && y <= up.max();
    }
}
