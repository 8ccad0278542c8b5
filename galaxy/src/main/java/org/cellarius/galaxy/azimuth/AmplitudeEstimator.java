package org.cellarius.galaxy.azimuth;

/**
 * How an amplitude A = &radic;(a&sup2; + b&sup2;) is freed of what noise adds to it. Both go by the variance s&sup2; of the coefficients across their own direction, which is what
 * lengthens the vector: s&sup2; = (b&sup2; &sigma;<sub>a</sub>&sup2; + a&sup2; &sigma;<sub>b</sub>&sup2; &minus; 2 a b &sigma;<sub>ab</sub>) / A&sup2; (Plaszczynski et al. 2014, MNRAS 439,
 * 4048), the same as &sigma;&sup2; where both errors are equal.
 */
public enum AmplitudeEstimator {
    /** &radic;(A&sup2; &minus; s&sup2;), 0 below s (Wardle and Kronberg 1974, ApJ 194, 249). */
    WARDLE_KRONBERG {
        @Override
        double of(double amplitude, double acrossVariance) {
            return Math.sqrt(Math.max(0, amplitude * amplitude - acrossVariance));
        }
    },
    /** A &minus; s&sup2; (1 &minus; exp(&minus;A&sup2;/s&sup2;)) / 2A, never 0 (Plaszczynski et al. 2014, MNRAS 439, 4048). */
    MODIFIED_ASYMPTOTIC {
        @Override
        double of(double amplitude, double acrossVariance) {
            return amplitude == 0
                    ? 0
                    : amplitude
                            + acrossVariance * Math.expm1(-amplitude * amplitude / acrossVariance) / (2 * amplitude);
        }
    };

    abstract double of(double amplitude, double acrossVariance);
}
