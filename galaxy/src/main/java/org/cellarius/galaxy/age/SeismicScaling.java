package org.cellarius.galaxy.age;

/**
 * Radius and oscillations of a star by scaling from the Sun, of what isochrones have: T_eff, log g, mass. Kjeldsen &amp; Bedding 1995
 * (1995A&amp;A...293...87K); solar values of Huber et al. 2011 (2011ApJ...743..143H). Corrections of the large separation are not applied.
 */
public final class SeismicScaling {

    /** Frequency of the Sun's highest power, &mu;Hz. */
    public static final double SOLAR_NU_MAX_MICROHERTZ = 3090;

    /** Its large separation, &mu;Hz. */
    public static final double SOLAR_DELTA_NU_MICROHERTZ = 135.1;

    /** Its effective temperature, K (IAU 2015, resolution B3: 2016AJ....152...41P). */
    public static final double SOLAR_TEFF_K = 5772;

    /** Its log g, log cm/s&sup2;: of GM = 1.3271244e26 cm&sup3;/s&sup2; and R = 6.957e10 cm, of the same resolution. */
    public static final double SOLAR_LOGG = Math.log10(1.3271244e26 / (6.957e10 * 6.957e10));

    private SeismicScaling() {}

    /** Radius in solar radii. */
    public static double radiusSun(double massSun, double logg) {
        return Math.sqrt(massSun / gravity(logg));
    }

    /** Frequency of highest power, &mu;Hz: as g / &radic;T_eff. */
    public static double nuMaxMicrohertz(double teffK, double logg) {
        return SOLAR_NU_MAX_MICROHERTZ * gravity(logg) / Math.sqrt(teffK / SOLAR_TEFF_K);
    }

    /** Large separation, &mu;Hz: as the root of the mean density. */
    public static double deltaNuMicrohertz(double massSun, double logg) {
        double radius = radiusSun(massSun, logg);
        return SOLAR_DELTA_NU_MICROHERTZ * Math.sqrt(massSun / (radius * radius * radius));
    }

    private static double gravity(double logg) {
        return Math.pow(10, logg - SOLAR_LOGG);
    }
}
