package org.cellarius.galaxy.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cellarius.galaxy.GoldenTable;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseSpaceKernelTest {

    private static final GoldenTable ASTROPY = GoldenTable.read("coordinates.csv");

    @ParameterizedTest
    @CsvSource({"hawkins2023,hawkins", "vickers2021,vickers"})
    void phaseSpaceEqualsAstropyToTenDigits(String sun, String prefix) {
        var derived = derive(Sun.byName(sun).orElseThrow(), Motions.KNOWN, goldenStars(Motions.KNOWN));

        // Relative to the size of the vector: a component may pass through zero.
        double[] distanceKpc = ASTROPY.column(prefix + "_R");
        double[] speedKms = speed(prefix);
        for (String position : List.of("x", "y", "z")) {
            assertClose(derived.column(position), ASTROPY.column(prefix + "_" + position), distanceKpc, 1e-10);
        }
        for (String velocity : List.of("vx", "vy", "vz")) {
            assertClose(derived.column(velocity), ASTROPY.column(prefix + "_" + velocity), speedKms, 1e-10);
        }
        assertClose(derived.column("r"), ASTROPY.column(prefix + "_R"), distanceKpc, 1e-10);
        assertClose(derived.column("phi"), ASTROPY.column(prefix + "_phi_rh"), constant(180), 1e-10);
        assertClose(derived.column("v_r"), ASTROPY.column(prefix + "_vR"), speedKms, 1e-9);
        assertClose(derived.column("v_phi"), ASTROPY.column(prefix + "_vphi_rot"), speedKms, 1e-9);
    }

    @Test
    void numbersThatNoStarHasAreNoDistanceAndNoVelocity() {
        double[][] stars = {
            {10, 10, 10, 10, 10, -170, 10},
            {0, 0, 0, 0, 0, 0, 0},
            {1e300, 1e9, 1, 1, 1, 1, 1},
            {0, 0, 1e300, 0, 0, 0, 0},
            {0, 0, 0, -1e200, 0, 0, 0},
            {0, 0, 0, 0, 3e5, 0, -299_000}
        };
        var derived = derive(Sun.HAWKINS_2023, Motions.KNOWN, stars);
        assertThat(derived.status())
                .containsExactly(
                        StarStatus.NO_DISTANCE,
                        StarStatus.NO_DISTANCE,
                        StarStatus.NO_VELOCITY,
                        StarStatus.NO_VELOCITY,
                        StarStatus.NO_VELOCITY,
                        StarStatus.OK,
                        StarStatus.OK);
    }

    @Test
    void galacticLongitudeAndLatitudeEqualAstropy() {
        var derived = derive(Sun.HAWKINS_2023, Motions.UNKNOWN, goldenStars(Motions.UNKNOWN));
        double[] l = derived.column("l");
        double[] b = derived.column("b");
        double[] astropyL = ASTROPY.column("l");
        double[] astropyB = ASTROPY.column("b");
        for (int i = 0; i < l.length; i++) {
            double wrapped = Math.IEEEremainder(l[i] - astropyL[i], 360) * Math.cos(Math.toRadians(b[i]));
            assertThat(wrapped).as("l of star %d", i).isCloseTo(0, within(1e-10));
            assertThat(b[i]).as("b of star %d", i).isCloseTo(astropyB[i], within(1e-10));
        }
    }

    @Test
    void positionsOfImigEqualAstropy() {
        var derived = derive(Sun.IMIG_2023, Motions.UNKNOWN, goldenStars(Motions.UNKNOWN));
        for (String position : List.of("x", "y", "z")) {
            assertClose(derived.column(position), ASTROPY.column("imig_" + position), ASTROPY.column("imig_R"), 1e-10);
        }
    }

    @Test
    void sunSitsAtMinusR0AndRotatesForward() {
        double[][] star = {{266.4051}, {-28.936175}, {1e-9}, {0}, {0}, {0}};
        var atTheSun = derive(Sun.VICKERS_2021, Motions.KNOWN, star);
        assertThat(atTheSun.column("x")[0]).isCloseTo(-8.27, within(1e-8));
        assertThat(Math.abs(atTheSun.column("phi")[0])).isCloseTo(180, within(1e-6));
        assertThat(atTheSun.column("v_phi")[0]).isCloseTo(248.24, within(1e-6));
        assertThat(atTheSun.column("v_r")[0]).isCloseTo(-13.0, within(1e-6));
    }

    @Test
    void galacticCentreLiesAtTheOriginEvenWhenTheSunIsAboveThePlane() {
        double[][] centre = {{266.4051}, {-28.936175}, {8.27}};
        var derived = derive(Sun.HAWKINS_2023, Motions.UNKNOWN, centre);
        assertThat(derived.column("r")[0]).isLessThan(1e-12);
        assertThat(derived.column("z")[0]).isCloseTo(0, within(1e-12));
    }

    @Test
    void icrsOfUndoesThePositions() {
        var frame = new GalactocentricFrame(Sun.HAWKINS_2023);
        double[] icrs = frame.icrsOf(-10.5, 2.25, -0.7);
        var back = derive(Sun.HAWKINS_2023, Motions.UNKNOWN, new double[][] {{icrs[0]}, {icrs[1]}, {icrs[2]}});
        assertThat(back.column("x")[0]).isCloseTo(-10.5, within(1e-12));
        assertThat(back.column("y")[0]).isCloseTo(2.25, within(1e-12));
        assertThat(back.column("z")[0]).isCloseTo(-0.7, within(1e-12));
    }

    @Test
    void starsThatCannotBePlacedGetAStatusAndNoNumbers() {
        double nan = Double.NaN;
        double[][] stars = {
            {nan, 10, 10, 10, 10, 10},
            {0, 95, 20, 20, 20, 20},
            {1, 1, nan, -0.5, 1, 1},
            {0, 0, 0, 0, nan, 0},
            {0, 0, 0, 0, 0, 0},
            {0, 0, 0, 0, 0, Double.POSITIVE_INFINITY}
        };
        var derived = derive(Sun.HAWKINS_2023, Motions.KNOWN, stars);
        assertThat(derived.status())
                .containsExactly(
                        StarStatus.NO_POSITION,
                        StarStatus.NO_POSITION,
                        StarStatus.NO_DISTANCE,
                        StarStatus.NO_DISTANCE,
                        StarStatus.NO_VELOCITY,
                        StarStatus.NO_VELOCITY);
        assertThat(derived.column("l")[2])
                .as("a star without distance still has a direction")
                .isFinite();
        assertThat(derived.column("x")).satisfies(x -> assertThat(x[3]).isNaN());
        assertThat(derived.column("x")[4])
                .as("a star without velocity still has a place")
                .isFinite();
        assertThat(derived.column("v_phi")[4]).isNaN();
    }

    @Test
    void velocitiesAreRefusedForASunWithoutPublishedMotion() {
        assertThatThrownBy(() -> new PhaseSpaceKernel(new GalactocentricFrame(Sun.IMIG_2023), Motions.KNOWN))
                .hasMessageContaining("imig2023")
                .hasMessageContaining("only positions");
    }

    @Test
    void impossibleSunsAreRefused() {
        assertThatThrownBy(() -> new Sun("mine", -8, 0, java.util.Optional.empty(), ""))
                .hasMessageContaining("R0 = -8.0 kpc");
        assertThatThrownBy(() -> new Sun("mine", 8, 9, java.util.Optional.empty(), ""))
                .hasMessageContaining("z_sun");
        assertThat(Sun.byName("hawkins2023")).contains(Sun.HAWKINS_2023);
        assertThat(Sun.byName("hawkin")).isEmpty();
    }

    private record Derived(List<OutputColumn> columns, double[][] values, StarStatus[] status) {
        double[] column(String name) {
            for (int k = 0; k < columns.size(); k++) {
                if (columns.get(k).name().equals(name)) {
                    return values[k];
                }
            }
            throw new AssertionError("no column " + name);
        }
    }

    private static Derived derive(Sun sun, Motions motions, double[][] in) {
        var kernel = new PhaseSpaceKernel(new GalactocentricFrame(sun), motions);
        int rows = in[0].length;
        double[][] out = new double[kernel.outputs().size()][rows];
        var status = new StarStatus[rows];
        kernel.apply(rows, in, out, status);
        return new Derived(kernel.outputs(), out, status);
    }

    private static double[][] goldenStars(Motions motions) {
        var names = motions == Motions.KNOWN
                ? List.of("ra", "dec", "distance", "pmra_cosdec", "pmdec", "rv")
                : List.of("ra", "dec", "distance");
        return names.stream().map(ASTROPY::column).toArray(double[][]::new);
    }

    private static double[] speed(String prefix) {
        double[] vx = ASTROPY.column(prefix + "_vx");
        double[] vy = ASTROPY.column(prefix + "_vy");
        double[] vz = ASTROPY.column(prefix + "_vz");
        double[] speed = new double[vx.length];
        for (int i = 0; i < speed.length; i++) {
            speed[i] = Math.sqrt(vx[i] * vx[i] + vy[i] * vy[i] + vz[i] * vz[i]);
        }
        return speed;
    }

    private static double[] constant(double value) {
        double[] c = new double[ASTROPY.rows().size()];
        java.util.Arrays.fill(c, value);
        return c;
    }

    private static void assertClose(double[] ours, double[] theirs, double[] scale, double relative) {
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i]).as("star %d", i).isCloseTo(theirs[i], within(relative * scale[i]));
        }
    }
}
