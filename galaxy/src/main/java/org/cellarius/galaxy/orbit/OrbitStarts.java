package org.cellarius.galaxy.orbit;

/**
 * States from which orbits begin, one column each.
 *
 * @param radius cylindrical radius R, kpc
 * @param z height, kpc
 * @param vr dR/dt, km/s
 * @param vz dz/dt, km/s
 * @param vPhi speed along rotation, km/s; its sign does not matter in an axisymmetric potential
 */
record OrbitStarts(double[] radius, double[] z, double[] vr, double[] vz, double[] vPhi) {}
