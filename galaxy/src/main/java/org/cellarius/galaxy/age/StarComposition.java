package org.cellarius.galaxy.age;

/**
 * What is measured of the composition with which a star was born.
 *
 * @param feH [Fe/H], dex; NaN where it is not measured
 * @param feHError its standard error, dex
 * @param alphaFe [&alpha;/Fe], dex; NaN where it is not measured
 * @param alphaFeError its standard error, dex
 */
record StarComposition(double feH, double feHError, double alphaFe, double alphaFeError) {

    /** Squared distance of an interval of a grid's axis from a value, in errors; 0 where nothing is measured. */
    static double square(double[] axis, int interval, double value, double error) {
        if (Double.isNaN(value)) {
            return 0;
        }
        double next = axis[Math.min(interval + 1, axis.length - 1)];
        double away = Math.max(Math.max(axis[interval] - value, value - next), 0) / error;
        return away * away;
    }

    /** Where in an interval of an axis a measured value lies, or its nearest end; the middle where nothing is measured. */
    static double share(double[] axis, int interval, double value) {
        if (axis.length == 1) {
            return 0;
        }
        return Double.isNaN(value)
                ? 0.5
                : Math.min(Math.max((value - axis[interval]) / (axis[interval + 1] - axis[interval]), 0), 1);
    }
}
