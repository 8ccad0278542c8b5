package org.cellarius.galaxy.potential;

import static org.cellarius.galaxy.potential.GravitationalConstant.KPC_KMS2_PER_MSUN;

/**
 * The halo of Allen and Santillan (1991, 1991RMxAA..22..255A) as in model I of Irrgang et al. (2013, 2013A&amp;A...549A.137I): M(&lt;r) = M (r/a)^&gamma; / (1+(r/a)^(&gamma;&minus;1)) up to the cut &Lambda;, no mass beyond it.
 *
 * @param massMsun the mass unit M (not the total mass)
 * @param gamma the exponent, larger than 1
 * @param cutKpc the sharp end &Lambda; of the halo
 */
public record AllenSantillanHalo(double massMsun, double scaleKpc, double gamma, double cutKpc)
        implements SphericalComponent {

    public AllenSantillanHalo {
        Require.positive("mass", massMsun, "Msun");
        Require.positive("scale a", scaleKpc, "kpc");
        Require.between("exponent gamma", gamma, 1, 10);
        Require.positive("cut Lambda", cutKpc, "kpc");
    }

    @Override
    public double potentialKms2(double rKpc) {
        if (rKpc >= cutKpc) {
            return -KPC_KMS2_PER_MSUN * enclosedMassMsun(cutKpc) / rKpc;
        }
        double x = Math.pow(rKpc / scaleKpc, gamma - 1);
        double xCut = Math.pow(cutKpc / scaleKpc, gamma - 1);
        double inner = Math.log((1 + x) / (1 + xCut)) / (gamma - 1);
        return KPC_KMS2_PER_MSUN * massMsun / scaleKpc * (inner - xCut / (1 + xCut));
    }

    @Override
    public double enclosedMassMsun(double rKpc) {
        double u = Math.min(rKpc, cutKpc) / scaleKpc;
        double x = Math.pow(u, gamma - 1);
        return massMsun * u * x / (1 + x);
    }

    @Override
    public double densityMsunPerKpc3(double rKpc) {
        if (rKpc > cutKpc) {
            return 0;
        }
        double x = Math.pow(rKpc / scaleKpc, gamma - 1);
        return massMsun * x * (x + gamma) / (4 * Math.PI * scaleKpc * rKpc * rKpc * (1 + x) * (1 + x));
    }

    @Override
    public AllenSantillanHalo scaled(double lengthFactor, double velocityFactor) {
        return new AllenSantillanHalo(
                massMsun * lengthFactor * velocityFactor * velocityFactor,
                scaleKpc * lengthFactor,
                gamma,
                cutKpc * lengthFactor);
    }
}
