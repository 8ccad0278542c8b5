package org.cellarius.galaxy.fit;

/**
 * A straight line y = slope x + intercept through n stars; NaN everywhere but {@code n} unless the status is OK.
 *
 * @param slope dy/dx, units of y per unit of x (dex/kpc for a metallicity gradient)
 * @param intercept y at x = 0, units of y
 * @param slopeSd error of the slope from the stated errors alone (for OLS: the same as scaled)
 * @param interceptSd the same for the intercept
 * @param covariance covariance of slope and intercept belonging to these errors
 * @param slopeSdScaled error of the slope multiplied by &radic;(&chi;&sup2;/(n&minus;2))
 * @param interceptSdScaled the same for the intercept
 * @param covarianceScaled covariance multiplied by &chi;&sup2;/(n&minus;2)
 * @param chi2 &Sigma; w (y &minus; slope x &minus; intercept)&sup2;; for OLS the residual sum of squares, units of y squared
 * @param reducedChi2 chi2/(n &minus; 2)
 * @param meanX weighted mean of x: where the line is known best
 * @param meanY value of the line there
 * @param minX smallest x in the sample
 * @param maxX largest x in the sample
 */
public record LineFit(
        LineMethod method,
        FitStatus status,
        long n,
        double slope,
        double intercept,
        double slopeSd,
        double interceptSd,
        double covariance,
        double slopeSdScaled,
        double interceptSdScaled,
        double covarianceScaled,
        double chi2,
        double reducedChi2,
        double meanX,
        double meanY,
        double minX,
        double maxX) {

    static LineFit failed(LineMethod method, FitStatus status, long n) {
        double no = Double.NaN;
        return new LineFit(method, status, n, no, no, no, no, no, no, no, no, no, no, no, no, no, no);
    }

    /** The line's value at x. */
    public double at(double x) {
        return meanY + slope * (x - meanX);
    }

    /** The scaled one-sigma error of the line's value at x. */
    public double sdScaledAt(double x) {
        double atMean = interceptSdScaled * interceptSdScaled - meanX * meanX * slopeSdScaled * slopeSdScaled;
        double dx = x - meanX;
        return Math.sqrt(Math.max(0, atMean) + dx * dx * slopeSdScaled * slopeSdScaled);
    }
}
