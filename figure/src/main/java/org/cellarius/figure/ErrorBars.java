package org.cellarius.figure;

import java.util.Arrays;

/**
 * Symbols with error bars. A point whose error is not finite is drawn without that bar.
 *
 * @param x abscissae, in the unit of the panel's x axis
 * @param y ordinates, in the unit of the panel's y axis, as many
 * @param yMinus lengths of the bars below, not negative, in the unit of y; empty for none
 * @param yPlus lengths of the bars above, not negative, in the unit of y; empty for none
 * @param xMinus lengths of the bars towards smaller x, not negative, in the unit of x; empty for none
 * @param xPlus lengths of the bars towards larger x, not negative, in the unit of x; empty for none
 * @param style colour and symbol
 * @param legend text of the legend; empty for none
 */
public record ErrorBars(
        double[] x,
        double[] y,
        double[] yMinus,
        double[] yPlus,
        double[] xMinus,
        double[] xPlus,
        PointStyle style,
        String legend)
        implements Layer {

    private static final double[] NONE = {};

    public ErrorBars {
        Lengths.mustBe(x.length, "y", y);
        x = x.clone();
        y = y.clone();
        yMinus = checked("yMinus", yMinus, x.length);
        yPlus = checked("yPlus", yPlus, x.length);
        xMinus = checked("xMinus", xMinus, x.length);
        xPlus = checked("xPlus", xPlus, x.length);
    }

    private static double[] checked(String name, double[] bars, int length) {
        Lengths.mustBeEmptyOr(length, name, bars);
        double shortest = Arrays.stream(bars).filter(Double::isFinite).min().orElse(0);
        if (shortest < 0) {
            throw new IllegalArgumentException(
                    name + " holds " + shortest + ": the length of an error bar is not negative");
        }
        return bars.clone();
    }

    /** Bars as long below as above: {@code y ± yError}. */
    public static ErrorBars vertical(double[] x, double[] y, double[] yError, PointStyle style, String legend) {
        return vertical(x, y, yError, yError, style, legend);
    }

    /** Bars from {@code y - yMinus} to {@code y + yPlus}. */
    public static ErrorBars vertical(
            double[] x, double[] y, double[] yMinus, double[] yPlus, PointStyle style, String legend) {
        return new ErrorBars(x, y, yMinus, yPlus, NONE, NONE, style, legend);
    }

    /** Bars in both directions: {@code x ± xError}, {@code y ± yError}. */
    public static ErrorBars both(
            double[] x, double[] y, double[] xError, double[] yError, PointStyle style, String legend) {
        return new ErrorBars(x, y, yError, yError, xError, xError, style, legend);
    }
}
