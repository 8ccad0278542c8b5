package org.cellarius.galaxy.mock;

import org.cellarius.galaxy.kernel.DrawMath;

/**
 * The low-&alpha; disc, grown from inside out: stars form with surface density exp(&minus;R/R_d(&tau;)), R_d(&tau;) = R_d (1 &minus; s &tau;) (Frankel et al. 2018,
 * 2018ApJ...865...96F, eq. 5), at a rate exp(&tau;/T); the gas has [Fe/H] = f &minus; a &tau; + (g + h &tau;) (R &minus; R_ref); guiding radii diffuse with standard
 * deviation &sigma; (&tau;/8 Gyr)<sup>1/2</sup> (there eq. 8), and orbits grow warmer with age.
 *
 * @param oldestGyr age of the first stars, Gyr
 * @param formationTimeGyr T: time in which star formation falls by e, Gyr
 * @param scaleLengthNowKpc R_d of the youngest stars, kpc
 * @param scaleLengthLossPerGyr s, 1/Gyr
 * @param referenceKpc R_ref, kpc
 * @param feHNowDex f: [Fe/H] of the gas at R_ref today, dex
 * @param feHLossDexPerGyr a: how much lower it was for each Gyr back, dex/Gyr
 * @param gradientNowDexPerKpc g: gradient of the gas today, dex/kpc
 * @param gradientChangeDexPerKpcGyr h: its change for each Gyr back, dex/kpc/Gyr
 * @param feHScatterDex scatter of the gas, dex
 * @param migrationAt8GyrKpc &sigma;: standard deviation of R_g &minus; R_birth after 8 Gyr, kpc
 * @param eccentricityNow scale of the eccentricities (Rayleigh) of the youngest stars
 * @param eccentricityPerGyr its growth, 1/Gyr
 * @param verticalActionNowKpcKms mean J_z of the youngest stars, kpc km/s
 * @param verticalActionPerGyrKpcKms its growth, kpc km/s/Gyr (Ting and Rix 2019, 2019ApJ...878...21T: about linear with age)
 * @param alphaScatterDex scatter of [&alpha;/Fe], dex
 */
public record LowAlphaDisc(
        double oldestGyr,
        double formationTimeGyr,
        double scaleLengthNowKpc,
        double scaleLengthLossPerGyr,
        double referenceKpc,
        double feHNowDex,
        double feHLossDexPerGyr,
        double gradientNowDexPerKpc,
        double gradientChangeDexPerKpcGyr,
        double feHScatterDex,
        double migrationAt8GyrKpc,
        double eccentricityNow,
        double eccentricityPerGyr,
        double verticalActionNowKpcKms,
        double verticalActionPerGyrKpcKms,
        double alphaScatterDex)
        implements MockPopulation {

    /** Migration and growth of Frankel et al. (2018); a gradient that was steeper in the past (Lu et al. 2024, 2024MNRAS.535..392L). */
    public static final LowAlphaDisc STANDARD = new LowAlphaDisc(
            11, 7, 3.0, 0.0375, 8.2, 0.03, 0.030, -0.072, -0.002, 0.04, 3.6, 0.05, 0.014, 1.2, 1.3, 0.02);

    public LowAlphaDisc {
        if (!(scaleLengthNowKpc > 0 && scaleLengthLossPerGyr >= 0 && scaleLengthLossPerGyr * oldestGyr < 1)) {
            throw new IllegalArgumentException("the scale length of the low-alpha disc, " + scaleLengthNowKpc
                    + " kpc today, must be positive at all ages up to " + oldestGyr + " Gyr");
        }
        if (!(migrationAt8GyrKpc >= 0 && feHScatterDex >= 0 && alphaScatterDex >= 0)) {
            throw new IllegalArgumentException("migration and scatters of the low-alpha disc must not be negative");
        }
    }

    @Override
    public String word() {
        return "low-alpha";
    }

    @Override
    public double ageGyr(double youngest, double oldest, double uniform) {
        double low = Math.exp(youngest / formationTimeGyr);
        double high = Math.exp(oldest / formationTimeGyr);
        return formationTimeGyr * Math.log(low + uniform * (high - low));
    }

    /** Ages of several stars, Gyr, to 1e-13: {@link #ageGyr} up to the oldest of this disc. */
    void agesGyr(int n, DrawMath math, double[] youngest, double[] oldest, double[] uniform, double[] ageGyr) {
        for (int i = 0; i < n; i++) {
            ageGyr[i] = (Math.min(oldest[i], oldestGyr) - youngest[i]) / formationTimeGyr;
        }
        math.exponentials(n, ageGyr, ageGyr);
        for (int i = 0; i < n; i++) {
            ageGyr[i] = 1 + uniform[i] * (ageGyr[i] - 1);
        }
        math.logarithms(n, ageGyr, ageGyr);
        for (int i = 0; i < n; i++) {
            ageGyr[i] = youngest[i] + formationTimeGyr * ageGyr[i];
        }
    }

    /** R_d of stars of that age, kpc: the width of star formation at their birth. */
    @Override
    public double scaleLengthKpc(double ageGyr) {
        return scaleLengthNowKpc * (1 - scaleLengthLossPerGyr * ageGyr);
    }

    @Override
    public double migrationKpc(double ageGyr) {
        return migrationAt8GyrKpc * Math.sqrt(ageGyr / 8);
    }

    @Override
    public double eccentricityScale(double ageGyr) {
        return eccentricityNow + eccentricityPerGyr * ageGyr;
    }

    @Override
    public double meanVerticalActionKpcKms(double ageGyr) {
        return verticalActionNowKpcKms + verticalActionPerGyrKpcKms * ageGyr;
    }

    /** Gradient of the gas from which stars of that age were born, dex/kpc. */
    public double gradientDexPerKpc(double ageGyr) {
        return gradientNowDexPerKpc + gradientChangeDexPerKpcGyr * ageGyr;
    }

    @Override
    public double feHDex(double birthRadiusKpc, double ageGyr) {
        return feHNowDex - feHLossDexPerGyr * ageGyr + gradientDexPerKpc(ageGyr) * (birthRadiusKpc - referenceKpc);
    }

    @Override
    public double alphaFeDex(double feHDex, double ageGyr) {
        return 0.01 + 0.005 * ageGyr - 0.06 * feHDex;
    }

    @Override
    public double alphaFeScatterDex() {
        return alphaScatterDex;
    }
}
