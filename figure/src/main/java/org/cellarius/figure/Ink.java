package org.cellarius.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.function.IntToDoubleFunction;

/**
 * Where a panel is drawn upon, sampled: what a legend should not cover. Bits of ink are gathered in squares of a point, and the squares summed up from the upper left
 * corner: what a rectangle would cover is known from its four corners.
 */
final class Ink {

    /** Curves are sampled at this distance, areas on a grid of it. */
    private static final double STEP_PT = 3;

    private static final double AREA_WEIGHT = 0.1;
    private static final double GUIDE_WEIGHT = 0.3;

    /** A symbol is worse to cover than a bit of a line, which is seen on both sides. */
    private static final double SYMBOL_WEIGHT = 3;

    /** Up to this radius a symbol is covered where its middle is. */
    private static final double SMALL_PT = 1.5;

    /** An arrow and its number stand for stars that are seen nowhere else. */
    private static final double ARROW_WEIGHT = 60;

    /** Parts of a weight that are counted: whole numbers add up to nothing where there is nothing. */
    private static final double PARTS = 1024;

    private final PlotArea area;
    private final int columns;
    private final int rows;
    private final long[] sums;

    private Ink(PlotArea area) {
        this.area = area;
        this.columns = (int) Math.ceil(area.box().getWidth()) + 1;
        this.rows = (int) Math.ceil(area.box().getHeight()) + 1;
        this.sums = new long[columns * rows];
    }

    static Ink of(PlotArea area, Panel panel) {
        Ink ink = new Ink(area);
        panel.layers().forEach(ink::add);
        ink.sumUp();
        return ink;
    }

