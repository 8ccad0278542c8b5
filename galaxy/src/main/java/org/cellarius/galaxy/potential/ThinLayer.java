package org.cellarius.galaxy.potential;

import static org.cellarius.galaxy.potential.GravitationalConstant.FOUR_PI_G;

/**
 * The layer of a disc &rho; = f(R) h(z): &Phi; = 4&pi;G f(r) H(z), with the spherical radius r and H'' = h. Its density differs
 * from the disc's by [f(R)&minus;f(r)] h &minus; f'' H &minus; 2 f' (H + z H')/r, which has no thin layer any more.
 *
 * @param surfaceDensityMsunPerKpc2 &Sigma;0 of f(R) = &Sigma;0 exp(&minus;R_m/R &minus; R/R_d)
 * @param scaleLengthKpc R_d
 * @param holeKpc R_m; zero for a disc without a hole
 * @param profile h(z), which integrates to one
 */
record ThinLayer(double surfaceDensityMsunPerKpc2, double scaleLengthKpc, double holeKpc, VerticalProfile profile) {

    /** Closer to the centre than this, r counts as this, so that nothing is divided by zero. */
    private static final double CENTRE_KPC = 1e-30;

    double density(double radiusKpc, double zKpc) {
        return f(radiusKpc) * profile.h(zKpc);
    }

    double remainder(double radiusKpc, double zKpc) {
        double r = radius(radiusKpc, zKpc);
        double f = f(r);
        double logSlope = holeKpc / (r * r) - 1 / scaleLengthKpc;
        double f1 = f * logSlope;
        double f2 = f * (logSlope * logSlope - 2 * holeKpc / (r * r * r));
        double bigH = profile.bigH(zKpc);
        return (f(radiusKpc) - f) * profile.h(zKpc) - f2 * bigH - 2 * f1 * (bigH + zKpc * profile.slope(zKpc)) / r;
    }

    Derivatives at(double radiusKpc, double zKpc) {
        double r = radius(radiusKpc, zKpc);
        double f = FOUR_PI_G * f(r);
        double logSlope = holeKpc / (r * r) - 1 / scaleLengthKpc;
        double f1 = f * logSlope;
        double f2 = f * (logSlope * logSlope - 2 * holeKpc / (r * r * r));
        double s = radiusKpc / r;
        double c = zKpc / r;
        double bigH = profile.bigH(zKpc);
        double slope = profile.slope(zKpc);
        return new Derivatives(
                f * bigH,
                f1 * s * bigH,
                f1 * c * bigH + f * slope,
                bigH * (f2 * s * s + f1 * c * c / r),
                bigH * (f2 - f1 / r) * s * c + f1 * s * slope,
                bigH * (f2 * c * c + f1 * s * s / r) + 2 * f1 * c * slope + f * profile.h(zKpc));
    }

    private double f(double rKpc) {
        double hole = holeKpc == 0 ? 0 : holeKpc / rKpc;
        return surfaceDensityMsunPerKpc2 * Math.exp(-hole - rKpc / scaleLengthKpc);
    }

    private static double radius(double radiusKpc, double zKpc) {
        return Math.max(Math.sqrt(radiusKpc * radiusKpc + zKpc * zKpc), CENTRE_KPC);
    }
}
