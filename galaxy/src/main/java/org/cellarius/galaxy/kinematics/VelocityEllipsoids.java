package org.cellarius.galaxy.kinematics;

import java.util.List;
import java.util.Optional;

/**
 * The ellipsoids of thin disc, thick disc and halo as one source takes them.
 *
 * <p>Those of Ram&iacute;rez, Allende Prieto and Lambert (2013, ApJ 764, 78), which Hawkins (2023) used, are not here: their
 * numbers could not be established from a source. Code can make a set of one's own; studies cannot yet.
 *
 * @param name the name used in study files and on the command line
 * @param thin thin disc
 * @param thick thick disc
 * @param halo halo
 * @param citation where the numbers come from
 */
public record VelocityEllipsoids(
        String name, VelocityEllipsoid thin, VelocityEllipsoid thick, VelocityEllipsoid halo, String citation) {

    /** Bensby, Feltzing and Lundstr&ouml;m (2003), A&amp;A 410, 527, Table 1. */
    public static final VelocityEllipsoids BENSBY_2003 = new VelocityEllipsoids(
            "bensby2003",
            new VelocityEllipsoid(0.94, -15, 35, 20, 16),
            new VelocityEllipsoid(0.06, -46, 67, 38, 35),
            new VelocityEllipsoid(0.0015, -220, 160, 90, 90),
            "Bensby, Feltzing & Lundström (2003), A&A 410, 527, Table 1 (2003A&A...410..527B)");

    /** The dispersions of 2003 with the shares that public programs label Bensby et al. (2005). */
    public static final VelocityEllipsoids BENSBY_2005_FRACTIONS = new VelocityEllipsoids(
            "bensby2005frac",
            new VelocityEllipsoid(0.90, -15, 35, 20, 16),
            new VelocityEllipsoid(0.0985, -46, 67, 38, 35),
            new VelocityEllipsoid(0.0015, -220, 160, 90, 90),
            "as coded in GalVel_Pop (V. Adibekyan), labelled Bensby et al. (2005)");

    /** The numbers that public programs label Robin et al. (2003). */
    public static final VelocityEllipsoids ROBIN_2003 = new VelocityEllipsoids(
            "robin2003",
            new VelocityEllipsoid(0.924, -9, 43, 28, 17),
            new VelocityEllipsoid(0.07, -48, 67, 51, 42),
            new VelocityEllipsoid(0.006, -220, 131, 106, 85),
            "as coded in GalVel_Pop (V. Adibekyan), labelled Robin et al. (2003)");

    /** Every named set, in the order in which they are listed to users. */
    public static List<VelocityEllipsoids> named() {
        return List.of(BENSBY_2003, BENSBY_2005_FRACTIONS, ROBIN_2003);
    }

    /** The set of that name, if there is one. */
    public static Optional<VelocityEllipsoids> byName(String name) {
        return named().stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The same dispersions and shares with other asymmetric drifts, km/s; the name tells where they differ. */
    public VelocityEllipsoids withAsymmetricDrifts(double thinKms, double thickKms, double haloKms) {
        if (thinKms == thin.asymmetricDriftKms()
                && thickKms == thick.asymmetricDriftKms()
                && haloKms == halo.asymmetricDriftKms()) {
            return this;
        }
        return new VelocityEllipsoids(
                name + " with drifts " + thinKms + " " + thickKms + " " + haloKms + " km/s",
                thin.withAsymmetricDrift(thinKms),
                thick.withAsymmetricDrift(thickKms),
                halo.withAsymmetricDrift(haloKms),
                citation + "; asymmetric drifts given");
    }
}
