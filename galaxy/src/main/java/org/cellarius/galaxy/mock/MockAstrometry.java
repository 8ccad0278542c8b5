package org.cellarius.galaxy.mock;

import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.galaxy.random.DrawnNumbers;

/**
 * What Gaia measures of a star: parallax and proper motion with correlated errors that grow towards faint stars (about as in Gaia DR3), and a distance from the parallax under a
 * prior that keeps its error below a third. Median and percentiles of the distance are those of a log-normal distribution, right in 68 of 100 stars.
 */
final class MockAstrometry {

    /** Error of the parallax of a bright star, mas, and where it begins to grow. */
    private static final double BRIGHT_MAS = 0.018;

    private static final double BRIGHT_UNTIL = 14;
    /** An uncertain parallax leaves the distance to the prior: its error does not exceed this fraction by much. */
    private static final double PRIOR_FRACTION = 0.35;
    /** The least error: that of the parallax zero point. */
    private static final double LEAST_FRACTION = 0.004;

    /** ln of the error, per magnitude. */
    private static final double GROWTH = 0.23 * Math.log(10);

    private static final int UNIFORMS = 5;
    private static final int NORMALS = 4;

    private final CounterRandom[] generators;

    MockAstrometry(CounterRandom random) {
        CounterRandom ofBothVisits = random.forPurpose("astrometry");
        this.generators = new CounterRandom[] {ofBothVisits, ofBothVisits};
    }

    /** Room for the random numbers of a block of stars. */
    static DrawnNumbers numbers(int longest) {
        return new DrawnNumbers(UNIFORMS, NORMALS, longest);
    }

    /** Draws those of a part of the stars; which visit it is does not matter. */
    void draw(DrawnNumbers numbers, int n, int from, long[] stars, int[] visit) {
        numbers.draw(n, from, stars, generators, visit);
    }

    void measure(DrawnNumbers random, MockStar s, MockRow row) {
        double error = BRIGHT_MAS * Math.exp(GROWTH * Math.max(0, s.gMag() - BRIGHT_UNTIL));
        double distance = s.seen().distanceKpc();
        double a = random.normal(0);
        double b = random.normal(1);
        double c = random.normal(2);
        double withRa = 0.5 * (2 * random.uniform(0) - 1);
        double withDec = 0.5 * (2 * random.uniform(1) - 1);
        double together = 0.4 * (2 * random.uniform(2) - 1);
        // The factor of the correlation matrix of parallax, pmra, pmdec.
        double restRa = Math.sqrt(1 - withRa * withRa);
        double mixed = (together - withRa * withDec) / restRa;
        double restDec = Math.sqrt(1 - withDec * withDec - mixed * mixed);
        double pmError = 1.03 * error;
        row.set(MockColumn.PARALLAX_OBS, 1 / distance + error * a);
        row.set(MockColumn.PARALLAX_ERROR, error);
        row.set(MockColumn.PMRA_OBS, s.seen().pmraMasPerYear() + pmError * (withRa * a + restRa * b));
        row.set(MockColumn.PMRA_ERROR, pmError);
        row.set(MockColumn.PMDEC_OBS, s.seen().pmdecMasPerYear() + pmError * (withDec * a + mixed * b + restDec * c));
        row.set(MockColumn.PMDEC_ERROR, pmError);
        row.set(MockColumn.RA_ERROR, 0.85 * error);
        row.set(MockColumn.DEC_ERROR, 0.8 * error);
        row.set(MockColumn.PARALLAX_PMRA_CORR, withRa);
        row.set(MockColumn.PARALLAX_PMDEC_CORR, withDec);
        row.set(MockColumn.PMRA_PMDEC_CORR, together);
        double fraction = error * distance;
        double spread = spread(fraction);
        double median = distance * Math.exp(-spread * a);
        row.set(MockColumn.DISTANCE_OBS, median);
        row.set(MockColumn.DISTANCE_LO, median * Math.exp(-spread));
        row.set(MockColumn.DISTANCE_HI, median * Math.exp(spread));
        double u = random.uniform(3);
        row.set(MockColumn.RUWE, u < 0.06 ? 1.4 - Math.log(random.uniform(4)) : 1 + 0.06 * random.normal(3));
    }

    /** Relative error of a distance from a parallax whose relative error is that fraction, under the prior. */
    private static double spread(double fraction) {
        double square = fraction * fraction;
        return Math.sqrt(LEAST_FRACTION * LEAST_FRACTION + square / (1 + square / (PRIOR_FRACTION * PRIOR_FRACTION)));
    }
}
