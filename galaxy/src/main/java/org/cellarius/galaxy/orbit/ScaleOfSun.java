package org.cellarius.galaxy.orbit;

import java.util.Locale;
import java.util.Optional;
import org.cellarius.galaxy.frame.PeculiarMotion;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.potential.Potential;

/**
 * Whether the Sun from which stars are seen and the potential in which they move have one scale. The Sun's distance to the centre and the rotation
 * of the disc there set L<sub>z</sub>; the potential's circular speed turns it into the guiding radius. With different scales all radii are
 * stretched, and gradients with them: a Sun on a circular orbit has R<sub>g</sub> = R<sub>0</sub> v<sub>c,Sun</sub> / v<sub>0</sub> where the
 * rotation curve is flat.
 */
public final class ScaleOfSun {

    /** A difference of R<sub>0</sub> that is told; published values scatter by about as much (Bland-Hawthorn and Gerhard 2016, Table 3). */
    private static final double R0_TOLD = 0.01;

    private static final double SPEED_TOLD = 0.02;

    /** The Sun's motion beside the rotation of the disc where a paper does not state it: Schoenrich, Binney and Dehnen (2010), km/s. */
    private static final double USUAL_V_KMS = 12.24;

    private ScaleOfSun() {}

    /** A sentence about a Sun and a potential that disagree, with the words that make them agree; empty where they agree. */
    public static Optional<String> disagreement(Sun sun, Potential potential) {
        double sunSpeedKms = sun.velocity()
                .map(v -> v.vKms()
                        - sun.peculiarMotion().map(PeculiarMotion::vKms).orElse(USUAL_V_KMS))
                .orElse(potential.v0Kms());
        boolean elsewhere = Math.abs(sun.r0Kpc() / potential.r0Kpc() - 1) > R0_TOLD;
        boolean faster = Math.abs(sunSpeedKms / potential.v0Kms() - 1) > SPEED_TOLD;
        if (!elsewhere && !faster) {
            return Optional.empty();
        }
        double guidingKpc = sun.r0Kpc() * sunSpeedKms / potential.v0Kms();
        return Optional.of(String.format(
                Locale.ROOT,
                "the Sun '%s' has R0 = %s kpc%s, the potential '%s' R0 = %s kpc and v0 = %s km/s: a star that circles with the Sun gets a guiding radius"
                        + " of about %.2f kpc, %s, and gradients with Rg change as much. R0: %s kpc and v0: %.0f km/s (--r0 %s --v0 %.0f) stretch the"
                        + " potential to the Sun's scale",
                sun.name(),
                plain(sun.r0Kpc()),
                sun.velocity().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                " and the disc turns there at %s%.0f km/s",
                                sun.peculiarMotion().isPresent() ? "" : "about ",
                                sunSpeedKms)
                        : "",
                potential.name(),
                plain(potential.r0Kpc()),
                plain(potential.v0Kms()),
                guidingKpc,
                shift(guidingKpc / sun.r0Kpc() - 1),
                plain(sun.r0Kpc()),
                sunSpeedKms,
                plain(sun.r0Kpc()),
                sunSpeedKms));
    }

    private static String shift(double relative) {
        return Math.abs(relative) < 0.001
                ? "as it should, though the potential is that of another radius"
                : String.format(
                        Locale.ROOT, "%.1f %% too %s", 100 * Math.abs(relative), relative > 0 ? "large" : "small");
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
    }
}
