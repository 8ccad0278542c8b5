package org.cellarius.galaxy.potential;

/** A point mass: &Phi; = &minus;GM/r. Infinitely deep in the centre. */
public record Kepler(double massMsun) implements SphericalComponent {

    public Kepler {
        Require.positive("mass", massMsun, "Msun");
    }

    @Override
    public double potentialKms2(double rKpc) {
        return -GravitationalConstant.KPC_KMS2_PER_MSUN * massMsun / rKpc;
    }

    @Override
    public double enclosedMassMsun(double rKpc) {
        return massMsun + 0 * rKpc;
    }

    @Override
    public double densityMsunPerKpc3(double rKpc) {
        return rKpc == 0 ? Double.POSITIVE_INFINITY : 0 * rKpc;
    }

    @Override
    public Kepler scaled(double lengthFactor, double velocityFactor) {
        return new Kepler(massMsun * lengthFactor * velocityFactor * velocityFactor);
    }
}
