package org.cellarius.galaxy.potential;

import static org.cellarius.galaxy.potential.GravitationalConstant.FOUR_PI_G;
import static org.cellarius.galaxy.potential.GravitationalConstant.KPC_KMS2_PER_MSUN;

/** A spherical component: everything follows from &Phi;(r), M(&lt;r) and &rho;(r). */
public sealed interface SphericalComponent extends ClosedForm
        permits Kepler, Plummer, Hernquist, Isochrone, Nfw, PowerLawWithCutoff, AllenSantillanHalo, TruncatedFlatHalo {

    /** &Phi; in km&sup2;/s&sup2; at the spherical radius r. */
    double potentialKms2(double rKpc);

    /** Mass inside the spherical radius r, M&#9737;. */
    double enclosedMassMsun(double rKpc);

    /** Density in M&#9737;/kpc&sup3; at the spherical radius r. */
    double densityMsunPerKpc3(double rKpc);

    @Override
    default double densityMsunPerKpc3(double radiusKpc, double zKpc) {
        return densityMsunPerKpc3(Math.sqrt(radiusKpc * radiusKpc + zKpc * zKpc));
    }

    /** By d&Phi;/dr = G M/r&sup2; and d&sup2;&Phi;/dr&sup2; = 4&pi;G&rho; &minus; 2 G M/r&sup3;; in the very centre the force is set to zero. */
    @Override
    default Derivatives at(double radiusKpc, double zKpc) {
        double r = Math.sqrt(radiusKpc * radiusKpc + zKpc * zKpc);
        double phi = potentialKms2(r);
        if (r == 0) {
            double third = FOUR_PI_G * densityMsunPerKpc3(0) / 3;
            return new Derivatives(phi, 0, 0, third, 0, third);
        }
        double perR = KPC_KMS2_PER_MSUN * enclosedMassMsun(r) / r / r / r;
        double second = FOUR_PI_G * densityMsunPerKpc3(r) - 2 * perR;
        double s = radiusKpc / r;
        double c = zKpc / r;
        return new Derivatives(
                phi,
                perR * radiusKpc,
                perR * zKpc,
                second * s * s + perR * c * c,
                (second - perR) * s * c,
                second * c * c + perR * s * s);
    }
}
