package org.cellarius.galaxy.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.EpochColumns.Depth;
import org.cellarius.galaxy.frame.EpochColumns.Names;
import org.cellarius.galaxy.frame.EpochColumns.RadialMotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EpochKernelTest {

    /** ra, dec, parallax, pmra, pmdec, radial velocity: Barnard's star, two beside the poles, one across ra = 0, one distant, a runaway. */
    static Stream<double[]> stars() {
        return Stream.of(
                new double[] {269.45207696, 4.69336497, 546.9759, -801.551, 10362.394, -110.11},
                new double[] {200, 89.999, 100, 3000, -4000, 80},
                new double[] {17, -89.9999, 50, -900, 700, -300},
                new double[] {1e-6, 12, 10, -500, 3, 5},
                new double[] {100, -45, 0.125, 0.5, -1.5, 250},
                new double[] {311, 33, 20, 4000, 4000, -900});
    }

    @ParameterizedTest
    @MethodSource("stars")
    void propagationEqualsStraightMotionInSpace(double[] star) {
        for (double years : new double[] {-10_000, -50, 24, 1000}) {
            double[] moved = values(Columns.of(kernel(2000, 2000 + years), columns(star)));
            double[] expected = straight(star, years);
            double east = Math.IEEEremainder(moved[0] - expected[0], 360) * Math.cos(Math.toRadians(expected[1]));
            assertThat(east).isCloseTo(0, within(1e-13 * 360));
            assertThat(moved[1]).isCloseTo(expected[1], within(1e-13 * 90));
            assertThat(moved[2] / expected[2]).isCloseTo(1, within(1e-13));
            // The two axes turn quickly beside a pole: 1e-16 rad of place are 1e-10 rad of axes at 0.4 arcsec from it.
            double size = Math.hypot(expected[3], expected[4]) * Math.max(1, 1e-3 / cosDec(expected));
            assertThat(moved[3]).isCloseTo(expected[3], within(1e-12 * size));
            assertThat(moved[4]).isCloseTo(expected[4], within(1e-12 * size));
            assertThat(moved[5]).isCloseTo(expected[5], within(1e-11 * (1 + Math.abs(expected[5]))));
        }
    }

    @ParameterizedTest
    @MethodSource("stars")
    void thereAndBackIsTheSameStar(double[] star) {
        double[] there = values(Columns.of(kernel(2016, 2100), columns(star)));
        double[] back = values(Columns.of(kernel(2100, 2016), columns(there)));
        double beside = Math.max(1, 1e-2 / cosDec(star));
        assertThat(Math.IEEEremainder(back[0] - star[0], 360) * cosDec(star)).isCloseTo(0, within(1e-12));
        assertThat(back[1]).isCloseTo(star[1], within(1e-12));
        assertThat(back[2]).isCloseTo(star[2], within(1e-12 * star[2]));
        double speed = Math.hypot(star[3], star[4]);
        assertThat(back[3]).isCloseTo(star[3], within(1e-12 * beside * speed));
        assertThat(back[4]).isCloseTo(star[4], within(1e-12 * beside * speed));
        assertThat(back[5]).isCloseTo(star[5], within(1e-12 * 1000));
    }

    @Test
    void barnardsStarPassesTheSunInTheYear11800AtLessThanFourLightYears() {
        double[] barnard = stars().findFirst().orElseThrow();
        double[] nearest = values(Columns.of(kernel(2016, 11_800), columns(barnard)));
        // 3.75 light years are 1.15 pc, 870 mas.
        assertThat(nearest[2]).isBetween(850.0, 890.0);
        assertThat(Math.abs(nearest[5])).isLessThan(3);
    }

    @Test
    void withoutRadialVelocityAStarIsMovedOnlyWhereThatWasAskedFor() {
        double[] star = {10, 20, -0.1, 5, 6, Double.NaN};
        assertThat(Columns.of(kernel(2016, 2000), columns(star)).status()).containsExactly(StarStatus.NO_DISTANCE);
        var moved = Columns.of(kernel(2016, 2000, RadialMotion.WHERE_KNOWN), columns(star));
        assertThat(moved.status()).containsExactly(StarStatus.OK);
        // The great circle leaves the parallel by tan(dec) (80 mas)^2 / 2 = 1.6e-12 deg.
        assertThat(moved.column("dec_epoch")[0]).isCloseTo(20 - 6e-3 / 3600 * 16, within(1e-11));
        assertThat(moved.column("parallax_epoch")[0]).isCloseTo(-0.1, within(1e-12));
        assertThat(moved.column("radial_velocity_epoch")[0]).isNaN();
    }

    @ParameterizedTest
    @MethodSource("stars")
    void aDistanceMovesAsTheInverseOfTheParallax(double[] star) {
        double[] moved = values(Columns.of(kernel(2016, 1000), columns(star)));
        double[] placed = star.clone();
        placed[2] = 1 / star[2];
        var kernel = new EpochKernel(
                new Epochs(2016, 1000), new EpochColumns(RadialMotion.REQUIRED, Depth.DISTANCE, Names.SAME));
        double[] same = values(Columns.of(kernel, columns(placed)));
        assertThat(same[2] * moved[2]).isCloseTo(1, within(1e-13));
        assertThat(same[0]).isCloseTo(moved[0], within(1e-11));
        assertThat(same[5]).isCloseTo(moved[5], within(1e-11 * (1 + Math.abs(moved[5]))));
        assertThat(kernel.outputs().stream().map(OutputColumn::name))
                .containsExactly("ra", "dec", "distance", "pmra", "pmdec", "radial_velocity", "ref_epoch");
        assertThat(same[6]).isEqualTo(1000);
    }

    @Test
    void withoutRadialMotionFourColumnsDoAndOnlyPerspectiveIsLost() {
        double[] barnard = stars().findFirst().orElseThrow();
        var kernel = kernel(1991.25, 2016, RadialMotion.NEGLECTED);
        double[][] four = {{barnard[0]}, {barnard[1]}, {barnard[3]}, {barnard[4]}};
        var tangential = Columns.of(kernel, four);
        var rigorous = Columns.of(kernel(1991.25, 2016), columns(barnard));
        assertThat(kernel.inputs()).containsExactly("ra", "dec", "pmra", "pmdec");
        // The perspective acceleration of Barnard's star is 1.25 mas/yr2 (van de Kamp 1935): half of it times 24.75
        // years squared.
        double masPerDeg = 3.6e6;
        double lost = (rigorous.column("dec_epoch")[0] - tangential.column("dec_epoch")[0]) * masPerDeg;
        assertThat(lost).isBetween(0.5 * 1.2 * 24.75 * 24.75, 0.5 * 1.3 * 24.75 * 24.75);
    }

    @Test
    void aRadialVelocityFasterThanLightIsNoMotion() {
        double[] star = {10, 20, 5, 5, 6, 400_000};
        assertThat(Columns.of(kernel(2016, 2000, RadialMotion.WHERE_KNOWN), columns(star))
                        .status())
                .containsExactly(StarStatus.NO_VELOCITY);
    }

    @Test
    void impossibleEpochsAreRefused() {
        assertThatThrownBy(() -> kernel(2016, Double.NaN)).hasMessageContaining("Julian years");
    }

    /** Position in au and velocity in au/yr moved along a straight line, written out by hand. */
    private static double[] straight(double[] star, double years) {
        double a = Math.toRadians(star[0]);
        double d = Math.toRadians(star[1]);
        double mas = Math.toRadians(1 / 3.6e6);
        double au = 1 / (star[2] * mas);
        double[] r = {Math.cos(d) * Math.cos(a), Math.cos(d) * Math.sin(a), Math.sin(d)};
        double[] p = {-Math.sin(a), Math.cos(a), 0};
        double[] q = {-Math.sin(d) * Math.cos(a), -Math.sin(d) * Math.sin(a), Math.cos(d)};
        double[] place = new double[3];
        double[] speed = new double[3];
        for (int k = 0; k < 3; k++) {
            speed[k] = au * mas * (star[3] * p[k] + star[4] * q[k]) + star[5] / 4.740470463533349 * r[k];
            place[k] = au * r[k] + years * speed[k];
        }
        double plane = Math.hypot(place[0], place[1]);
        double far = Math.sqrt(plane * plane + place[2] * place[2]);
        double east = (place[0] * speed[1] - place[1] * speed[0]) / plane;
        double along = (place[0] * speed[0] + place[1] * speed[1]) / plane;
        return new double[] {
            (Math.toDegrees(Math.atan2(place[1], place[0])) + 360) % 360,
            Math.toDegrees(Math.atan2(place[2], plane)),
            1 / (far * mas),
            east / far / mas,
            (speed[2] * plane - along * place[2]) / (far * far) / mas,
            (along * plane + speed[2] * place[2]) / far * 4.740470463533349
        };
    }

    private static double cosDec(double[] star) {
        return Math.cos(Math.toRadians(star[1]));
    }

    private static EpochKernel kernel(double from, double to) {
        return kernel(from, to, RadialMotion.REQUIRED);
    }

    private static EpochKernel kernel(double from, double to, RadialMotion radialMotion) {
        return new EpochKernel(new Epochs(from, to), new EpochColumns(radialMotion, Depth.PARALLAX, Names.NEW));
    }

    private static double[][] columns(double[] star) {
        return Stream.of(0, 1, 2, 3, 4, 5).map(k -> new double[] {star[k]}).toArray(double[][]::new);
    }

    private static double[] values(Columns columns) {
        return Stream.of(columns.values()).mapToDouble(c -> c[0]).toArray();
    }
}
