package org.cellarius.figure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Draws {@link Cells}, {@link Tiles} and {@link Density}. */
final class MapPainter {

    /** More cells than this are embedded as an image; in small panels fewer, which a grid of has many. */
    private static final int VECTOR_UP_TO = 1200;

    /** Cells smaller than this on the whole are embedded as an image, in square points. */
    private static final double VECTOR_FROM_PT2 = 25;

    /**
     * By how much a cell reaches under its right and lower neighbours, in points: viewers that blend edges would show the paper
     * between them.
     */
    private static final double OVERLAP_PT = 0.3;

    private static final int PIXELS_OF_BIN = 4;
    /** Edges closer than this part of an axis are the same. */
    private static final double SAME = 1e-9;

    private MapPainter() {}

    /** A cell as it will be seen: its outline, and the same reaching under its neighbours. */
    private record Tile(Shape outline, Shape reaching, Color colour) {}

    static void cells(Canvas canvas, PlotArea area, Cells cells, ColourScale colours) {
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < cells.value().length; i++) {
            if (cells.drawn(i)) {
                Rectangle2D place = area.rectangle(cells.xLo()[i], cells.yLo()[i], cells.xHi()[i], cells.yHi()[i]);
                if (place.getWidth() > 0 && place.getHeight() > 0) {
                    Rectangle2D larger = new Rectangle2D.Double(
                            place.getX(), place.getY(), place.getWidth() + OVERLAP_PT, place.getHeight() + OVERLAP_PT);
                    tiles.add(
                            switch (cells.form()) {
                                case RECTANGLE -> new Tile(place, larger, colours.colour(cells.value()[i]));
                                case HEXAGON ->
                                    new Tile(hexagon(place), hexagon(larger), colours.colour(cells.value()[i]));
                            });
                }
            }
        }
        paint(canvas, area, cells, tiles);
    }

    static void tiles(Canvas canvas, PlotArea area, Tiles map, ColourScale colours) {
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < map.value().length; i++) {
            if (map.drawn(i)) {
                Path2D outline = outline(area, map, i);
                if (outline.getCurrentPoint() != null) {
                    tiles.add(new Tile(outline, outline, colours.colour(map.value()[i])));
                }
            }
        }
        paint(canvas, area, map, tiles);
    }

    /** The part of a tile inside the frame. */
    static Path2D outline(PlotArea area, Tiles map, int i) {
        return Clip.polygon(
                area.box(),
                Arrays.stream(map.x()[i]).map(area::xPt).toArray(),
                Arrays.stream(map.y()[i]).map(area::yPt).toArray());
    }

    private static void paint(Canvas canvas, PlotArea area, Layer layer, List<Tile> tiles) {
        double roomPt2 = area.box().getWidth() * area.box().getHeight();
        if (tiles.size() > Math.min(VECTOR_UP_TO, roomPt2 / VECTOR_FROM_PT2)) {
            canvas.image(
                    area,
                    layer,
                    () -> Raster.painted(
                            area.box(),
                            Detail.FULL,
                            image -> tiles.forEach(tile -> image.fillSharply(tile.outline(), tile.colour()))));
        } else {
            // From the upper left to the lower right, so that each covers the overlap of those before.
            tiles.sort(Comparator.<Tile>comparingDouble(
                            tile -> tile.outline().getBounds2D().getMinY())
                    .thenComparingDouble(tile -> tile.outline().getBounds2D().getMinX()));
            tiles.forEach(tile -> canvas.fillSharply(tile.reaching(), tile.colour()));
        }
    }

    private static Shape hexagon(Rectangle2D within) {
        double quarter = within.getHeight() / 4;
        var path = new Path2D.Double();
        path.moveTo(within.getCenterX(), within.getMinY());
        path.lineTo(within.getMaxX(), within.getMinY() + quarter);
        path.lineTo(within.getMaxX(), within.getMaxY() - quarter);
        path.lineTo(within.getCenterX(), within.getMaxY());
        path.lineTo(within.getMinX(), within.getMaxY() - quarter);
        path.lineTo(within.getMinX(), within.getMinY() + quarter);
        path.closePath();
        return path;
    }

    static void density(Canvas canvas, PlotArea area, Density density) {
        canvas.image(area, density, () -> inBins(area, density).orElseGet(() -> inPixels(area, density)));
    }

    /**
     * Bins of one size that lie inside the frame: a few pixels a bin are enough, and weigh a tenth in files. Viewers that smooth images blur
     * no more than the rim of a bin.
     */
    private static Optional<Raster> inBins(PlotArea area, Density density) {
        if (density.counts().length == 0) {
            return Optional.empty();
        }
        Rectangle2D covered = area.rectangle(
                density.xEdges()[0], density.yEdges()[0], last(density.xEdges()), last(density.yEdges()));
        boolean inside = !area.x().logarithmic()
                && !area.y().logarithmic()
                && inside(area.x(), density.xEdges())
                && inside(area.y(), density.yEdges());
        if (!inside || !regular(density.xEdges()) || !regular(density.yEdges()) || covered.isEmpty()) {
            return Optional.empty();
        }
        int nx = density.xEdges().length - 1;
        int ny = density.yEdges().length - 1;
        int[] colours = binColours(density);
        BufferedImage image = Raster.transparent(PIXELS_OF_BIN * nx, PIXELS_OF_BIN * ny);
        for (int row = 0; row < image.getHeight(); row++) {
            int fromTop = row / PIXELS_OF_BIN;
            int iy = area.y().reversed() ? fromTop : ny - 1 - fromTop;
            for (int column = 0; column < image.getWidth(); column++) {
                int fromLeft = column / PIXELS_OF_BIN;
                int ix = area.x().reversed() ? nx - 1 - fromLeft : fromLeft;
                image.setRGB(column, row, colours[iy * nx + ix]);
            }
        }
        return Optional.of(
                new Raster(image, covered.getMinX(), covered.getMinY(), covered.getWidth(), covered.getHeight()));
    }

    private static double last(double[] edges) {
        return edges[edges.length - 1];
    }

    private static boolean inside(Axis axis, double[] edges) {
        double slack = SAME * axis.span();
        return edges[0] >= axis.min() - slack && last(edges) <= axis.max() + slack;
    }

    private static boolean regular(double[] edges) {
        double width = (last(edges) - edges[0]) / (edges.length - 1);
        return IntStream.range(0, edges.length)
                .allMatch(i -> Math.abs(edges[0] + i * width - edges[i]) <= SAME * (last(edges) - edges[0]));
    }

    private static Raster inPixels(PlotArea area, Density density) {
        Raster raster = Raster.covering(area.box());
        BufferedImage image = raster.image();
        int[] colours = binColours(density);
        int nx = density.xEdges().length - 1;
        int[] columns = new int[image.getWidth()];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = Density.bin(density.xEdges(), area.xAt(raster.xPt(column)));
        }
        for (int row = 0; row < image.getHeight(); row++) {
            int iy = Density.bin(density.yEdges(), area.yAt(raster.yPt(row)));
            for (int column = 0; iy >= 0 && column < columns.length; column++) {
                if (columns[column] >= 0) {
                    image.setRGB(column, row, colours[iy * nx + columns[column]]);
                }
            }
        }
        return raster;
    }

    /** Colour of each bin, 0xAARRGGBB; transparent where it is empty. */
    private static int[] binColours(Density density) {
        double[] logs = logDensity(density);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            if (log != Double.NEGATIVE_INFINITY) {
                lowest = Math.min(lowest, log);
                highest = Math.max(highest, log);
            }
        }
        int[] colours = new int[logs.length];
        for (int i = 0; i < logs.length; i++) {
            colours[i] = Raster.NOTHING;
            if (logs[i] != Double.NEGATIVE_INFINITY) {
                double fraction = highest > lowest ? (logs[i] - lowest) / (highest - lowest) : 0.5;
                colours[i] = density.colours().colour(fraction).getRGB();
            }
        }
        return colours;
    }

    /** ln(count / area); minus infinity where a bin is empty. */
    private static double[] logDensity(Density density) {
        double[] logs = new double[density.counts().length];
        int nx = density.xEdges().length - 1;
        for (int i = 0; i < logs.length; i++) {
            double width = density.xEdges()[i % nx + 1] - density.xEdges()[i % nx];
            double height = density.yEdges()[i / nx + 1] - density.yEdges()[i / nx];
            logs[i] = Math.log((double) density.counts()[i]) - Math.log(width) - Math.log(height);
        }
        return logs;
    }
}
