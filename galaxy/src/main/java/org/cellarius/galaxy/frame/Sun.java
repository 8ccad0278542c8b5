package org.cellarius.galaxy.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The Sun's place and motion in the Galaxy, as one paper or convention takes it.
 *
 * @param name the name used in study files and on the command line
 * @param r0Kpc distance from the Sun to the Galactic centre, kpc
 * @param zKpc height of the Sun above the plane, kpc
 * @param velocity the Sun's velocity; empty where the paper publishes none: then only positions can be computed
 * @param peculiarMotion its part relative to the local standard of rest; empty where the paper does not state it
 * @param citation where the numbers come from
 */
public record Sun(
        String name,
        double r0Kpc,
        double zKpc,
        Optional<SolarVelocity> velocity,
        Optional<PeculiarMotion> peculiarMotion,
        String citation) {

    /** Hawkins (2023): {X,Y,Z} = {8.27, 0, 0.029} kpc; printed U = -12.9 is outward, so +12.9 towards the centre. */
    public static final Sun HAWKINS_2023 =
            of("hawkins2023", 8.27, 0.029, 12.9, 245, 7.78, "Hawkins (2023), MNRAS, Sec. 3");

    /** Vickers et al. (2021): 236 km/s of rotation plus the solar motion (13.0, 12.24, 7.24) of Schoenrich and Aumer (2017). */
    public static final Sun VICKERS_2021 = of(
                    "vickers2021", 8.27, 0, 13.0, 236 + 12.24, 7.24, "Vickers, Shen & Li (2021), ApJ, Sec. 3")
            .withPeculiarMotion(new PeculiarMotion(13.0, 12.24, 7.24));

    /** Imig et al. (2023): positions only. */
    public static final Sun IMIG_2023 =
            new Sun("imig2023", 8.3, 0.027, Optional.empty(), "Imig et al. (2023), ApJ, Sec. 2 (positions only)");

    /** Long et al. (2025): positions only, the Sun in the plane. */
    public static final Sun LONG_2025 =
            new Sun("long2025", 8.178, 0, Optional.empty(), "Long et al. (2025), Sec. 2 (positions only)");

    /** The defaults "v4.0" of astropy's Galactocentric frame. */
    public static final Sun ASTROPY_V4_0 =
            of("astropy-v4.0", 8.122, 0.0208, 12.9, 245.6, 7.78, "astropy galactocentric_frame_defaults 'v4.0'");

    /** A Sun whose motion relative to the local standard of rest is not stated. */
    public Sun(String name, double r0Kpc, double zKpc, Optional<SolarVelocity> velocity, String citation) {
        this(name, r0Kpc, zKpc, velocity, Optional.empty(), citation);
    }

    public Sun {
        if (!(r0Kpc > 0 && r0Kpc < 100)) {
            throw new IllegalArgumentException(
                    "R0 = " + r0Kpc + " kpc: the Sun's distance to the centre must lie in (0, 100) kpc");
        }
        if (!(Math.abs(zKpc) < r0Kpc)) {
            throw new IllegalArgumentException(
                    "z_sun = " + zKpc + " kpc: the Sun's height must be smaller than R0 = " + r0Kpc + " kpc");
        }
        if (velocity.isPresent()
                && peculiarMotion.isPresent()
                && !(velocity.get().vKms() > peculiarMotion.get().vKms())) {
            throw new IllegalArgumentException("the Sun's total velocity along rotation is "
                    + velocity.get().vKms()
                    + " km/s, its peculiar motion " + peculiarMotion.get().vKms()
                    + " km/s: the first contains the rotation of the disc and must be larger");
        }
    }

    /** Every named Sun, in the order in which they are listed to users. */
    public static List<Sun> named() {
        return List.of(HAWKINS_2023, VICKERS_2021, IMIG_2023, LONG_2025, ASTROPY_V4_0);
    }

    /** The Sun of that name, if there is one. */
    public static Optional<Sun> byName(String name) {
        return named().stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The same Sun with its motion relative to the local standard of rest. */
    public Sun withPeculiarMotion(PeculiarMotion motion) {
        return new Sun(name, r0Kpc, zKpc, velocity, Optional.of(motion), citation);
    }

    /**
     * The motion relative to the local standard of rest.
     *
     * @throws IllegalArgumentException where it is not stated, naming the Suns that have one
     */
    public PeculiarMotion requirePeculiarMotion() {
        return peculiarMotion.orElseThrow(() -> new IllegalArgumentException("the Sun '" + name
                + "' states no peculiar motion: velocities relative to the local standard of rest cannot be computed;"
                + " named Suns with one: "
                + named().stream()
                        .filter(s -> s.peculiarMotion().isPresent())
                        .map(Sun::name)
                        .collect(Collectors.joining(", "))));
    }

    private static Sun of(
            String name, double r0Kpc, double zKpc, double uKms, double vKms, double wKms, String citation) {
        return new Sun(name, r0Kpc, zKpc, Optional.of(new SolarVelocity(uKms, vKms, wKms)), citation);
    }
}
