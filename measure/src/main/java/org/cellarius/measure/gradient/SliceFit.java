package org.cellarius.measure.gradient;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.galaxy.fit.Estimate;
import org.cellarius.galaxy.fit.FitStatus;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.fit.FittedPoints;

/**
 * The line of one slice.
 *
 * @param minX smallest x of its stars, units of x; NaN without a line
 * @param maxX largest x
 */
record SliceFit(FittedLine line, double minX, double maxX) {

    /** Pieces of a drawn line, which is a curve on logarithmic axes. */
    private static final int DRAWN = 40;

    boolean fitted() {
        return line.status() == FitStatus.OK;
    }

    /** An estimate; NaN where there is none. */
    double value(String name) {
        return line.estimate(name).map(Estimate::value).orElse(Double.NaN);
    }

    /** The error to quote: the one that the line's rule gives. */
    double error(String name) {
        return line.estimate(name).map(Estimate::sd).orElse(Double.NaN);
    }

    /** The line at x; beyond a break the outer one. */
    double at(double x) {
        return at(x, this::value);
    }

    /** Another line at x, of estimates in the order of those of this one. */
    double at(double x, double[] estimates) {
        return at(x, name -> {
            for (int k = 0; k < estimates.length; k++) {
                if (line.estimates().get(k).name().equals(name)) {
                    return estimates[k];
                }
            }
            return Double.NaN;
        });
    }

    private static double at(double x, ToDoubleFunction<String> of) {
        double inner = of.applyAsDouble("intercept") + of.applyAsDouble("slope") * x;
        double breakX = of.applyAsDouble("break_x");
        return x <= breakX || Double.isNaN(breakX)
                ? inner
                : of.applyAsDouble("intercept")
                        + of.applyAsDouble("slope") * breakX
                        + of.applyAsDouble("slope_outer") * (x - breakX);
    }

    /** Places along x where the line is drawn: where there are stars, or points that it was laid through, as far as the axis shows them. */
    double[] along(Axis xAxis) {
        FittedPoints through = line.through();
        double first = through.isEmpty() ? minX : through.x()[0];
        double last = through.isEmpty() ? maxX : through.x()[through.x().length - 1];
        double from = Math.max(xAxis.min(), first);
        double to = Math.min(xAxis.max(), last);
        return IntStream.rangeClosed(0, DRAWN)
                .mapToDouble(k -> from + (to - from) * k / DRAWN)
                .toArray();
    }

    /** Of slope and intercept; NaN where the method gives none. */
    double covariance() {
        return line.covariance().length >= 2 ? line.covariance()[0][1] : Double.NaN;
    }

    /** One-sigma error of the line at x; NaN where the method gives no covariance, or the line is broken. */
    double errorAt(double x) {
        double slope = error("slope");
        double intercept = error("intercept");
        double covariance = covariance();
        return line.estimate("break_x").isPresent()
                ? Double.NaN
                : Math.sqrt(Math.max(0, x * x * slope * slope + 2 * x * covariance + intercept * intercept));
    }
}
