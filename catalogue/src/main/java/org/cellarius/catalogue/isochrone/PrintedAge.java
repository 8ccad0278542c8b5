package org.cellarius.catalogue.isochrone;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Ages as files print them, rounded to what was asked for when they were made: a logarithm of 10.10001 means 10.1, and one of 9.65321 means
 * 4.5 Gyr. An age that is near no round number within what the file prints stays as it is.
 */
final class PrintedAge {

    /** In units of the last printed digit: 10.10001 is off by one. */
    private static final double OFF = 1.5;

    private PrintedAge() {}

    /** The age in Gyr of a printed logarithm of years. */
    static double gyrOfLogYears(String printed) {
        int point = printed.indexOf('.');
        boolean plain = point >= 0 && printed.indexOf('e') < 0 && printed.indexOf('E') < 0;
        int decimals = plain ? printed.length() - point - 1 : 12;
        return gyrOfLogYears(Double.parseDouble(printed), OFF * Math.pow(10, -Math.min(decimals, 9)));
    }

    /**
     * The age in Gyr of a logarithm of years.
     *
     * @param tolerance by how much the logarithm may be off, dex
     */
    static double gyrOfLogYears(double logYears, double tolerance) {
        double round = Math.rint(logYears * 100) / 100;
        if (Math.abs(logYears - round) <= tolerance) {
            return gyr(round);
        }
        double gyr = gyr(logYears);
        double near = rounded(gyr, 3);
        return Math.abs(Math.log10(near / gyr)) <= tolerance ? near : gyr;
    }

    /** The age in Gyr of years that are printed as such. */
    static double gyrOfYears(double years) {
        return rounded(years / 1e9, 9);
    }

    private static double gyr(double logYears) {
        return rounded(Math.pow(10, logYears - 9), 9);
    }

    private static double rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits)).doubleValue();
    }
}
