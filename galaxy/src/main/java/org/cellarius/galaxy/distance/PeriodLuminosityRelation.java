package org.cellarius.galaxy.distance;

import java.util.List;
import java.util.Optional;

/**
 * Absolute Wesenheit magnitudes of classical Cepheids: M_W = &alpha; + &beta; (log P &minus; 1) + &gamma; [Fe/H], with P the period in the
 * fundamental mode in days, and the Wesenheit magnitude W = G &minus; 1.90 (BP &minus; RP) of the Gaia bands, free of reddening.
 *
 * @param name as users write it
 * @param alphaMag absolute magnitude at ten days and solar iron abundance, mag
 * @param betaMagPerDex slope with log P, mag
 * @param gammaMagPerDex slope with [Fe/H], mag/dex; zero where the relation has no such term
 * @param errors standard errors of the three; empty where we have not seen them
 * @param citation paper and bibcode
 */
public record PeriodLuminosityRelation(
        String name,
        double alphaMag,
        double betaMagPerDex,
        double gammaMagPerDex,
        Optional<Errors> errors,
        String citation) {

    /** Standard errors of the coefficients; their covariances are not published. */
    public record Errors(double alphaMag, double betaMagPerDex, double gammaMagPerDex) {}

    /** Colour coefficient of the Wesenheit magnitude, A(G)/E(BP-RP) (Ripepi et al. 2019, 2019A&amp;A...625A..14R). */
    public static final double COLOUR_COEFFICIENT = 1.90;

    private static final String RIPEPI_2022 = "Ripepi et al. 2022, A&A 659, A167 (2022A&A...659A.167R)";

    /** The relation of the abstract, which the authors call their best: from 499 Cepheids with iron abundances, of both modes. */
    public static final PeriodLuminosityRelation RIPEPI_2022_METALLICITY = new PeriodLuminosityRelation(
            "ripepi2022", -5.988, -3.176, -0.520, Optional.of(new Errors(0.018, 0.044, 0.090)), RIPEPI_2022);

    /**
     * Table 2, first line: fundamental mode, without regard to the iron abundance; quoted from the public code of Anders et al. (2024,
     * arXiv:2406.06228), which does not have the errors.
     */
    public static final PeriodLuminosityRelation RIPEPI_2022_PERIOD_ONLY = new PeriodLuminosityRelation(
            "ripepi2022-period-only", -6.023, -3.301, 0, Optional.empty(), RIPEPI_2022 + ", table 2, first line");

    /** Table 2, third line: fundamental mode, with iron abundance; quoted likewise. */
    public static final PeriodLuminosityRelation RIPEPI_2022_FUNDAMENTAL = new PeriodLuminosityRelation(
            "ripepi2022-fundamental", -5.948, -3.165, -0.725, Optional.empty(), RIPEPI_2022 + ", table 2, third line");

    /** The relations that have a name. */
    public static List<PeriodLuminosityRelation> named() {
        return List.of(RIPEPI_2022_METALLICITY, RIPEPI_2022_FUNDAMENTAL, RIPEPI_2022_PERIOD_ONLY);
    }

    boolean knowsIron() {
        return gammaMagPerDex != 0;
    }

    /** Absolute magnitude, mag. */
    double absoluteMag(double logPeriodDays, double ironDex) {
        return alphaMag + betaMagPerDex * (logPeriodDays - 1) + (knowsIron() ? gammaMagPerDex * ironDex : 0);
    }

    /** Variance of the absolute magnitude from the coefficients and the error of the abundance, mag&sup2;. */
    double varianceMag2(double logPeriodDays, double ironDex, double ironErrorDex) {
        double iron = knowsIron() ? gammaMagPerDex * ironErrorDex : 0;
        return iron * iron
                + errors.map(e -> variance(e, logPeriodDays - 1, ironDex)).orElse(0.0);
    }

    private double variance(Errors e, double fromTenDays, double ironDex) {
        double slope = e.betaMagPerDex() * fromTenDays;
        double iron = knowsIron() ? e.gammaMagPerDex() * ironDex : 0;
        return e.alphaMag() * e.alphaMag() + slope * slope + iron * iron;
    }
}
