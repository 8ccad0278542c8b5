package org.cellarius.figure;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.stream.IntStream;

/** Whether a layer is drawn as an image. */
final class Weight {

    private Weight() {}

    /** Clouds of points always are, what else has many shapes where files would be too heavy. */
    static boolean isImage(PlotArea area, Layer layer, Detail detail) {
        return switch (layer) {
            case Points points ->
                inside(area, points.x(), points.y()) > Math.min(Points.RASTER_FROM, detail.mostShapes());
            case ColouredPoints points -> inside(area, points) > Math.min(Points.RASTER_FROM, detail.mostShapes());
            case ErrorBars bars -> 3 * inside(area, bars.x(), bars.y()) > detail.mostShapes();
            case Line line -> corners(CurvePainter.path(area, line)) > detail.mostShapes();
            case Band band -> corners(CurvePainter.path(area, band)) > detail.mostShapes();
            case Cells cells -> drawn(cells) > detail.mostShapes();
            case Tiles tiles -> drawn(tiles) > detail.mostShapes();
            // Few of them fit into a panel, or they are images anyway.
            case Steps ignored -> false;
            case Density ignored -> false;
            case ReferenceLine ignored -> false;
            case OutsidePoints ignored -> false;
            case Mark ignored -> false;
            case Note ignored -> false;
        };
    }

    /** Whether it is drawn among the data, not above them. */
    static boolean isInk(Layer layer) {
        return !(layer instanceof OutsidePoints || layer instanceof Mark || layer instanceof Note);
    }

    private static long drawn(Coloured cells) {
        return IntStream.range(0, cells.value().length).filter(cells::drawn).count();
    }

    /** How many of the points lie in the frame. */
    static long inside(PlotArea area, double[] x, double[] y) {
        Rectangle2D box = area.box();
        // Also false for NaN.
        return IntStream.range(0, x.length)
                .filter(i -> box.contains(area.xPt(x[i]), area.yPt(y[i])))
                .count();
    }

    static long inside(PlotArea area, ColouredPoints points) {
        return IntStream.range(0, points.x().length)
                .filter(i -> points.drawn(i) && area.box().contains(area.xPt(points.x()[i]), area.yPt(points.y()[i])))
                .count();
    }

    private static long corners(Path2D path) {
        long corners = 0;
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            corners++;
        }
        return corners;
    }
}
