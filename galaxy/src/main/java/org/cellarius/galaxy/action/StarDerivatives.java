package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.Derivatives;
import org.cellarius.galaxy.potential.Potential;

/** &Delta;&sup2; from the second derivatives at the star: {@link FocalDistance.AtStar}. */
record StarDerivatives(Potential potential) implements FocalFinder {

    /** Nearer to the plane, where numerator and denominator vanish, the value at this height counts. */
    private static final double LOWEST_KPC = 1e-4;

    @Override
    public void find(int n, StaeckelStars stars) {
        for (int i = 0; i < n; i++) {
            stars.delta2[i] = square(stars.radius[i], Math.max(Math.abs(stars.z[i]), LOWEST_KPC));
        }
    }

    private double square(double r, double z) {
        Derivatives d = potential.at(r, z);
        double difference = d.dRRKms2PerKpc2() - d.dzzKms2PerKpc2();
        double numerator = 3 * (z * d.dRKms2PerKpc() - r * d.dzKms2PerKpc()) + r * z * difference;
        double square = z * z - r * r + numerator / d.dRzKms2PerKpc2();
        return square > 0 && square < Double.POSITIVE_INFINITY ? square : 0;
    }
}
