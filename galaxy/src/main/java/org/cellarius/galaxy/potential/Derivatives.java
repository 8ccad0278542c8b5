package org.cellarius.galaxy.potential;

/**
 * A potential and its derivatives at one point (R, z): &Phi; in km&sup2;/s&sup2;, first derivatives per kpc, second per
 * kpc&sup2;. The acceleration is minus the first derivatives.
 */
public record Derivatives(
        double phiKms2,
        double dRKms2PerKpc,
        double dzKms2PerKpc,
        double dRRKms2PerKpc2,
        double dRzKms2PerKpc2,
        double dzzKms2PerKpc2) {

    static final Derivatives ZERO = new Derivatives(0, 0, 0, 0, 0, 0);

    Derivatives plus(Derivatives o) {
        return new Derivatives(
                phiKms2 + o.phiKms2,
                dRKms2PerKpc + o.dRKms2PerKpc,
                dzKms2PerKpc + o.dzKms2PerKpc,
                dRRKms2PerKpc2 + o.dRRKms2PerKpc2,
                dRzKms2PerKpc2 + o.dRzKms2PerKpc2,
                dzzKms2PerKpc2 + o.dzzKms2PerKpc2);
    }
}
