package org.cellarius.galaxy.potential;

/** Hernquist's (1990, 1990ApJ...356..359H) sphere: &Phi; = &minus;GM/(r+a), M(&lt;r) = M r&sup2;/(r+a)&sup2;. */
public record Hernquist(double massMsun, double scaleKpc) implements SphericalComponent {

    public Hernquist {
        Require.positive("mass", massMsun, "Msun");
        Require.positive("scale a", scaleKpc, "kpc");
    }

    @Override
    public double potentialKms2(double rKpc) {
        return -GravitationalConstant.KPC_KMS2_PER_MSUN * massMsun / (rKpc + scaleKpc);
    }

    @Override
    public double enclosedMassMsun(double rKpc) {
        double x = rKpc / (rKpc + scaleKpc);
        return massMsun * x * x;
    }

    @Override
    public double densityMsunPerKpc3(double rKpc) {
        double s = rKpc + scaleKpc;
        return massMsun * scaleKpc / (2 * Math.PI * rKpc * s * s * s);
    }

    @Override
    public Hernquist scaled(double lengthFactor, double velocityFactor) {
        return new Hernquist(massMsun * lengthFactor * velocityFactor * velocityFactor, scaleKpc * lengthFactor);
    }
}
