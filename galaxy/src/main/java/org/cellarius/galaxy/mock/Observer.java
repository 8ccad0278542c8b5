package org.cellarius.galaxy.mock;

import org.cellarius.galaxy.frame.CartesianState;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.IcrsStar;

/**
 * Who looks: place and velocity of the Sun, and the direction to the celestial north pole, Galactocentric.
 *
 * @param sun place, kpc, and velocity, km/s
 * @param poleX unit vector to the north pole
 * @param poleY its y
 * @param poleZ its z
 */
record Observer(CartesianState sun, double poleX, double poleY, double poleZ) {

    static Observer of(GalactocentricFrame frame) {
        CartesianState near = frame.stateOf(new IcrsStar(0, 90, 1, 0, 0, 0));
        CartesianState far = frame.stateOf(new IcrsStar(0, 90, 2, 0, 0, 0));
        double x = far.xKpc() - near.xKpc();
        double y = far.yKpc() - near.yKpc();
        double z = far.zKpc() - near.zKpc();
        return new Observer(
                new CartesianState(
                        near.xKpc() - x, near.yKpc() - y, near.zKpc() - z, near.vxKms(), near.vyKms(), near.vzKms()),
                x,
                y,
                z);
    }

    /** Of a place: its distance from the Sun, kpc. */
    double distanceKpc(double x, double y, double z) {
        double dx = x - sun.xKpc();
        double dy = y - sun.yKpc();
        double dz = z - sun.zKpc();
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /** The sine of its declination. */
    double sinDeclination(double x, double y, double z, double distanceKpc) {
        return ((x - sun.xKpc()) * poleX + (y - sun.yKpc()) * poleY + (z - sun.zKpc()) * poleZ) / distanceKpc;
    }
}
