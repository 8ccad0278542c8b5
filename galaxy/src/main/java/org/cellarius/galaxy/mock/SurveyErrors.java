package org.cellarius.galaxy.mock;

/**
 * How well a survey measures. Errors of the spectrum fall with its signal-to-noise ratio: (floor&sup2; + (slope/snr)&sup2;)<sup>1/2</sup>.
 *
 * @param snrAt12 signal-to-noise ratio of a star of G = 12; it falls with the square root of the light
 * @param teffK error of T_eff at snr = 50, K
 * @param loggDex error of log g at snr = 50, dex
 * @param feHFloorDex least error of [Fe/H], dex
 * @param feHSlopeDex its slope with 1/snr, dex
 * @param alphaFeDex error of [&alpha;/Fe] at snr = 50, dex
 * @param radialVelocityKms error of the radial velocity at snr = 50, km/s
 * @param ageBelowDex downward error of log age, dex
 * @param ageAboveDex upward error, dex
 * @param photometricDistance error of the photometric distance as a fraction
 */
public record SurveyErrors(
        double snrAt12,
        double teffK,
        double loggDex,
        double feHFloorDex,
        double feHSlopeDex,
        double alphaFeDex,
        double radialVelocityKms,
        double ageBelowDex,
        double ageAboveDex,
        double photometricDistance) {
    public SurveyErrors {
        if (!(snrAt12 > 0 && feHFloorDex > 0 && feHSlopeDex >= 0 && ageBelowDex >= 0 && ageAboveDex >= 0)) {
            throw new IllegalArgumentException(
                    "a survey needs a positive signal-to-noise ratio, and errors that are not negative");
        }
    }

    double atSignal(double at50, double snr) {
        return at50 * Math.sqrt(0.3 + 0.7 * 2500 / (snr * snr));
    }

    double feHErrorDex(double snr) {
        double slope = feHSlopeDex / snr;
        return Math.sqrt(feHFloorDex * feHFloorDex + slope * slope);
    }
}
