package org.cellarius.galaxy.age;

import org.cellarius.galaxy.column.StarStatus;

/** Reads the observables of a star and their errors from columns that stand in turn. */
final class StarMeasurement {

    private StarMeasurement() {}

    /**
     * Reads star i; what is missing or impossible is told.
     *
     * @param in observable, error, observable, error, &hellip;
     */
    static StarStatus read(double[][] in, int i, double[] values, double[] errors) {
        StarStatus status = StarStatus.OK;
        for (int k = 0; k < values.length; k++) {
            values[k] = in[2 * k][i];
            errors[k] = in[2 * k + 1][i];
            if (!Double.isFinite(values[k])) {
                return StarStatus.NO_OBSERVABLE;
            }
            if (!(errors[k] > 0) || !Double.isFinite(errors[k])) {
                status = StarStatus.NO_ERRORS;
            }
        }
        return status;
    }
}
