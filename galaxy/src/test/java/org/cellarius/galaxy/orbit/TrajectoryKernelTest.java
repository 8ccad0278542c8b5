package org.cellarius.galaxy.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.GravitationalConstant;
import org.cellarius.galaxy.potential.Kepler;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.junit.jupiter.api.Test;

class TrajectoryKernelTest {

    private static final TrajectoryKernel MW =
            new TrajectoryKernel(Potentials.MW_POTENTIAL_2014, OrbitAccuracy.ACCURATE);
    private static final double[] STAR = {8, 170, 0.2, 30, 215, -20};
    private static final double[] OTHER = {5, -20, -1, -60, 150, 40};

    /** After one period of Kepler's ellipse, T&sup2; = 4&pi;&sup2; a&sup3;/GM, the star is where it was, half of it later opposite. */
    @Test
    void keplersEllipseCloses() {
        double mass = 1e11;
        double gm = GravitationalConstant.KPC_KMS2_PER_MSUN * mass;
        var kernel = new TrajectoryKernel(
                Potential.of("point", "test", 8, 200, List.of(new Kepler(mass))), OrbitAccuracy.ACCURATE);
        double r = 8;
        double speed = 0.8 * Math.sqrt(gm / r);
        double a = 1 / (2 / r - speed * speed / gm);
        double period = 2 * Math.PI * Math.sqrt(a * a * a / gm) * OrbitSpan.GYR_PER_KPC_PER_KMS;
        Columns found =
                Columns.of(kernel, rows(new double[] {r, 30, 0, 0, speed, 0}, 0, period / 2, period, 3 * period));
        assertThat(found.column("r")[0]).isEqualTo(r);
        assertThat(found.column("r")[1]).isCloseTo(2 * a - r, within(1e-6));
        // Half way round, against the sense of the azimuth
        assertThat(found.column("phi")[1]).isCloseTo(-150, within(1e-5));
        for (int k = 2; k < 4; k++) {
            assertThat(found.column("r")[k]).isCloseTo(r, within(1e-6));
            assertThat(found.column("phi")[k]).isCloseTo(30, within(1e-4));
            assertThat(found.column("v_phi")[k]).isCloseTo(speed, within(1e-4));
        }
    }

    @Test
    void thereAndBackAgain() {
        double[][] there = columns(Columns.of(MW, rows(STAR, 3)));
        double[] then = {there[0][0], there[1][0], there[2][0], there[3][0], there[4][0], there[5][0]};
        double[][] back = columns(Columns.of(MW, rows(then, -3)));
        for (int k = 0; k < 6; k++) {
            assertThat(back[k][0]).isCloseTo(STAR[k], within(1e-5 * (1 + Math.abs(STAR[k]))));
        }
    }

    /** One integration for many times, or one for each: the same states. Stars side by side do not disturb each other. */
    @Test
    void statesDoNotDependOnTheRowsBeside() {
        double[] times = {0, 0.1, 0.5, 0.5, 1, 2};
        double[][] one = columns(Columns.of(MW, rows(STAR, times)));
        double[][] other = columns(Columns.of(MW, rows(OTHER, times)));
        double[][] both = new double[7][];
        for (int k = 0; k < 7; k++) {
            both[k] = IntStream.concat(IntStream.range(0, 6), IntStream.range(6, 12))
                    .mapToDouble(pick(rows(STAR, times)[k], rows(OTHER, times)[k]))
                    .toArray();
        }
        double[][] together = columns(Columns.of(MW, both));
        for (int i = 0; i < times.length; i++) {
            double[][] alone = columns(Columns.of(MW, rows(STAR, times[i])));
            for (int k = 0; k < 6; k++) {
                assertThat(together[k][i]).isEqualTo(one[k][i]);
                assertThat(together[k][6 + i]).isEqualTo(other[k][i]);
                assertThat(alone[k][0]).isCloseTo(one[k][i], within(2e-5));
            }
        }
    }

    /** The largest |z| and the extrema of R of a fine trajectory are those of the orbit, and never beyond. */
    @Test
    void trajectoriesStayWithinTheExtremaOfTheOrbit() {
        double[] times =
                IntStream.rangeClosed(0, 4000).mapToDouble(k -> k * 0.0005).toArray();
        Columns path = Columns.of(MW, rows(STAR, times));
        var orbit = new OrbitKernel(
                Potentials.MW_POTENTIAL_2014, new OrbitSpan(2), OrbitAccuracy.ACCURATE, ZmaxDefinition.LARGEST);
        Columns extrema = Columns.of(orbit, new double[][] {{STAR[0]}, {STAR[2]}, {STAR[3]}, {STAR[5]}, {STAR[4]}});
        double zmax = max(path.column("z"));
        assertThat(zmax).isBetween(extrema.column("zmax")[0] * (1 - 2e-4), extrema.column("zmax")[0] + 1e-7);
        assertThat(max(path.column("r")))
                .isBetween(extrema.column("r_apo")[0] * (1 - 2e-5), extrema.column("r_apo")[0] + 1e-7);
        assertThat(max(path.column("energy_drift"))).isLessThan(1e-8);
    }

    @Test
    void badInputHasAStatusAndTheOthersGoOn() {
        double[][] in = rows(STAR, 1, 1, 1, 1, Double.NaN, 2000, 1);
        in[0][0] = Double.NaN;
        in[3][1] = Double.NaN;
        in[1][2] = Double.NaN;
        in[4][3] = 1e5;
        Columns found = Columns.of(MW, in);
        assertThat(found.status())
                .containsExactly(
                        StarStatus.NO_POSITION,
                        StarStatus.NO_VELOCITY,
                        StarStatus.NO_POSITION,
                        StarStatus.OK,
                        StarStatus.NOT_INTEGRATED,
                        StarStatus.NOT_INTEGRATED,
                        StarStatus.OK);
        // 1e5 km/s for 1 Gyr: 102 Mpc along a straight line, all but the first few kpc
        assertThat(found.column("r")[3]).isCloseTo(1e5 / OrbitSpan.GYR_PER_KPC_PER_KMS, within(100.0));
        assertThat(found.column("r")[0]).isNaN();
    }

    private static java.util.function.IntToDoubleFunction pick(double[] a, double[] b) {
        return i -> i < a.length ? a[i] : b[i - a.length];
    }

    private static double max(double[] values) {
        return java.util.Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    private static double[][] columns(Columns found) {
        return new double[][] {
            found.column("r"), found.column("phi"), found.column("z"),
            found.column("v_r"), found.column("v_phi"), found.column("v_z")
        };
    }

    private static double[][] rows(double[] state, double... times) {
        double[][] in = new double[7][times.length];
        for (int i = 0; i < times.length; i++) {
            for (int k = 0; k < 6; k++) {
                in[k][i] = state[k];
            }
            in[6][i] = times[i];
        }
        return in;
    }
}
