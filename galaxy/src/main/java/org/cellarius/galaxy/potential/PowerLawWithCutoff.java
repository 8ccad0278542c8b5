package org.cellarius.galaxy.potential;

import static org.cellarius.galaxy.potential.GravitationalConstant.FOUR_PI_G;
import static org.cellarius.galaxy.potential.GravitationalConstant.KPC_KMS2_PER_MSUN;

/**
 * A power law with a Gaussian end, the bulge of MWPotential2014 (Bovy 2015, 2015ApJS..216...29B): &rho; = &rho;1
 * (r/kpc)^&minus;&alpha; exp(&minus;(r/c)&sup2;).
 *
 * <p>With s = (r/c)&sup2;: M(&lt;r) = 2&pi; &rho;1 c^(3&minus;&alpha;) &gamma;((3&minus;&alpha;)/2, s) and &Phi; = &minus;GM/r &minus;
 * 2&pi;G &rho;1 c^(2&minus;&alpha;) &Gamma;(1&minus;&alpha;/2, s), lower and upper incomplete gamma functions.
 *
 * @param densityAtOneKpcMsunPerKpc3 &rho;1: the density of the power law at 1 kpc, before the cut
 * @param exponent &alpha;, in (0, 2)
 */
public record PowerLawWithCutoff(double densityAtOneKpcMsunPerKpc3, double exponent, double cutKpc)
        implements SphericalComponent {

    public PowerLawWithCutoff {
        Require.positive("density at 1 kpc", densityAtOneKpcMsunPerKpc3, "Msun/kpc^3");
        Require.between("exponent alpha", exponent, 0, 2);
        Require.positive("cut radius", cutKpc, "kpc");
    }

    @Override
    public double potentialKms2(double rKpc) {
        double s = rKpc / cutKpc * (rKpc / cutKpc);
        double shells = IncompleteGamma.upper(1 - exponent / 2, s) * Math.pow(cutKpc, 2 - exponent);
        double inner = rKpc == 0 ? 0 : KPC_KMS2_PER_MSUN * enclosedMassMsun(rKpc) / rKpc;
        return -inner - FOUR_PI_G / 2 * densityAtOneKpcMsunPerKpc3 * shells;
    }

    @Override
    public double enclosedMassMsun(double rKpc) {
        double s = rKpc / cutKpc * (rKpc / cutKpc);
        double unit = 2 * Math.PI * densityAtOneKpcMsunPerKpc3 * Math.pow(cutKpc, 3 - exponent);
        return unit * IncompleteGamma.lower((3 - exponent) / 2, s);
    }

    @Override
    public double densityMsunPerKpc3(double rKpc) {
        double s = rKpc / cutKpc * (rKpc / cutKpc);
        return densityAtOneKpcMsunPerKpc3 * Math.pow(rKpc, -exponent) * Math.exp(-s);
    }

    @Override
    public PowerLawWithCutoff scaled(double lengthFactor, double velocityFactor) {
        double ratio = velocityFactor / lengthFactor;
        return new PowerLawWithCutoff(
                densityAtOneKpcMsunPerKpc3 * ratio * ratio * Math.pow(lengthFactor, exponent),
                exponent,
                cutKpc * lengthFactor);
    }
}
