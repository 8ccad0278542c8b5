package org.cellarius.galaxy.potential;

import static org.cellarius.galaxy.potential.GravitationalConstant.FOUR_PI_G;

/**
 * The logarithmic halo (Binney and Tremaine 2008, eq. 2.71a): &Phi; = &frac12; v&sup2; ln((c&sup2; + R&sup2; + z&sup2;/q&sup2;)/kpc&sup2;).
 *
 * <p>It has no zero at infinity: &Phi; grows without limit, there is no escape speed, and its value depends on the unit of
 * length. The density is negative on the axis where q&sup2; &lt; &frac12;.
 *
 * @param speedKms circular speed far out in the plane
 * @param coreKpc core radius c
 * @param flattening axis ratio q of the potential
 */
public record LogarithmicHalo(double speedKms, double coreKpc, double flattening) implements ClosedForm {

    public LogarithmicHalo {
        Require.positive("speed", speedKms, "km/s");
        Require.notNegative("core radius", coreKpc, "kpc");
        Require.between("flattening q", flattening, 0, 10);
    }

    @Override
    public Derivatives at(double radiusKpc, double zKpc) {
        double v2 = speedKms * speedKms;
        double perQ2 = 1 / (flattening * flattening);
        double m2 = coreKpc * coreKpc + radiusKpc * radiusKpc + zKpc * zKpc * perQ2;
        double s = radiusKpc / m2;
        double c = zKpc * perQ2 / m2;
        return new Derivatives(
                0.5 * v2 * Math.log(m2),
                v2 * s,
                v2 * c,
                v2 * (1 / m2 - 2 * s * s),
                -2 * v2 * s * c,
                v2 * (perQ2 / m2 - 2 * c * c));
    }

    @Override
    public double densityMsunPerKpc3(double radiusKpc, double zKpc) {
        double perQ2 = 1 / (flattening * flattening);
        double m2 = coreKpc * coreKpc + radiusKpc * radiusKpc + zKpc * zKpc * perQ2;
        double above = radiusKpc * radiusKpc + zKpc * zKpc * perQ2 * perQ2;
        return speedKms * speedKms * ((2 + perQ2) / m2 - 2 * above / (m2 * m2)) / FOUR_PI_G;
    }

    @Override
    public LogarithmicHalo scaled(double lengthFactor, double velocityFactor) {
        return new LogarithmicHalo(speedKms * velocityFactor, coreKpc * lengthFactor, flattening);
    }
}
