package org.cellarius.galaxy.potential;

/**
 * Newton's constant in the units of this package.
 *
 * <p>G = 4.30091727067736e-6 kpc (km/s)&sup2; / M&#9737;, from kpc = 3.0856775815e21 cm and M&#9737; = 1.988409871e33 g. Other
 * programs carry 4.30091727003628e-6: 1.5e-10 less, below every accuracy claimed here.
 */
public final class GravitationalConstant {

    /** G in kpc (km/s)&sup2; per solar mass. */
    public static final double KPC_KMS2_PER_MSUN = 4.30091727067736e-6;

    /** 4 &pi; G. */
    static final double FOUR_PI_G = 4 * Math.PI * KPC_KMS2_PER_MSUN;

    private GravitationalConstant() {}
}
