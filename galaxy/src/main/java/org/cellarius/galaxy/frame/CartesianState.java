package org.cellarius.galaxy.frame;

/**
 * A place and a velocity in the Galactocentric frame (see the package description).
 *
 * @param xKpc from the Sun's side through the centre, kpc
 * @param yKpc along Galactic rotation at the Sun, kpc
 * @param zKpc to the North Galactic Pole, kpc
 * @param vxKms velocity along x, km/s
 * @param vyKms velocity along y, km/s
 * @param vzKms velocity along z, km/s
 */
public record CartesianState(double xKpc, double yKpc, double zKpc, double vxKms, double vyKms, double vzKms) {}
