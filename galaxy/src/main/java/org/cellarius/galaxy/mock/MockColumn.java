package org.cellarius.galaxy.mock;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cellarius.galaxy.column.OutputColumn;

/** What is known of a mock star, what is measured of it, and what tells its observations apart. */
public enum MockColumn {
    OBSERVATION(Of.ROW, "", "number of the observation"),
    STAR(Of.ROW, "", "number of the star"),
    VISIT(Of.ROW, "", "0, or 1 where the star is observed again"),
    SAMPLE(Of.ROW, "", "number of the sample within the survey"),
    POPULATION(Of.ROW, "", "0 low-alpha disc, 1 high-alpha disc, 2 halo"),

    AGE(Of.TRUTH, "Gyr", "age"),
    R_BIRTH(Of.TRUTH, "kpc", "radius of birth"),
    RG(Of.TRUTH, "kpc", "guiding radius: of the circular orbit with its l_z"),
    ZMAX(Of.TRUTH, "kpc", "Zmax: edge of the orbit's Staeckel box"),
    J_Z(Of.TRUTH, "kpc km/s", "vertical action that was drawn"),
    L_Z(Of.TRUTH, "kpc km/s", "angular momentum about the axis, positive along rotation"),
    R(Of.TRUTH, "kpc", "Galactocentric radius"),
    PHI(Of.TRUTH, "deg", "Galactocentric azimuth, the Sun at 180"),
    X(Of.TRUTH, "kpc", "Galactocentric x"),
    Y(Of.TRUTH, "kpc", "Galactocentric y"),
    Z(Of.TRUTH, "kpc", "Galactocentric z"),
    V_R(Of.TRUTH, "km/s", "velocity away from the axis"),
    V_PHI(Of.TRUTH, "km/s", "velocity about the axis, positive along rotation"),
    V_Z(Of.TRUTH, "km/s", "vertical velocity"),
    FE_H(Of.TRUTH, "dex", "[Fe/H]"),
    ALPHA_FE(Of.TRUTH, "dex", "[alpha/Fe]"),
    TEFF(Of.TRUTH, "K", "effective temperature"),
    LOGG(Of.TRUTH, "log(cm.s**-2)", "surface gravity"),
    MASS(Of.TRUTH, "solMass", "mass"),
    RA(Of.TRUTH, "deg", "right ascension, ICRS"),
    DEC(Of.TRUTH, "deg", "declination, ICRS"),
    DISTANCE(Of.TRUTH, "kpc", "distance from the Sun"),
    PARALLAX(Of.TRUTH, "mas", "parallax"),
    PMRA(Of.TRUTH, "mas/yr", "proper motion in right ascension times cos(dec)"),
    PMDEC(Of.TRUTH, "mas/yr", "proper motion in declination"),
    RADIAL_VELOCITY(Of.TRUTH, "km/s", "radial velocity"),
    G_MAG(Of.TRUTH, "mag", "apparent magnitude in Gaia's G"),
    BP_RP(Of.TRUTH, "mag", "colour BP - RP without extinction"),
    H_MAG(Of.TRUTH, "mag", "apparent magnitude in H"),
    A_G(Of.TRUTH, "mag", "extinction in G; that of BP - RP is 1/1.9 of it"),

    SNR(Of.SPECTRUM, "", "signal-to-noise ratio"),
    TEFF_OBS(Of.SPECTRUM, "K", "measured effective temperature"),
    TEFF_ERROR(Of.SPECTRUM, "K", "its error"),
    LOGG_OBS(Of.SPECTRUM, "log(cm.s**-2)", "measured surface gravity"),
    LOGG_ERROR(Of.SPECTRUM, "log(cm.s**-2)", "its error"),
    FE_H_OBS(Of.SPECTRUM, "dex", "measured [Fe/H]"),
    FE_H_ERROR(Of.SPECTRUM, "dex", "its error"),
    ALPHA_FE_OBS(Of.SPECTRUM, "dex", "measured [alpha/Fe]"),
    ALPHA_FE_ERROR(Of.SPECTRUM, "dex", "its error"),
    AGE_OBS(Of.SPECTRUM, "Gyr", "measured age"),
    AGE_LO(Of.SPECTRUM, "Gyr", "lower end of its 68 per cent interval"),
    AGE_HI(Of.SPECTRUM, "Gyr", "upper end of its 68 per cent interval"),
    MASS_OBS(Of.SPECTRUM, "solMass", "measured mass"),
    MASS_ERROR(Of.SPECTRUM, "solMass", "its error"),
    RADIAL_VELOCITY_OBS(Of.SPECTRUM, "km/s", "measured radial velocity"),
    RADIAL_VELOCITY_ERROR(Of.SPECTRUM, "km/s", "its error"),
    DISTANCE_PHOT(Of.SPECTRUM, "kpc", "distance from the brightness"),
    DISTANCE_PHOT_ERROR(Of.SPECTRUM, "kpc", "its error"),
    RA_FIBRE(Of.SPECTRUM, "deg", "right ascension of the fibre, within half an arcsecond"),
    DEC_FIBRE(Of.SPECTRUM, "deg", "declination of the fibre"),
    CHI2RATIO(Of.SPECTRUM, "", "chi squared of the spectrum relative to its like"),
    VSINI(Of.SPECTRUM, "km/s", "rotation"),
    U1(Of.SPECTRUM, "", "uniform number"),
    U2(Of.SPECTRUM, "", "uniform number"),
    U3(Of.SPECTRUM, "", "uniform number"),
    U4(Of.SPECTRUM, "", "uniform number"),
    U5(Of.SPECTRUM, "", "uniform number"),
    U6(Of.SPECTRUM, "", "uniform number"),

