package org.cellarius.figure;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Outlines of symbols, of about equal weight at equal size. */
final class SymbolShape {

    private SymbolShape() {}

    /** The symbol about (x, y), {@code sizePt} across. */
    static Shape of(Symbol symbol, double x, double y, double sizePt) {
        double r = 0.5 * sizePt;
        return switch (symbol) {
            case CIRCLE -> new Ellipse2D.Double(x - r, y - r, sizePt, sizePt);
            case SQUARE -> new Rectangle2D.Double(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r);
            case TRIANGLE_UP -> polygon(x, y + 0.12 * r, 1.25 * r, 3, 90);
            case TRIANGLE_DOWN -> polygon(x, y - 0.12 * r, 1.25 * r, 3, -90);
            case DIAMOND -> polygon(x, y, 1.25 * r, 4, 90);
            case PENTAGON -> polygon(x, y, 1.12 * r, 5, 90);
            case STAR -> star(x, y, 1.4 * r);
            case PLUS -> cross(x, y, 1.2 * r, 0.26, 0);
            case CROSS -> cross(x, y, 1.2 * r, 0.26, 45);
        };
    }

    private static Path2D polygon(double x, double y, double r, int corners, double firstDeg) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            corner(path, x, y, r, firstDeg + i * 360.0 / corners);
        }
        path.closePath();
        return path;
    }

    static Path2D star(double x, double y, double r) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            corner(path, x, y, i % 2 == 0 ? r : 0.45 * r, 90 + i * 36);
        }
        path.closePath();
        return path;
    }

    /** A plus sign with arms {@code r} long and twice {@code thickness} of that wide, turned. */
    static Path2D cross(double x, double y, double r, double thickness, double turnDeg) {
        double half = thickness * r;
        double tip = Math.hypot(r, half);
        double tipDeg = Math.toDegrees(Math.atan2(half, r));
        Path2D path = new Path2D.Double();
        for (int arm = 0; arm < 4; arm++) {
            double armDeg = turnDeg + 90 * arm;
            corner(path, x, y, tip, armDeg - tipDeg);
            corner(path, x, y, tip, armDeg + tipDeg);
            corner(path, x, y, half * Math.sqrt(2), armDeg + 45);
        }
        path.closePath();
        return path;
    }

    private static void corner(Path2D path, double x, double y, double r, double angleDeg) {
        double cornerX = x + r * Math.cos(Math.toRadians(angleDeg));
        double cornerY = y - r * Math.sin(Math.toRadians(angleDeg));
        if (path.getCurrentPoint() == null) {
            path.moveTo(cornerX, cornerY);
        } else {
            path.lineTo(cornerX, cornerY);
        }
    }
}
