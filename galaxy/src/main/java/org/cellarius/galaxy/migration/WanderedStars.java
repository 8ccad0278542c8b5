package org.cellarius.galaxy.migration;

/**
 * Where stars come from that are now at R with an age: with the diffusion p(R | R0) = N(R; R0 &minus; d, &sigma;&sup2;)/&Phi;((R0 &minus; d)/&sigma;), d = q &sigma;&sup2;/R_d, births R0
 * exp(&minus;R0/R_d)/R_d&sup2; become a normal about m = R + d &minus; &sigma;&sup2;/R_d, times R0/&Phi;.
 *
 * @param strengthKpc &sigma; at the age of reference, kpc
 * @param nowKpc R_d of today, kpc
 * @param lossPerGyr s of R_d (1 &minus; s &tau;), 1/Gyr
 * @param drift q
 * @param referenceGyr the age of reference, Gyr
 */
record WanderedStars(double strengthKpc, double nowKpc, double lossPerGyr, double drift, double referenceGyr) {

    /** Younger stars have hardly moved; &sigma; is not below this age's. */
    static final double YOUNGEST_GYR = 0.02;

    double sigmaKpc(double ageGyr) {
        return strengthKpc * Math.sqrt(Math.max(YOUNGEST_GYR, ageGyr) / referenceGyr);
    }

    private double scaleKpc(double ageGyr) {
        return nowKpc * (1 - lossPerGyr * ageGyr);
    }

    private double middleKpc(double radiusKpc, double sigma, double scale) {
        return radiusKpc - (1 - drift) * sigma * sigma / scale;
    }

    /** ln of the integral over births without [Fe/H]: E(m/&sigma;, 1). */
    double lnBirths(double ageGyr, double radiusKpc) {
        double sigma = sigmaKpc(ageGyr);
        double scale = scaleKpc(ageGyr);
        return BirthIntegral.ln(middleKpc(radiusKpc, sigma, scale) / sigma, 1, drift * sigma / scale);
    }

    /** ln p(R | &tau;), of 1/kpc, from {@link #lnBirths}. With q = 1/2 it is R_d&#8315;&sup2; exp(&minus;R/R_d) &sigma; E: exponential as the births. */
    double lnRadius(double lnBirths, double ageGyr, double radiusKpc) {
        double sigma = sigmaKpc(ageGyr);
        double scale = scaleKpc(ageGyr);
        double ratio = sigma / scale;
        return lnBirths + Math.log(sigma / (scale * scale)) - radiusKpc / scale + (0.5 - drift) * ratio * ratio;
    }

    /** ln of the integral over births with [Fe/H] of the gas F0 + g R0, scattered by the root of {@code noise} (dex&sup2;). */
    double lnWithFeH(
            double ageGyr, double radiusKpc, double feHDex, double centreDex, double gradientDexPerKpc, double noise) {
        double sigma = sigmaKpc(ageGyr);
        double scale = scaleKpc(ageGyr);
        double middle = middleKpc(radiusKpc, sigma, scale);
        double both = noise + gradientDexPerKpc * gradientDexPerKpc * sigma * sigma;
        double off = feHDex - centreDex - gradientDexPerKpc * middle;
        return -0.5 * (off * off / both + Math.log(2 * Math.PI * both))
                + BirthIntegral.ln(
                        middle / sigma + gradientDexPerKpc * sigma * off / both,
                        Math.sqrt(noise / both),
                        drift * sigma / scale);
    }
}
