package org.cellarius.galaxy.orbit;

/**
 * States from which orbits begin, one column each.
 *
 * @param radius cylindrical radius R, kpc
 * @param z height, kpc
 * @param vr dR/dt, km/s
 * @param vz dz/dt, km/s
 * @param lz angular momentum about z, kpc km/s
 */
record OrbitStarts(double[] radius, double[] z, double[] vr, double[] vz, double[] lz) {

    int stars() {
        return radius.length;
    }
}
