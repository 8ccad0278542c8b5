package org.cellarius.galaxy.frame;

/**
 * The Sun's motion relative to the local standard of rest (LSR), the circular orbit through the Sun's place.
 *
 * <p>The part of {@link SolarVelocity} that is not the rotation of the disc: a star's velocity relative to the LSR is its
 * heliocentric velocity plus this motion.
 *
 * @param uKms towards the Galactic centre, km/s
 * @param vKms along Galactic rotation, km/s
 * @param wKms towards the North Galactic Pole, km/s
 */
public record PeculiarMotion(double uKms, double vKms, double wKms) {
    public PeculiarMotion {
        if (!(Math.abs(uKms) < 100 && Math.abs(vKms) < 100 && Math.abs(wKms) < 100)) {
            throw new IllegalArgumentException(
                    "solar peculiar motion (%s, %s, %s) km/s: each component must be below 100 km/s; it is relative to the"
                                    .formatted(uKms, vKms, wKms)
                            + " local standard of rest, without the rotation of the disc");
        }
    }
}