    PARALLAX_OBS(Of.ASTROMETRY, "mas", "measured parallax"),
    PARALLAX_ERROR(Of.ASTROMETRY, "mas", "its error"),
    PMRA_OBS(Of.ASTROMETRY, "mas/yr", "measured proper motion in right ascension"),
    PMRA_ERROR(Of.ASTROMETRY, "mas/yr", "its error"),
    PMDEC_OBS(Of.ASTROMETRY, "mas/yr", "measured proper motion in declination"),
    PMDEC_ERROR(Of.ASTROMETRY, "mas/yr", "its error"),
    RA_ERROR(Of.ASTROMETRY, "mas", "error of the right ascension"),
    DEC_ERROR(Of.ASTROMETRY, "mas", "error of the declination"),
    PARALLAX_PMRA_CORR(Of.ASTROMETRY, "", "correlation of parallax and pmra"),
    PARALLAX_PMDEC_CORR(Of.ASTROMETRY, "", "correlation of parallax and pmdec"),
    PMRA_PMDEC_CORR(Of.ASTROMETRY, "", "correlation of pmra and pmdec"),
    DISTANCE_OBS(Of.ASTROMETRY, "kpc", "distance from parallax and prior"),
    DISTANCE_LO(Of.ASTROMETRY, "kpc", "its 16th percentile"),
    DISTANCE_HI(Of.ASTROMETRY, "kpc", "its 84th percentile"),
    RUWE(Of.ASTROMETRY, "", "renormalised unit weight error"),

    R_OBS(Of.PHASE_SPACE, "kpc", "Galactocentric radius from the measurements"),
    R_ERROR(Of.PHASE_SPACE, "kpc", "its error"),
    Z_OBS(Of.PHASE_SPACE, "kpc", "height from the measurements"),
    Z_ERROR(Of.PHASE_SPACE, "kpc", "its error"),
    V_R_OBS(Of.PHASE_SPACE, "km/s", "velocity away from the axis, from the measurements"),
    V_R_ERROR(Of.PHASE_SPACE, "km/s", "its error"),
    V_PHI_OBS(Of.PHASE_SPACE, "km/s", "velocity along rotation, from the measurements"),
    V_PHI_ERROR(Of.PHASE_SPACE, "km/s", "its error"),
    V_Z_OBS(Of.PHASE_SPACE, "km/s", "vertical velocity, from the measurements"),
    V_Z_ERROR(Of.PHASE_SPACE, "km/s", "its error");

    /** What a column is of. */
    public enum Of {
        /** The row itself. */
        ROW,
        /** The star as it is. */
        TRUTH,
        /** The star in the spectrograph, anew at each visit. */
        SPECTRUM,
        /** The star in the astrometric catalogue, once. */
        ASTROMETRY,
        /** Place and velocity in the Galaxy as measured, anew at each visit. */
        PHASE_SPACE
    }

    /** Counts the columns as they are made. */
    private static final class Made {
        private static int columns;
    }

    private static final List<MockColumn> ALL = List.of(values());

    private final int place;
    private final Of of;
    private final String unit;
    private final String description;

    MockColumn(Of of, String unit, String description) {
        this.place = Made.columns++;
        this.of = of;
        this.unit = unit;
        this.description = description;
    }

    /** Its place among all columns. */
    int place() {
        return place;
    }

    /** The column that many places behind it. */
    MockColumn next(int places) {
        return ALL.get(place + places);
    }

    public Of of() {
        return of;
    }

    /** The name, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String unit() {
        return unit;
    }

    public String description() {
        return description;
    }

    OutputColumn output() {
        return new OutputColumn(word(), unit, description);
    }

    /** What is true of a star. */
    public static List<MockColumn> truth() {
        return Arrays.stream(values()).filter(c -> c.of == Of.TRUTH).toList();
    }
}
