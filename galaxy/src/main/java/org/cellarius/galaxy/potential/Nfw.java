package org.cellarius.galaxy.potential;

import static org.cellarius.galaxy.potential.GravitationalConstant.FOUR_PI_G;

/**
 * Navarro, Frenk and White's (1997, 1997ApJ...490..493N) halo: &rho; = &rho;0/(x (1+x)&sup2;), x = r/a, and &Phi; =
 * &minus;4&pi;G&rho;0 a&sup2; ln(1+x)/x. Its mass grows without limit, its potential goes to zero at infinity.
 */
public record Nfw(double densityMsunPerKpc3, double scaleKpc) implements SphericalComponent {

    public Nfw {
        Require.positive("density rho0", densityMsunPerKpc3, "Msun/kpc^3");
        Require.positive("scale a", scaleKpc, "kpc");
    }

    /** From the mass unit M = 4&pi; &rho;0 a&sup3;, so that &Phi; = &minus;(GM/r) ln(1+r/a). */
    public static Nfw ofMassUnit(double massMsun, double scaleKpc) {
        return new Nfw(massMsun / (4 * Math.PI * scaleKpc * scaleKpc * scaleKpc), scaleKpc);
    }

    @Override
    public double potentialKms2(double rKpc) {
        double x = rKpc / scaleKpc;
        double shape = x == 0 ? 1 : Math.log1p(x) / x;
        return -FOUR_PI_G * densityMsunPerKpc3 * scaleKpc * scaleKpc * shape;
    }

    @Override
    public double enclosedMassMsun(double rKpc) {
        double unit = 4 * Math.PI * densityMsunPerKpc3 * scaleKpc * scaleKpc * scaleKpc;
        return unit * massShape(rKpc / scaleKpc);
    }

    /** ln(1+x) &minus; x/(1+x); near the centre by its series, where the two terms cancel. */
    private static double massShape(double x) {
        if (x > 0.05) {
            return Math.log1p(x) - x / (1 + x);
        }
        double sum = 0;
        for (int k = 14; k >= 2; k--) {
            double term = (k - 1.0) / k;
            sum = (k % 2 == 0 ? term : -term) + x * sum;
        }
        return x * x * sum;
    }

    @Override
    public double densityMsunPerKpc3(double rKpc) {
        double x = rKpc / scaleKpc;
        return densityMsunPerKpc3 / (x * (1 + x) * (1 + x));
    }

    @Override
    public Nfw scaled(double lengthFactor, double velocityFactor) {
        double ratio = velocityFactor / lengthFactor;
        return new Nfw(densityMsunPerKpc3 * ratio * ratio, scaleKpc * lengthFactor);
    }
}
