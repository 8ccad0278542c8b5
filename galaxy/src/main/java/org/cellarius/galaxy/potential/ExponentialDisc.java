package org.cellarius.galaxy.potential;

/**
 * The double-exponential disc: &rho; = &Sigma;0/(2h) exp(&minus;R/R_d &minus; |z|/h); mass 2&pi; &Sigma;0 R_d&sup2;.
 *
 * @param surfaceDensityMsunPerKpc2 central surface density &Sigma;0
 */
public record ExponentialDisc(double surfaceDensityMsunPerKpc2, double scaleLengthKpc, double scaleHeightKpc)
        implements ThinDisc {

    public ExponentialDisc {
        Require.positive("surface density Sigma0", surfaceDensityMsunPerKpc2, "Msun/kpc^2");
        Require.positive("scale length Rd", scaleLengthKpc, "kpc");
        Require.positive("scale height h", scaleHeightKpc, "kpc");
    }

    @Override
    public ExponentialDisc scaled(double lengthFactor, double velocityFactor) {
        return new ExponentialDisc(
                surfaceDensityMsunPerKpc2 * velocityFactor * velocityFactor / lengthFactor,
                scaleLengthKpc * lengthFactor,
                scaleHeightKpc * lengthFactor);
    }

    @Override
    public ThinLayer parts() {
        return new ThinLayer(
                surfaceDensityMsunPerKpc2, scaleLengthKpc, 0, new VerticalProfile.Exponential(scaleHeightKpc));
    }
}
