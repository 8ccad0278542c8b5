package org.cellarius.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/** Cuts lines at the edges of a rectangle (Liang and Barsky 1984), so that files hold only what is seen. */
final class Clip {

    private final Rectangle2D area;

    /** How much of the line is left: parameters of its two ends. */
    private double from;

    private double to;

    private Clip(Rectangle2D area, double from, double to) {
        this.area = area;
        this.from = from;
        this.to = to;
    }

    /** The part of the segment inside {@code area}. */
    static Optional<Line2D> segment(Rectangle2D area, double x0, double y0, double x1, double y1) {
        return new Clip(area, 0, 1).cut(x0, y0, x1 - x0, y1 - y0);
    }

    /** The part inside {@code area} of the endless line through (x, y) along (dx, dy). */
    static Optional<Line2D> line(Rectangle2D area, double x, double y, double dx, double dy) {
        return new Clip(area, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY).cut(x, y, dx, dy);
    }

    private Optional<Line2D> cut(double x, double y, double dx, double dy) {
        boolean left = keep(-dx, x - area.getMinX())
                && keep(dx, area.getMaxX() - x)
                && keep(-dy, y - area.getMinY())
                && keep(dy, area.getMaxY() - y);
        return left && Double.isFinite(from) && Double.isFinite(to)
                ? Optional.of(new Line2D.Double(x + from * dx, y + from * dy, x + to * dx, y + to * dy))
                : Optional.empty();
    }

    /** Keeps where {@code t * along <= room}; says whether anything is left. */
    private boolean keep(double along, double room) {
        if (along == 0) {
            return room >= 0;
        }
        double t = room / along;
        if (along > 0) {
            to = Math.min(to, t);
        } else {
            from = Math.max(from, t);
        }
        return from <= to;
    }

    /** The curve through the points that are not NaN, cut at {@code area} and broken at NaN. */
    static Path2D curve(Rectangle2D area, double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        for (int i = 1; i < x.length; i++) {
            if (Double.isNaN(x[i - 1] + y[i - 1] + x[i] + y[i])) {
                continue;
            }
            segment(area, x[i - 1], y[i - 1], x[i], y[i]).ifPresent(piece -> append(path, piece));
        }
        return path;
    }

    private static void append(Path2D path, Line2D piece) {
        // Pieces that follow each other become one line: dashes run on, corners are joined.
        if (path.getCurrentPoint() == null || path.getCurrentPoint().distance(piece.getP1()) > 1e-9) {
            path.moveTo(piece.getX1(), piece.getY1());
        }
        path.lineTo(piece.getX2(), piece.getY2());
    }
}
