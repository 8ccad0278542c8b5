package org.cellarius.galaxy.frame;

/**
 * The Sun's total velocity in the Galactocentric frame.
 *
 * @param uKms towards the Galactic centre, km/s
 * @param vKms along Galactic rotation, km/s (rotation of the disc included)
 * @param wKms towards the North Galactic Pole, km/s
 */
public record SolarVelocity(double uKms, double vKms, double wKms) {
    public SolarVelocity {
        if (!(Math.abs(uKms) < 1000 && Math.abs(vKms) < 1000 && Math.abs(wKms) < 1000)) {
            throw new IllegalArgumentException(
                    "solar velocity (%s, %s, %s) km/s: each component must be below 1000 km/s"
                            .formatted(uKms, vKms, wKms));
        }
    }
}
