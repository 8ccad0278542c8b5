package org.cellarius.galaxy.potential;

import static org.cellarius.galaxy.potential.GravitationalConstant.KPC_KMS2_PER_MSUN;

/**
 * The truncated halo of a flat rotation curve (Wilkinson and Evans 1999, 1999MNRAS.310..645W; model II of Irrgang et al. 2013):
 * M(&lt;r) = M r/(r&sup2;+a&sup2;)^&frac12;, &Phi; = &minus;(GM/a) ln(((r&sup2;+a&sup2;)^&frac12; + a)/r). &Phi; falls without
 * limit in the centre, as ln r.
 */
public record TruncatedFlatHalo(double massMsun, double scaleKpc) implements SphericalComponent {

    public TruncatedFlatHalo {
        Require.positive("mass", massMsun, "Msun");
        Require.positive("scale a", scaleKpc, "kpc");
    }

    /** ln((s+a)/r) = asinh(a/r), by log1p where a/r is small. */
    @Override
    public double potentialKms2(double rKpc) {
        double y = scaleKpc / rKpc;
        double root = Math.sqrt(1 + y * y);
        double asinh = Math.log1p(y + (y < 1e100 ? y * y / (1 + root) : y));
        return -KPC_KMS2_PER_MSUN * massMsun / scaleKpc * asinh;
    }

    @Override
    public double enclosedMassMsun(double rKpc) {
        return massMsun * rKpc / Math.sqrt(rKpc * rKpc + scaleKpc * scaleKpc);
    }

    @Override
    public double densityMsunPerKpc3(double rKpc) {
        double s = rKpc * rKpc + scaleKpc * scaleKpc;
        return massMsun * scaleKpc * scaleKpc / (4 * Math.PI * rKpc * rKpc * s * Math.sqrt(s));
    }

    @Override
    public TruncatedFlatHalo scaled(double lengthFactor, double velocityFactor) {
        return new TruncatedFlatHalo(
                massMsun * lengthFactor * velocityFactor * velocityFactor, scaleKpc * lengthFactor);
    }
}
