package org.cellarius.measure.plane;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.figure.Band;
import org.cellarius.figure.Dash;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.Symbol;
import org.cellarius.galaxy.profile.RunningWindow;

/** A running median as a line, with the errors of its medians. */
final class RunningLine {

    /** More medians than these have a band in place of bars, which would run together. */
    private static final int MOST_BARS = 40;

    private RunningLine() {}

    static List<Layer> of(List<RunningWindow> windows, Color colour, String legend) {
        double[] x = windows.stream().mapToDouble(RunningWindow::xMedian).toArray();
        double[] y = windows.stream().mapToDouble(RunningWindow::yMedian).toArray();
        double[] error =
                windows.stream().mapToDouble(RunningWindow::yMedianError).toArray();
        if (x.length > MOST_BARS) {
            return List.of(
                    new Band(x, shifted(y, error, -1), shifted(y, error, 1), colour, 0.35, ""),
                    new Line(x, y, new LineStyle(colour, 1, Dash.SOLID), legend));
        }
        return List.of(
                new Line(x, y, new LineStyle(colour, 1.2, Dash.SOLID), legend),
                ErrorBars.vertical(x, y, error, new PointStyle(colour, Symbol.CIRCLE, 2, true), legend));
    }

    private static double[] shifted(double[] y, double[] error, int sign) {
        return IntStream.range(0, y.length)
                .mapToDouble(i -> y[i] + sign * error[i])
                .toArray();
    }
}
