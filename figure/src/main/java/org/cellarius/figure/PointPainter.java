package org.cellarius.figure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.IntFunction;

/** Draws {@link Points}, {@link ColouredPoints} and {@link ErrorBars}. */
final class PointPainter {

    /** Up to this many symbols each gets a white rim that parts it from its neighbours. */
    private static final int RIM_UP_TO = 100;

    /** And up to this many its bars have caps. */
    private static final int CAPS_UP_TO = 100;

    private static final double RIM_PT = 0.8;
    private static final double BAR_PT = 0.7;
    private static final double CAP_PT = 1.4;

    private PointPainter() {}

    static void points(Canvas canvas, PlotArea area, Points points) {
        boolean rims = Weight.inside(area, points.x(), points.y()) <= RIM_UP_TO;
        symbols(canvas, area, points.x(), points.y(), points::style, rims);
    }

    static void coloured(Canvas canvas, PlotArea area, ColouredPoints points, ColourScale colours) {
        dots(canvas, area, points, colours, Weight.inside(area, points) <= RIM_UP_TO);
    }

    private static void dots(Canvas canvas, PlotArea area, ColouredPoints points, ColourScale colours, boolean rims) {
        Rectangle2D touching = near(area.box(), points.sizePt());
        for (int i = 0; i < points.x().length; i++) {
            double xPt = area.xPt(points.x()[i]);
            double yPt = area.yPt(points.y()[i]);
            if (points.drawn(i) && touching.contains(xPt, yPt)) {
                var style = new PointStyle(colours.colour(points.value()[i]), Symbol.CIRCLE, points.sizePt(), true);
                symbol(canvas, style, xPt, yPt, rims);
            }
        }
    }

    private static Rectangle2D near(Rectangle2D box, double marginPt) {
        return new Rectangle2D.Double(
                box.getX() - marginPt,
                box.getY() - marginPt,
                box.getWidth() + 2 * marginPt,
                box.getHeight() + 2 * marginPt);
    }

    static void errorBars(Canvas canvas, PlotArea area, ErrorBars bars) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < bars.x().length; i++) {
            if (Double.isFinite(bars.x()[i]) && Double.isFinite(bars.y()[i])) {
                double x = area.xPt(bars.x()[i]);
                double y = area.yPt(bars.y()[i]);
                double cap = bars.x().length <= CAPS_UP_TO ? CAP_PT : 0;
                vertical(
                        path,
                        area,
                        x,
                        ended(y, area.yPt(bars.y()[i] - length(bars.yMinus(), i))),
                        ended(y, area.yPt(bars.y()[i] + length(bars.yPlus(), i))),
                        cap);
                horizontal(
                        path,
                        area,
                        y,
                        ended(x, area.xPt(bars.x()[i] - length(bars.xMinus(), i))),
                        ended(x, area.xPt(bars.x()[i] + length(bars.xPlus(), i))),
                        cap);
            }
        }
        if (path.getCurrentPoint() != null) {
            canvas.stroke(path, bars.style().colour(), BAR_PT);
        }
        symbols(canvas, area, bars.x(), bars.y(), i -> bars.style(), bars.x().length <= RIM_UP_TO);
    }

    private static double length(double[] lengths, int i) {
        return lengths.length == 0 ? Double.NaN : lengths[i];
    }

    /** The end of a bar; the point itself where there is none. */
    private static double ended(double at, double end) {
        return Double.isFinite(end) ? end : at;
    }

    private static void vertical(Path2D path, PlotArea area, double x, double from, double to, double cap) {
        if (from != to) {
            piece(path, area, x, from, x, to);
            if (cap > 0) {
                piece(path, area, x - cap, from, x + cap, from);
                piece(path, area, x - cap, to, x + cap, to);
            }
        }
    }

    private static void horizontal(Path2D path, PlotArea area, double y, double from, double to, double cap) {
        if (from != to) {
            piece(path, area, from, y, to, y);
            if (cap > 0) {
                piece(path, area, from, y - cap, from, y + cap);
                piece(path, area, to, y - cap, to, y + cap);
            }
        }
    }

    private static void piece(Path2D path, PlotArea area, double x0, double y0, double x1, double y1) {
        Clip.segment(area.box(), x0, y0, x1, y1).ifPresent(seen -> path.append(seen, false));
    }

    private static void symbols(
            Canvas canvas, PlotArea area, double[] x, double[] y, IntFunction<PointStyle> styles, boolean rims) {
        for (int i = 0; i < x.length; i++) {
            double xPt = area.xPt(x[i]);
            double yPt = area.yPt(y[i]);
            PointStyle style = styles.apply(i);
            // Also false for NaN.
            if (near(area.box(), style.sizePt()).contains(xPt, yPt)) {
                symbol(canvas, style, xPt, yPt, rims);
            }
        }
    }

    /** One symbol about (x, y) on the paper. */
    static void symbol(Canvas canvas, PointStyle style, double x, double y, boolean rim) {
        Shape shape = SymbolShape.of(style.symbol(), x, y, style.sizePt());
        if (rim) {
            canvas.stroke(shape, Measures.PAPER, style.filled() ? RIM_PT : RIM_PT + 1.2);
        }
        if (style.filled()) {
            canvas.fill(shape, style.colour());
        } else {
            canvas.fill(shape, Color.WHITE);
            canvas.stroke(shape, style.colour(), 0.8);
        }
    }

    /** The bars of one entry of a legend. */
    static void sampleBars(Canvas canvas, PointStyle style, double x, double y, double halfPt) {
        Path2D path = new Path2D.Double();
        path.append(new Line2D.Double(x, y - halfPt, x, y + halfPt), false);
        for (double end : new double[] {y - halfPt, y + halfPt}) {
            path.append(new Line2D.Double(x - CAP_PT, end, x + CAP_PT, end), false);
        }
        canvas.stroke(path, style.colour(), BAR_PT);
    }
}
