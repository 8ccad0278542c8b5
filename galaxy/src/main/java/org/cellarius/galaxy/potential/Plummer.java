package org.cellarius.galaxy.potential;

/** Plummer's (1911, 1911MNRAS..71..460P) sphere: &Phi; = &minus;GM/(r&sup2;+b&sup2;)^&frac12;. */
public record Plummer(double massMsun, double scaleKpc) implements SphericalComponent {

    public Plummer {
        Require.positive("mass", massMsun, "Msun");
        Require.positive("scale b", scaleKpc, "kpc");
    }

    @Override
    public double potentialKms2(double rKpc) {
        return -GravitationalConstant.KPC_KMS2_PER_MSUN * massMsun / Math.sqrt(rKpc * rKpc + scaleKpc * scaleKpc);
    }

    @Override
    public double enclosedMassMsun(double rKpc) {
        double x = rKpc / Math.sqrt(rKpc * rKpc + scaleKpc * scaleKpc);
        return massMsun * x * x * x;
    }

    @Override
    public double densityMsunPerKpc3(double rKpc) {
        double s = rKpc * rKpc + scaleKpc * scaleKpc;
        return 3 * massMsun * scaleKpc * scaleKpc / (4 * Math.PI * s * s * Math.sqrt(s));
    }

    @Override
    public Plummer scaled(double lengthFactor, double velocityFactor) {
        return new Plummer(massMsun * lengthFactor * velocityFactor * velocityFactor, scaleKpc * lengthFactor);
    }
}
