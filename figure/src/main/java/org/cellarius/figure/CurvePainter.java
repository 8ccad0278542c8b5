package org.cellarius.figure;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Optional;

/** Draws {@link Line}, {@link Band}, {@link Steps} and {@link ReferenceLine}. */
final class CurvePainter {

    /** Opacity and width of the outline of one band among others. */
    private static final double EDGE = 0.5;

    private static final double EDGE_PT = 0.4;

    /** Opacity of a filled histogram. */
    static final double TINT = 0.22;

    /** A straight line is a curve on logarithmic axes, drawn in so many pieces. */
    private static final int SAMPLES = 200;

    private CurvePainter() {}

    static void line(Canvas canvas, PlotArea area, Line line) {
        curve(canvas, area, xPt(area, line.x()), yPt(area, line.y()), line.style());
    }

    /** A line as it is drawn on the paper. */
    static Path2D path(PlotArea area, Line line) {
        return path(area, xPt(area, line.x()), yPt(area, line.y()), line.style());
    }

    private static Path2D path(PlotArea area, double[] xPt, double[] yPt, LineStyle style) {
        int[] kept = Thinning.kept(xPt, yPt);
        return Clip.curve(grown(area.box(), 0.5 * style.widthPt()), those(xPt, kept), those(yPt, kept));
    }

    private static double[] those(double[] all, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> all[i]).toArray();
    }

    private static void curve(Canvas canvas, PlotArea area, double[] xPt, double[] yPt, LineStyle style) {
        Path2D path = path(area, xPt, yPt, style);
        if (path.getCurrentPoint() != null) {
            canvas.stroke(path, style);
        }
    }

    private static Rectangle2D grown(Rectangle2D box, double byPt) {
        return new Rectangle2D.Double(
                box.getX() - byPt, box.getY() - byPt, box.getWidth() + 2 * byPt, box.getHeight() + 2 * byPt);
    }

    /**
     * @param share of its opacity; 0 for its outline alone
     */
    static void band(Canvas canvas, PlotArea area, Band band, double share) {
        Path2D path = path(area, band);
        if (share > 0 && path.getCurrentPoint() != null) {
            canvas.fill(path, translucent(band.colour(), share * band.alpha()));
        }
        if (share < 1) {
            double[] x = xPt(area, band.x());
            LineStyle edge = new LineStyle(translucent(band.colour(), EDGE), EDGE_PT, Dash.SOLID);
            curve(canvas, area, x, yPt(area, band.lo()), edge);
            curve(canvas, area, x, yPt(area, band.hi()), edge);
        }
    }

    /** The area of a band as it is drawn on the paper. */
    static Path2D path(PlotArea area, Band band) {
        double[] x = xPt(area, band.x());
        double[] lo = yPt(area, band.lo());
        double[] hi = yPt(area, band.hi());
        int start = 0;
        Path2D path = new Path2D.Double();
        for (int i = 0; i <= x.length; i++) {
            if (i == x.length || Double.isNaN(x[i] + lo[i] + hi[i])) {
                path.append(piece(area.box(), x, lo, hi, start, i), false);
                start = i + 1;
            }
        }
        return path;
    }

    /** From point {@code start} to before {@code end}: the upper edge there, the lower edge back. */
    private static Path2D piece(Rectangle2D box, double[] x, double[] lo, double[] hi, int start, int end) {
        int n = end - start;
        if (n < 2) {
            return new Path2D.Double();
        }
        double[] its = Arrays.copyOfRange(x, start, end);
        double[] above = Arrays.copyOfRange(hi, start, end);
        double[] below = Arrays.copyOfRange(lo, start, end);
        int[] upper = Thinning.kept(its, above);
        int[] lower = Thinning.kept(its, below);
        int m = upper.length + lower.length;
        double[] cornerX = new double[m];
        double[] cornerY = new double[m];
        for (int i = 0; i < upper.length; i++) {
            cornerX[i] = its[upper[i]];
            cornerY[i] = above[upper[i]];
        }
        for (int i = 0; i < lower.length; i++) {
            cornerX[m - 1 - i] = its[lower[i]];
            cornerY[m - 1 - i] = below[lower[i]];
        }
        return Clip.polygon(box, cornerX, cornerY);
    }

    static void steps(Canvas canvas, PlotArea area, Steps steps) {
        int bins = steps.values().length;
        if (bins == 0) {
            return;
        }
        double[] x = new double[2 * bins + 2];
        double[] y = new double[2 * bins + 2];
        for (int i = 0; i < bins; i++) {
            double height = Double.isFinite(steps.values()[i]) ? steps.values()[i] : 0;
            x[2 * i + 1] = steps.edges()[i];
            x[2 * i + 2] = steps.edges()[i + 1];
            y[2 * i + 1] = height;
            y[2 * i + 2] = height;
        }
        x[0] = steps.edges()[0];
        x[2 * bins + 1] = steps.edges()[bins];
        double[] xPt = xPt(area, x);
        double[] yPt = yPt(area, y);
        if (steps.filled()) {
            Path2D path = Clip.polygon(area.box(), xPt, yPt);
            if (path.getCurrentPoint() != null) {
                canvas.fill(path, translucent(steps.style().colour(), TINT));
            }
        }
        curve(canvas, area, xPt, yPt, steps.style());
    }

    static void reference(Canvas canvas, PlotArea area, ReferenceLine line) {
        if (area.x().logarithmic() || area.y().logarithmic()) {
            double[] x = new double[SAMPLES + 1];
            double[] y = new double[SAMPLES + 1];
            for (int i = 0; i <= SAMPLES; i++) {
                x[i] = line.dx() == 0 ? line.x() : area.x().valueAt((double) i / SAMPLES);
                y[i] = line.dx() == 0
                        ? area.y().valueAt((double) i / SAMPLES)
                        : line.y() + (x[i] - line.x()) * line.dy() / line.dx();
            }
            curve(canvas, area, xPt(area, x), yPt(area, y), line.style());
            return;
        }
        seen(area, line).ifPresent(seen -> canvas.stroke(seen, line.style()));
    }

    /** The part of an endless line inside the box, on the paper; none on logarithmic axes, where it is a curve. */
    static Optional<Line2D> seen(PlotArea area, ReferenceLine line) {
        if (area.x().logarithmic() || area.y().logarithmic()) {
            return Optional.empty();
        }
        Rectangle2D box = area.box();
        double x = box.getMinX() + area.x().fraction(line.x()) * box.getWidth();
        double y = box.getMaxY() - area.y().fraction(line.y()) * box.getHeight();
        double dx = line.dx() / area.x().span() * box.getWidth() * (area.x().reversed() ? -1 : 1);
        double dy = -line.dy() / area.y().span() * box.getHeight() * (area.y().reversed() ? -1 : 1);
        return Clip.line(box, x, y, dx, dy);
    }

    static Color translucent(Color colour, double alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * alpha));
    }

    private static double[] xPt(PlotArea area, double[] values) {
        return Arrays.stream(values).map(area::xPt).toArray();
    }

    private static double[] yPt(PlotArea area, double[] values) {
        return Arrays.stream(values).map(area::yPt).toArray();
    }
}
