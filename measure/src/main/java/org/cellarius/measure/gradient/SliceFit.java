package org.cellarius.measure.gradient;

import org.cellarius.galaxy.fit.Estimate;
import org.cellarius.galaxy.fit.FitStatus;
import org.cellarius.galaxy.fit.FittedLine;

/**
 * The line of one slice.
 *
 * @param minX smallest x of its stars, units of x; NaN without a line
 * @param maxX largest x
 */
record SliceFit(FittedLine line, double minX, double maxX) {

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
        double inner = value("intercept") + value("slope") * x;
        double breakX = value("break_x");
        return x <= breakX || Double.isNaN(breakX)
                ? inner
                : value("intercept") + value("slope") * breakX + value("slope_outer") * (x - breakX);
    }

    /** One-sigma error of the line at x; NaN where the method gives no covariance, or the line is broken. */
    double errorAt(double x) {
        double slope = error("slope");
        double intercept = error("intercept");
        double covariance = line.covariance().length >= 2 ? line.covariance()[0][1] : Double.NaN;
        return line.estimate("break_x").isPresent()
                ? Double.NaN
                : Math.sqrt(Math.max(0, x * x * slope * slope + 2 * x * covariance + intercept * intercept));
    }
}
