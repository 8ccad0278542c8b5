package org.cellarius.galaxy.mock;

import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.galaxy.random.DrawnNumbers;

/**
 * What a spectrograph measures of a star at one visit, with errors that fall with the signal-to-noise ratio. Ages have errors of two widths in their logarithm, as often above as
 * below, so that the median is right (as Vickers et al. 2021 draw distances).
 */
final class MockSpectrum {

    private static final double HALF_ARCSEC_DEG = 0.5 / 3600;
    private static final double LOWEST_SNR = 8;
    private static final double HIGHEST_SNR = 800;

    private static final int UNIFORMS = 22;
    private static final int NORMALS = 10;
    private static final double LN_10 = Math.log(10);

    private final SurveyDesign design;
    private final CounterRandom[] visits;

    MockSpectrum(SurveyDesign design, CounterRandom random) {
        this.design = design;
        this.visits = new CounterRandom[] {random.forPurpose("spectrum"), random.forPurpose("second spectrum")};
    }

    /** Room for the random numbers of a block of stars. */
    static DrawnNumbers numbers(int longest) {
        return new DrawnNumbers(UNIFORMS, NORMALS, longest);
    }

    /** Draws those of a part of the stars. */
    void draw(DrawnNumbers numbers, int n, int from, long[] stars, int[] visit) {
        numbers.draw(n, from, stars, visits, visit);
    }

    void measure(DrawnNumbers random, int visit, MockStar s, MockRow row) {
        SurveySample sample = design.samples().get(s.sample());
        SurveyErrors errors = sample.errors();
        double snr = Math.clamp(
                errors.snrAt12()
                        * Math.exp(-0.2 * LN_10 * (s.gMag() - 12) + 0.35 * random.normal(0))
                        * (visit == 1 ? 0.6 : 1),
                LOWEST_SNR,
                HIGHEST_SNR);
        row.set(MockColumn.SNR, snr);
        measured(row, MockColumn.TEFF_OBS, s.kind().teffK(), errors.atSignal(errors.teffK(), snr), random.normal(1));
        measured(
                row, MockColumn.LOGG_OBS, s.kind().loggDex(), errors.atSignal(errors.loggDex(), snr), random.normal(2));
        double feHError = errors.feHErrorDex(snr);
        double shift = sample.tracer().feHSystematicDex(s.kind().teffK());
        measured(row, MockColumn.FE_H_OBS, s.feHDex() + shift, feHError, random.normal(3));
        measured(
                row,
                MockColumn.ALPHA_FE_OBS,
                s.alphaFeDex(),
                errors.atSignal(errors.alphaFeDex(), snr),
                random.normal(4));
        age(row, s, errors, random);
        measured(row, MockColumn.MASS_OBS, s.kind().massMsun(), 0.08 * s.kind().massMsun(), random.normal(5));
        measured(
                row,
                MockColumn.RADIAL_VELOCITY_OBS,
                s.seen().radialVelocityKms(),
                errors.atSignal(errors.radialVelocityKms(), snr),
                random.normal(6));
        double distance =
                s.seen().distanceKpc() * (1 + errors.photometricDistance() * Math.clamp(random.normal(7), -4, 4));
        row.set(MockColumn.DISTANCE_PHOT, distance);
        row.set(
                MockColumn.DISTANCE_PHOT_ERROR,
                errors.photometricDistance() * s.seen().distanceKpc());
        double cos = Math.max(0.01, Math.cos(Math.toRadians(s.seen().decDeg())));
        row.set(MockColumn.RA_FIBRE, s.seen().raDeg() + HALF_ARCSEC_DEG * 0.6 * (2 * random.uniform(7) - 1) / cos);
        row.set(MockColumn.DEC_FIBRE, s.seen().decDeg() + HALF_ARCSEC_DEG * 0.6 * (2 * random.uniform(8) - 1));
        row.set(MockColumn.CHI2RATIO, Math.exp(-0.7 + 0.5 * random.normal(8)));
        row.set(MockColumn.VSINI, 240 * random.uniform(9) * Math.sqrt(random.uniform(9)));
        for (int k = 0; k < 6; k++) {
            row.set(MockColumn.U1.next(k), random.uniform(10 + k));
        }
    }

    private static void age(MockRow row, MockStar s, SurveyErrors errors, DrawnNumbers random) {
        double quality = 0.6 + 0.8 * random.uniform(20);
        double below = quality * errors.ageBelowDex();
        double above = quality * errors.ageAboveDex();
        // An age measured too low has the truth above it: how far is its upper error.
        double size = Math.abs(random.normal(9));
        double measured = s.ageGyr() * Math.exp(LN_10 * (random.uniform(21) < 0.5 ? -above * size : below * size));
        row.set(MockColumn.AGE_OBS, measured);
        row.set(MockColumn.AGE_LO, measured * Math.exp(-LN_10 * below));
        row.set(MockColumn.AGE_HI, measured * Math.exp(LN_10 * above));
    }

    /** A measured value; its error stands in the next column. */
    private static void measured(MockRow row, MockColumn column, double truth, double error, double normal) {
        row.set(column, truth + error * normal);
        row.set(column.next(1), error);
    }
}
