package org.cellarius.galaxy.age;

import java.util.Arrays;

/**
 * What is measured of a star: the observables of a grid and the covariance of their errors. To be filled anew for each star.
 */
public final class MeasuredStar {

    /** In the order of the observables, in the units of the grid. */
    final double[] values;

    /** {@code covariance[j][k]}, in the products of those units. */
    final double[][] covariance;

    /** Covariance of each with the magnitude behind the luminosity, extinction taken off; 0 without a parallax. */
    final double[] withMagnitude;

    /** Variance of that magnitude. */
    double magnitudeVariance;

    /** Distance in kpc of a star whose luminosity, as {@link StarDistance.Parallax} has it, is 1; NaN without a parallax. */
    double distanceScaleKpc = Double.NaN;

    /** ln of how much of what is compared is one unit of what is measured. */
    double lnUnits;

    MeasuredStar(int observables) {
        values = new double[observables];
        covariance = new double[observables][observables];
        withMagnitude = new double[observables];
    }

    /** Independent errors. */
    void independent(double[] measured, double[] errors) {
        System.arraycopy(measured, 0, values, 0, values.length);
        for (int k = 0; k < values.length; k++) {
            Arrays.fill(covariance[k], 0);
            covariance[k][k] = errors[k] * errors[k];
        }
        Arrays.fill(withMagnitude, 0);
        magnitudeVariance = 0;
        lnUnits = 0;
        distanceScaleKpc = Double.NaN;
    }

    /** Standard errors. */
    double[] errors() {
        double[] errors = new double[values.length];
        Arrays.setAll(errors, k -> Math.sqrt(covariance[k][k]));
        return errors;
    }
}
