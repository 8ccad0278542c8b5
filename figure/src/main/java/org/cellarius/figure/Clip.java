package org.cellarius.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts lines (Liang and Barsky 1984) and areas (Sutherland and Hodgman 1974) at the edges of a rectangle. Files then hold only what is seen, also for viewers
 * that know no clipping paths.
 */
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

    /** The part of a polygon inside {@code area}; a part outside becomes an edge along the border, which has no area. */
    static Path2D polygon(Rectangle2D area, double[] x, double[] y) {
        List<Point2D> left = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            left.add(new Point2D.Double(x[i], y[i]));
        }
        left = half(left, 1, 0, area.getMinX());
        left = half(left, -1, 0, -area.getMaxX());
        left = half(left, 0, 1, area.getMinY());
        left = half(left, 0, -1, -area.getMaxY());
        Path2D path = new Path2D.Double();
        if (left.size() > 2) {
            path.moveTo(left.getFirst().getX(), left.getFirst().getY());
            left.stream().skip(1).forEach(p -> path.lineTo(p.getX(), p.getY()));
            path.closePath();
        }
        return path;
    }

    /** What of a polygon has {@code a x + b y >= least}. */
    private static List<Point2D> half(List<Point2D> corners, double a, double b, double least) {
        List<Point2D> kept = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Point2D to = corners.get(i);
            Point2D from = corners.get((i + corners.size() - 1) % corners.size());
            double before = a * from.getX() + b * from.getY() - least;
            double after = a * to.getX() + b * to.getY() - least;
            if (before >= 0 != after >= 0) {
                double t = before / (before - after);
                // On the border exactly, however far away the end is.
                kept.add(new Point2D.Double(
                        a == 0 ? from.getX() + t * (to.getX() - from.getX()) : a * least,
                        b == 0 ? from.getY() + t * (to.getY() - from.getY()) : b * least));
            }
            if (after >= 0) {
                kept.add(to);
            }
        }
        return kept;
    }
}
