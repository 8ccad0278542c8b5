package org.cellarius.galaxy.potential;

/**
 * A gas disc with a hole in its centre (McMillan 2017, 2017MNRAS.465...76M, eq. 4): &rho; = &Sigma;0/(4 z_d) exp(&minus;R_m/R
 * &minus; R/R_d) sech&sup2;(z/(2 z_d)).
 *
 * @param surfaceDensityMsunPerKpc2 &Sigma;0
 * @param scaleLengthKpc R_d
 * @param holeKpc R_m
 * @param scaleHeightKpc z_d
 */
public record HoledSech2Disc(
        double surfaceDensityMsunPerKpc2, double scaleLengthKpc, double holeKpc, double scaleHeightKpc)
        implements ThinDisc {

    public HoledSech2Disc {
        Require.positive("surface density Sigma0", surfaceDensityMsunPerKpc2, "Msun/kpc^2");
        Require.positive("scale length Rd", scaleLengthKpc, "kpc");
        Require.notNegative("hole Rm", holeKpc, "kpc");
        Require.positive("scale height zd", scaleHeightKpc, "kpc");
    }

    @Override
    public HoledSech2Disc scaled(double lengthFactor, double velocityFactor) {
        return new HoledSech2Disc(
                surfaceDensityMsunPerKpc2 * velocityFactor * velocityFactor / lengthFactor,
                scaleLengthKpc * lengthFactor,
                holeKpc * lengthFactor,
                scaleHeightKpc * lengthFactor);
    }

    @Override
    public ThinLayer parts() {
        return new ThinLayer(
                surfaceDensityMsunPerKpc2, scaleLengthKpc, holeKpc, new VerticalProfile.SechSquared(scaleHeightKpc));
    }
}
