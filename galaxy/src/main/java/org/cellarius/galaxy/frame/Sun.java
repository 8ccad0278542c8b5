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

    /** An astronomical unit per year in km/s: what a proper motion of 1 mas/yr is at 1 kpc. */
    private static final double KMS_OF_MAS_PER_YEAR_AT_KPC = 4.740470463533349;

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

    /**
     * Schoenrich, Binney and Dehnen (2010, 2010MNRAS.403.1829S): (11.1, 12.24, 7.25) km/s relative to the local standard of rest. The paper gives that
     * alone; R0 = 8.3 kpc (Gillessen et al. 2009), z = 27 pc (Chen et al. 2001) and 220 km/s of rotation (Bovy 2015) beside it are those of
     * astropy's defaults "pre-v4.0".
     */
    public static final Sun SCHOENRICH_2010 = of(
                    "schoenrich2010",
                    8.3,
                    0.027,
                    11.1,
                    220 + 12.24,
                    7.25,
                    "Schoenrich, Binney & Dehnen (2010), MNRAS 403, 1829; R0, z and rotation as in astropy's defaults 'pre-v4.0'")
            .withPeculiarMotion(new PeculiarMotion(11.1, 12.24, 7.25));

    /**
     * Bland-Hawthorn and Gerhard (2016, 2016ARA&A..54..529B, Sec. 3): R0 = 8.2 kpc, z = 25 pc, (10, 11, 7) km/s relative to the local standard of
     * rest, and 248 km/s in all along rotation, from the proper motion of Sgr A*, 30.24 km/s/kpc.
     */
    public static final Sun BLAND_HAWTHORN_GERHARD_2016 = of(
                    "bland-hawthorn-gerhard2016",
                    8.2,
                    0.025,
                    10.0,
                    248,
                    7.0,
                    "Bland-Hawthorn & Gerhard (2016), ARA&A 54, 529, Sec. 3")
            .withPeculiarMotion(new PeculiarMotion(10.0, 11.0, 7.0));

    /**
     * R0 = 8.275 kpc of the GRAVITY Collaboration (2021, 2021A&A...647A..59G); along rotation and upwards the reflex of the proper motion of Sgr A*,
     * (-6.379, -0.202) mas/yr in l and b (Reid and Brunthaler 2004, 2004ApJ...616..872R), times that distance; towards the centre, and relative
     * to the local standard of rest, Schoenrich et al. (2010); z = 20.8 pc of Bennett and Bovy (2019).
     */
    public static final Sun GRAVITY_2021 = of(
                    "gravity2021",
                    8.275,
                    0.0208,
                    11.1,
                    6.379 * KMS_OF_MAS_PER_YEAR_AT_KPC * 8.275,
                    0.202 * KMS_OF_MAS_PER_YEAR_AT_KPC * 8.275,
                    "GRAVITY Collaboration (2021), A&A 647, A59; Reid & Brunthaler (2004), ApJ 616, 872; Schoenrich et al. (2010);"
                            + " Bennett & Bovy (2019)")
            .withPeculiarMotion(new PeculiarMotion(11.1, 12.24, 7.25));

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
        return List.of(
                HAWKINS_2023,
                VICKERS_2021,
                IMIG_2023,
                LONG_2025,
                ASTROPY_V4_0,
                SCHOENRICH_2010,
                BLAND_HAWTHORN_GERHARD_2016,
                GRAVITY_2021);
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