    /** Weight of the ink under a rectangle, and up to a point beside it; 1 for a bit of a line. */
    double under(Rectangle2D place) {
        int left = column(Math.floor(place.getMinX() - area.box().getMinX()));
        int right = column(Math.ceil(place.getMaxX() - area.box().getMinX()));
        int top = row(Math.floor(place.getMinY() - area.box().getMinY()));
        int bottom = row(Math.ceil(place.getMaxY() - area.box().getMinY()));
        return (sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top)) / PARTS;
    }

    private int column(double points) {
        return (int) Math.clamp(points, 0, columns);
    }

    private int row(double points) {
        return (int) Math.clamp(points, 0, rows);
    }

    /** Of the squares left of a column and above a row. */
    private long sum(int column, int row) {
        return column == 0 || row == 0 ? 0 : sums[(row - 1) * columns + column - 1];
    }

    private void sumUp() {
        for (int row = 0; row < rows; row++) {
            long before = 0;
            for (int column = 0; column < columns; column++) {
                int i = row * columns + column;
                before += sums[i];
                sums[i] = before + (row == 0 ? 0 : sums[i - columns]);
            }
        }
    }

    private void add(Layer layer) {
        switch (layer) {
            case Points points -> points(points.x(), points.y(), radius(points));
            case OutsidePoints outside ->
                OutsidePainter.arrows(area, outside).forEach(a -> {
                    dot(a.tip().getX() - 3 * a.right(), a.tip().getY() - 3 * a.down(), ARROW_WEIGHT);
                    dot(
                            OutsidePainter.numberOf(a).getX(),
                            OutsidePainter.numberOf(a).getY(),
                            ARROW_WEIGHT);
                });
            case ErrorBars bars -> errorBars(bars);
            case Line line -> curve(line.x(), line.y(), 1);
            case Band band -> {
                curve(band.x(), band.lo(), GUIDE_WEIGHT);
                curve(band.x(), band.hi(), GUIDE_WEIGHT);
            }
            case Steps steps -> {
                for (int i = 0; i < steps.values().length; i++) {
                    double height = steps.values()[i];
                    segment(steps.edges()[i], height, steps.edges()[i + 1], height, 1);
                    segment(steps.edges()[i], 0, steps.edges()[i], height, GUIDE_WEIGHT);
                }
            }
            case ReferenceLine line -> CurvePainter.seen(area, line).ifPresent(piece -> trace(piece, GUIDE_WEIGHT));
            case Cells cells -> {
                for (int i = 0; i < cells.value().length; i++) {
                    if (cells.drawn(i)) {
                        surface(area.rectangle(cells.xLo()[i], cells.yLo()[i], cells.xHi()[i], cells.yHi()[i]));
                    }
                }
            }
            case Tiles tiles -> {
                for (int i = 0; i < tiles.value().length; i++) {
                    if (tiles.drawn(i)) {
                        surface(MapPainter.outline(area, tiles, i).getBounds2D());
                    }
                }
            }
            case ColouredPoints points -> points(points.x(), points.y(), i -> 0.5 * points.sizePt());
            case Density density -> density(density);
            case Mark ignored -> {}
            case Note ignored -> {}
        }
    }

    private static IntToDoubleFunction radius(Points points) {
        double[] sizes = points.sizesPt();
        return i -> 0.5 * (sizes.length == 0 ? points.style().sizePt() : sizes[i]);
    }

    private void points(double[] x, double[] y, IntToDoubleFunction radius) {
        for (int i = 0; i < x.length; i++) {
            double xPt = area.xPt(x[i]);
            double yPt = area.yPt(y[i]);
            double radiusPt = radius.applyAsDouble(i);
            dot(xPt, yPt, SYMBOL_WEIGHT);
            if (radiusPt > SMALL_PT) {
                dot(xPt - radiusPt, yPt, 1);
                dot(xPt + radiusPt, yPt, 1);
                dot(xPt, yPt - radiusPt, 1);
                dot(xPt, yPt + radiusPt, 1);
            }
        }
    }

    private void errorBars(ErrorBars bars) {
        points(bars.x(), bars.y(), i -> 0.5 * bars.style().sizePt());
        for (int i = 0; i < bars.x().length; i++) {
            double x = bars.x()[i];
            double y = bars.y()[i];
            if (bars.yMinus().length > 0) {
                segment(x, y, x, y - bars.yMinus()[i], 1);
            }
            if (bars.yPlus().length > 0) {
                segment(x, y, x, y + bars.yPlus()[i], 1);
            }
        }
    }

    private void curve(double[] x, double[] y, double weight) {
        for (int i = 1; i < x.length; i++) {
            segment(x[i - 1], y[i - 1], x[i], y[i], weight);
        }
    }

    private void segment(double x0, double y0, double x1, double y1, double weight) {
        double fromX = area.xPt(x0);
        double fromY = area.yPt(y0);
        double toX = area.xPt(x1);
        double toY = area.yPt(y1);
        if (Double.isNaN(fromX + fromY + toX + toY)) {
            return;
        }
        Clip.segment(area.box(), fromX, fromY, toX, toY).ifPresent(piece -> trace(piece, weight));
    }

    private void trace(Line2D piece, double weight) {
        int samples = 1 + (int) (piece.getP1().distance(piece.getP2()) / STEP_PT);
        for (int k = 0; k <= samples; k++) {
            double t = (double) k / samples;
            dot(
                    piece.getX1() + t * (piece.getX2() - piece.getX1()),
                    piece.getY1() + t * (piece.getY2() - piece.getY1()),
                    weight);
        }
    }

    private void surface(Rectangle2D seen) {
        if (seen.getWidth() > 0 && seen.getHeight() > 0) {
            double across = Math.ceil(seen.getWidth() / STEP_PT);
            double down = Math.ceil(seen.getHeight() / STEP_PT);
            double weight = AREA_WEIGHT * seen.getWidth() * seen.getHeight() / (STEP_PT * STEP_PT) / (across * down);
            for (int i = 0; i < across; i++) {
                for (int j = 0; j < down; j++) {
                    dot(
                            seen.getX() + (i + 0.5) / across * seen.getWidth(),
                            seen.getY() + (j + 0.5) / down * seen.getHeight(),
                            weight);
                }
            }
        }
    }

    private void density(Density density) {
        int nx = density.xEdges().length - 1;
        for (int i = 0; i < density.counts().length; i++) {
            if (density.counts()[i] > 0) {
                surface(area.rectangle(
                        density.xEdges()[i % nx],
                        density.yEdges()[i / nx],
                        density.xEdges()[i % nx + 1],
                        density.yEdges()[i / nx + 1]));
            }
        }
    }

    private void dot(double xPt, double yPt, double weight) {
        // Also false for NaN.
        if (area.box().contains(xPt, yPt)) {
            int column = (int) (xPt - area.box().getMinX());
            int row = (int) (yPt - area.box().getMinY());
            sums[row * columns + column] += (long) Math.ceil(weight * PARTS);
        }
    }
}
