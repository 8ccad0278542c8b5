package org.cellarius.galaxy.density;

/**
 * A disc: surface density exponential in radius, on both sides of a break with lengths of their own, thickness exponential in radius (Bovy et al. 2016, 2016ApJ...823...30B,
 * eqs. 3 to 6). &nu;(R, z) = &Sigma;(R) &zeta;(z | R), &Sigma; being 1 at the break and the integral of &zeta; over z 1.
 *
 * @param innerPerKpc 1/h inside the break, 1/kpc; negative where the density grows with radius
 * @param outerPerKpc 1/h outside of it
 * @param breakKpc radius of the break, kpc
 * @param heightKpc h_z at the reference radius, kpc
 * @param flarePerKpc d ln h_z/dR, 1/kpc: 1/R_flare
 * @param referenceKpc radius at which the height is told, kpc
 * @param vertical form of the profile in z
 */
public record DiscProfile(
        double innerPerKpc,
        double outerPerKpc,
        double breakKpc,
        double heightKpc,
        double flarePerKpc,
        double referenceKpc,
        Vertical vertical) {

    /** How the density falls with height. */
    public enum Vertical {
        /** exp(&minus;|z|/h_z)/(2 h_z). */
        EXPONENTIAL,
        /** sech&sup2;(z/(2 h_z))/(4 h_z), which far from the plane falls as the exponential of the same h_z. */
        SECH2
    }

    private static final double LN2 = Math.log(2);

    public DiscProfile {
        if (!(heightKpc > 0)) {
            throw new IllegalArgumentException("a scale height of " + heightKpc + " kpc: it must be above 0");
        }
    }

    /** ln &nu; at a radius and a height, kpc. */
    public double lnDensity(double rKpc, double zKpc) {
        return lnDensity(rKpc, zKpc, Math.log(heightKpc));
    }

    /** The same, the logarithm of the height being known: many places share it. */
    double lnDensity(double rKpc, double zKpc, double lnHeight) {
        double from = rKpc - breakKpc;
        double lnSurface = -from * (from < 0 ? innerPerKpc : outerPerKpc);
        double stretch = flarePerKpc * (rKpc - referenceKpc);
        double u = Math.abs(zKpc) / heightKpc * (stretch == 0 ? 1 : Math.exp(-stretch));
        return lnSurface
                - lnHeight
                - stretch
                + switch (vertical) {
                    case EXPONENTIAL -> -LN2 - u;
                    case SECH2 -> -u - 2 * Math.log1p(Math.exp(-u));
                };
    }
}
