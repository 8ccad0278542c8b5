package org.cellarius.galaxy.frame;

import org.cellarius.galaxy.column.StarStatus;

/**
 * The errors of one star's measurement; NaN where missing.
 *
 * @param distanceLoKpc width of the distance's distribution below the distance, kpc
 * @param distanceHiKpc width above it, kpc
 * @param distanceVarianceKpc2 variance of the distance, kpc&sup2;
 * @param raMas error of right ascension times cos(dec), mas
 * @param decMas error of declination, mas
 * @param pmraMasPerYear error of the proper motion in right ascension, mas/yr
 * @param pmdecMasPerYear error of the proper motion in declination, mas/yr
 * @param radialVelocityKms error of the radial velocity, km/s
 * @param correlation correlation matrix of (ra, dec, distance, pmra, pmdec), rows one after the other
 */
record StarErrors(
        double distanceLoKpc,
        double distanceHiKpc,
        double distanceVarianceKpc2,
        double raMas,
        double decMas,
        double pmraMasPerYear,
        double pmdecMasPerYear,
        double radialVelocityKms,
        double[] correlation) {

    /** The verdict on a star whose measurement is known or lacks its motion; impossible correlations come first. */
    StarStatus judge(StarStatus measured) {
        return switch (measured) {
            case OK -> judge();
            case NO_VELOCITY -> judge() == StarStatus.BAD_CORRELATIONS ? StarStatus.BAD_CORRELATIONS : measured;
            case NO_POSITION,
                    NO_PARALLAX,
                    NO_ZERO_POINT,
                    PARALLAX_NOT_POSITIVE,
                    NO_PHOTOMETRY,
                    NO_DISTANCE,
                    NO_ERRORS,
                    BAD_CORRELATIONS,
                    UNBOUND,
                    NOT_CONVERGED,
                    NOT_INTEGRATED,
                    SELECTION_UNKNOWN,
                    NOT_COVERED,
                    NEVER_SELECTED,
                    NO_OBSERVABLE,
                    OUTSIDE_GRID,
                    EDGE,
                    NO_LABEL,
                    OUTSIDE_TRAINING,
                    OUTSIDE_MAP,
                    BEFORE_FIRST,
                    BEYOND_LAST,
                    NOT_RELIABLE -> measured;
        };
    }

    private StarStatus judge() {
        double all = distanceVarianceKpc2 + raMas + decMas + pmraMasPerYear + pmdecMasPerYear + radialVelocityKms;
        for (double c : correlation) {
            all += c;
        }
        if (!Double.isFinite(all)) {
            return StarStatus.NO_ERRORS;
        }
        return factor().exists() ? StarStatus.OK : StarStatus.BAD_CORRELATIONS;
    }

    /** The square root of the correlation matrix, the distance first: its draws may then be looked at before the others. */
    CorrelationFactor factor() {
        return CorrelationFactor.of(correlation, DISTANCE_FIRST);
    }

    /** Order of the factor's rows: distance, pmra, pmdec, ra, dec. */
    static final int[] DISTANCE_FIRST = {2, 3, 4, 0, 1};

    /** Covariance of (ra mas, dec mas, distance kpc, pmra mas/yr, pmdec mas/yr, radial velocity km/s), 6 by 6. */
    double[][] covariance() {
        double[] sd = {
            raMas, decMas, Math.sqrt(distanceVarianceKpc2), pmraMasPerYear, pmdecMasPerYear, radialVelocityKms
        };
        double[][] covariance = new double[6][6];
        int n = ErrorColumns.CORRELATED;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double c = correlation[i * n + j];
                // Unrelated errors stay unrelated where one of them is missing.
                covariance[i][j] = c == 0 ? 0 : c * sd[i] * sd[j];
            }
        }
        covariance[5][5] = radialVelocityKms * radialVelocityKms;
        return covariance;
    }
}
