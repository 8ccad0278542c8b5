package org.cellarius.galaxy.potential;

import static org.cellarius.galaxy.potential.GravitationalConstant.KPC_KMS2_PER_MSUN;

/** The disc of Miyamoto and Nagai (1975, 1975PASJ...27..533M): &Phi; = &minus;GM/(R&sup2;+(a+(z&sup2;+b&sup2;)^&frac12;)&sup2;)^&frac12;. */
public record MiyamotoNagai(double massMsun, double aKpc, double bKpc) implements ClosedForm {

    public MiyamotoNagai {
        Require.positive("mass", massMsun, "Msun");
        Require.notNegative("length a", aKpc, "kpc");
        Require.positive("height b", bKpc, "kpc");
    }

    @Override
    public Derivatives at(double radiusKpc, double zKpc) {
        double zeta = Math.sqrt(zKpc * zKpc + bKpc * bKpc);
        double tall = aKpc + zeta;
        double d2 = radiusKpc * radiusKpc + tall * tall;
        double d = Math.sqrt(d2);
        double gm = KPC_KMS2_PER_MSUN * massMsun;
        double gm3 = gm / (d * d2);
        double slope = zKpc / zeta;
        double three = 3 * gm3 / d2;
        return new Derivatives(
                -gm / d,
                gm3 * radiusKpc,
                gm3 * slope * tall,
                gm3 - three * radiusKpc * radiusKpc,
                -three * radiusKpc * slope * tall,
                gm3 * (slope * slope + tall * bKpc * bKpc / (zeta * zeta * zeta))
                        - three * slope * slope * tall * tall);
    }

    @Override
    public double densityMsunPerKpc3(double radiusKpc, double zKpc) {
        double zeta = Math.sqrt(zKpc * zKpc + bKpc * bKpc);
        double tall = aKpc + zeta;
        double r2 = radiusKpc * radiusKpc;
        double d2 = r2 + tall * tall;
        double shape = (aKpc * r2 + (aKpc + 3 * zeta) * tall * tall) / (d2 * d2 * Math.sqrt(d2) * zeta * zeta * zeta);
        return massMsun * bKpc * bKpc / (4 * Math.PI) * shape;
    }

    @Override
    public MiyamotoNagai scaled(double lengthFactor, double velocityFactor) {
        return new MiyamotoNagai(
                massMsun * lengthFactor * velocityFactor * velocityFactor, aKpc * lengthFactor, bKpc * lengthFactor);
    }
}
