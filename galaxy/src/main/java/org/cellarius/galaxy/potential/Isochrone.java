package org.cellarius.galaxy.potential;

/** H&eacute;non's (1959, 1959AnAp...22..126H) isochrone: &Phi; = &minus;GM/(b+(b&sup2;+r&sup2;)^&frac12;). Its orbits are closed formulas. */
public record Isochrone(double massMsun, double scaleKpc) implements SphericalComponent {

    public Isochrone {
        Require.positive("mass", massMsun, "Msun");
        Require.positive("scale b", scaleKpc, "kpc");
    }

    @Override
    public double potentialKms2(double rKpc) {
        return -GravitationalConstant.KPC_KMS2_PER_MSUN * massMsun / (scaleKpc + root(rKpc));
    }

    @Override
    public double enclosedMassMsun(double rKpc) {
        double a = root(rKpc);
        double x = rKpc / (scaleKpc + a);
        return massMsun * x * x * (rKpc / a);
    }

    /** Binney and Tremaine (2008), eq. 2.49, with the differences of like numbers removed. */
    @Override
    public double densityMsunPerKpc3(double rKpc) {
        double a = root(rKpc);
        double b = scaleKpc;
        double outer = (3 * (b + a) * a * a - rKpc * rKpc * (b + 3 * a)) / ((b + a) * (b + a) * (b + a) * a * a * a);
        return massMsun * outer / (4 * Math.PI);
    }

    @Override
    public Isochrone scaled(double lengthFactor, double velocityFactor) {
        return new Isochrone(massMsun * lengthFactor * velocityFactor * velocityFactor, scaleKpc * lengthFactor);
    }

    private double root(double rKpc) {
        return Math.sqrt(scaleKpc * scaleKpc + rKpc * rKpc);
    }
}
