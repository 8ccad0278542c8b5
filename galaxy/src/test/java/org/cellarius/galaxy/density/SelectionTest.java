package org.cellarius.galaxy.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cellarius.galaxy.density.DiscProfile.Vertical;
import org.cellarius.galaxy.density.LinesOfSight.Stretch;
import org.cellarius.galaxy.frame.Sun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Effective volumes against closed forms, counting at random, and each other. */
class SelectionTest {

    private static final Sun SUN = Sun.IMIG_2023;

    @Test
    void volumesOfBodies() {
        assertThat(sum(new SolarVolume(3, 0, 90, Double.POSITIVE_INFINITY)))
                .isCloseTo(4 * Math.PI / 3 * 27, within(1e-3));
        // Outside a double cone about the plane: the solid angle is 4 pi (1 - sin 10 deg).
        assertThat(sum(new SolarVolume(3, 10, 90, Double.POSITIVE_INFINITY)))
                .isCloseTo(4 * Math.PI / 3 * 27 * (1 - Math.sin(Math.toRadians(10))), within(1e-3));
        assertThat(sum(new LinesOfSight(List.of(new Stretch(40, 12, 7, 0.5, 4, 0.25)))))
                .isCloseTo(0.25 * 7 * Math.pow(Math.PI / 180, 2) * (64 - 0.125) / 3, within(1e-9));
    }

    private static double sum(Selection selection) {
        double sum = 0;
        for (double w : selection.volume(SUN).weight()) {
            sum += w;
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(Vertical.class)
    void theProfileInHeightAddsUpToOne(Vertical vertical) {
        var profile = new DiscProfile(0.2, 0.5, 9, 0.3, 0.1, 8, vertical);
        double sum = 0;
        for (double z = -8; z < 8; z += 1e-3) {
            sum += 1e-3 * Math.exp(profile.lnDensity(10, z + 5e-4));
        }
        assertThat(sum).isCloseTo(Math.exp(-0.5), within(1e-6));
        // Far up both fall with the same length.
        double far = profile.lnDensity(8, 3) - profile.lnDensity(8, 4);
        assertThat(far).isCloseTo(1 / 0.3, within(2e-4));
    }

    @ParameterizedTest
    @CsvSource({"4, 0, 90, 2, EXPONENTIAL", "4, 5, 60, 1.5, SECH2", "2, 0, 90, 9, EXPONENTIAL"})
    void integralsAreThoseOfCountingAtRandom(double far, double low, double high, double height, Vertical vertical) {
        var volume = new SolarVolume(far, low, high, height);
        var profile = new DiscProfile(-0.1, 0.6, 8.5, 0.3, 0.08, 8.3, vertical);
        var random = new SplittableRandom(3);
        int tries = 400_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < tries; i++) {
            double x = -SUN.r0Kpc() + far * (2 * random.nextDouble() - 1);
            double y = far * (2 * random.nextDouble() - 1);
            double z = far * (2 * random.nextDouble() - 1);
            double f = volume.holds(SUN, x, y, z) ? Math.exp(profile.lnDensity(Math.hypot(x, y), z)) : 0;
            sum += f / tries;
            squares += f * f / tries;
        }
        double box = 8 * far * far * far;
        double error = box * Math.sqrt((squares - sum * sum) / tries);
        assertThat(Math.exp(volume.volume(SUN).lnIntegral(profile))).isCloseTo(box * sum, within(3.5 * error));
    }

    @Test
    void cellsOfTheWholeSkyAreTheVolume() {
        var stretches = new ArrayList<Stretch>();
        int n = 180;
        for (int i = 0; i < n; i++) {
            double sinB = -1 + (2 * i + 1.0) / n;
            double b = Math.toDegrees(Math.asin(sinB));
            for (int k = 0; k < 36; k++) {
                stretches.add(new Stretch(10 * k + 5, b, 4 * Math.PI * Math.pow(180 / Math.PI, 2) / n / 36, 0, 2, 1));
            }
        }
        var profile = new DiscProfile(0.3, 0.3, 8, 0.3, 0, 8, Vertical.EXPONENTIAL);
        assertThat(new LinesOfSight(stretches).volume(SUN).lnIntegral(profile))
                .isCloseTo(
                        new SolarVolume(2, 0, 90, Double.POSITIVE_INFINITY)
                                .volume(SUN)
                                .lnIntegral(profile),
                        within(1e-3));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new SolarVolume(0, 0, 90, 1)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new SolarVolume(1, 50, 40, 1)).hasMessageContaining("must rise");
        assertThatThrownBy(() -> new Stretch(0, 95, 1, 0, 1, 1)).hasMessageContaining("cannot be");
        assertThatThrownBy(() -> new LinesOfSight(List.of(new Stretch(0, 5, 1, 0, 1, 0))))
                .hasMessageContaining("no line of sight");
    }
}
