package org.cellarius.galaxy.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.GoldenTable;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GalactocentricFrameTest {

    private static final GoldenTable ASTROPY = GoldenTable.read("coordinates.csv");
    private static final GalactocentricFrame FRAME = new GalactocentricFrame(Sun.HAWKINS_2023);

    @Test
    void astropysStatesLeadBackToItsObservations() {
        var state = List.of("x", "y", "z", "vx", "vy", "vz").stream()
                .map(c -> ASTROPY.column("hawkins_" + c))
                .toArray(double[][]::new);
        var observed = Columns.of(new IcrsKernel(FRAME), state);
        double[] ra = ASTROPY.column("ra");
        double[] dec = ASTROPY.column("dec");
        double[] distance = ASTROPY.column("distance");
        double[] rv = ASTROPY.column("rv");
        for (int i = 0; i < ra.length; i++) {
            // A star at 10 pc in a table of Galactocentric kpc has lost three digits of its place.
            double lost = 8.27 / distance[i];
            double east = Math.IEEEremainder(observed.column("ra")[i] - ra[i], 360) * Math.cos(Math.toRadians(dec[i]));
            assertThat(east).as("ra of star %d", i).isCloseTo(0, within(1e-12 * lost));
            assertThat(observed.column("dec")[i]).isCloseTo(dec[i], within(1e-12 * lost));
            assertThat(observed.column("distance")[i] / distance[i]).isCloseTo(1, within(1e-13 * lost));
            assertThat(observed.column("radial_velocity")[i]).isCloseTo(rv[i], within(1e-10 * lost));
            assertThat(observed.status()[i]).isEqualTo(StarStatus.OK);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 90, 1, 3, -4, 20",
        "123, 89.999, 0.01, 300, -4000, 20",
        "359.999, -89.999, 9, -3, 5, -120",
        "266.4051, -28.936175, 8.27, -3, -5.6, 0",
        "10, 20, 12, 0.5, 0.25, 400"
    })
    void oneStarGoesThereAndBack(
            double ra, double dec, double distanceKpc, double pmra, double pmdec, double radialVelocityKms) {
        var star = new IcrsStar(ra, dec, distanceKpc, pmra, pmdec, radialVelocityKms);
        IcrsStar back = FRAME.icrsOf(FRAME.stateOf(star));
        double lost = Math.max(1, 8.27 / distanceKpc);
        assertThat(back.decDeg()).isCloseTo(dec, within(1e-13 * lost));
        assertThat(back.distanceKpc()).isCloseTo(distanceKpc, within(1e-14 * lost));
        assertThat(back.radialVelocityKms()).isCloseTo(radialVelocityKms, within(1e-10));
        // At a pole the right ascension is lost and with it the axes of the proper motion, not its size.
        assertThat(Math.hypot(back.pmraMasPerYear(), back.pmdecMasPerYear()))
                .isCloseTo(Math.hypot(pmra, pmdec), within(1e-12 * lost * Math.hypot(pmra, pmdec)));
        if (dec < 90) {
            assertThat((back.raDeg() - ra) * Math.cos(Math.toRadians(dec))).isCloseTo(0, within(1e-13 * lost));
            assertThat(back.pmraMasPerYear())
                    .isCloseTo(pmra, within(1e-14 * lost / Math.cos(Math.toRadians(dec)) * 4000));
        }
    }

    @Test
    void oneStarAndTheKernelAgree() {
        double[][] in = {{37}, {-50}, {3}, {2}, {-7}, {80}};
        var block = Columns.of(new PhaseSpaceKernel(FRAME, Motions.KNOWN), in);
        CartesianState one = FRAME.stateOf(new IcrsStar(37, -50, 3, 2, -7, 80));
        assertThat(one.xKpc()).isCloseTo(block.column("x")[0], within(1e-13));
        assertThat(one.zKpc()).isCloseTo(block.column("z")[0], within(1e-13));
        assertThat(one.vyKms()).isCloseTo(block.column("vy")[0], within(1e-11));
    }

    @Test
    void heliocentricVelocitiesEqualAstropy() {
        var uvw = Columns.of(HeliocentricKernel.heliocentric(), goldenStars());
        for (String c : List.of("u", "v", "w")) {
            double[] ours = uvw.column(c + "_helio");
            double[] theirs = ASTROPY.column("helio_" + c.toUpperCase(java.util.Locale.ROOT));
            for (int i = 0; i < ours.length; i++) {
                assertThat(ours[i])
                        .as("%s of star %d", c, i)
                        .isCloseTo(theirs[i], within(1e-10 * Math.max(100, Math.abs(theirs[i]))));
            }
        }
    }

    @Test
    void aStarMovingWithTheSunMovesRelativeToTheLsrAsTheSunDoes() {
        var lsr = Columns.of(
                HeliocentricKernel.relativeToLsr(Sun.VICKERS_2021), new double[][] {{10}, {20}, {1}, {0}, {0}, {0}});
        assertThat(lsr.column("u_lsr")[0]).isEqualTo(13.0);
        assertThat(lsr.column("v_lsr")[0]).isEqualTo(12.24);
        assertThat(lsr.column("w_lsr")[0]).isEqualTo(7.24);
    }

    @Test
    void aSunWithoutPeculiarMotionHasNoLsrAndTheErrorNamesThoseThatHaveOne() {
        assertThatThrownBy(() -> HeliocentricKernel.relativeToLsr(Sun.HAWKINS_2023))
                .hasMessageContaining("hawkins2023")
                .hasMessageContaining("vickers2021");
        var own = new Sun("mine", 8.2, 0, Optional.empty(), "here")
                .withPeculiarMotion(new PeculiarMotion(11.1, 12.24, 7.25));
        assertThat(HeliocentricKernel.relativeToLsr(own).outputs()).hasSize(3);
        assertThatThrownBy(() -> new PeculiarMotion(11, 245, 7)).hasMessageContaining("245.0");
    }

    @Test
    void starsWithoutNumbersGetAStatus() {
        double nan = Double.NaN;
        double[][] stars = {{nan, 1, 1}, {0, 0, 0}, {1, -1, 1}, {0, 0, nan}, {0, 0, 0}, {0, 0, 0}};
        assertThat(Columns.of(HeliocentricKernel.heliocentric(), stars).status())
                .containsExactly(StarStatus.NO_POSITION, StarStatus.NO_DISTANCE, StarStatus.NO_VELOCITY);
        double[][] states = {{nan, 1}, {0, 0}, {1, 1}, {0, nan}, {0, 0}, {0, 0}};
        var observed = Columns.of(new IcrsKernel(FRAME), states);
        assertThat(observed.status()).containsExactly(StarStatus.NO_POSITION, StarStatus.NO_VELOCITY);
        assertThat(observed.column("ra")[1]).isFinite();
        assertThat(observed.column("pmra")[1]).isNaN();
    }

    private static double[][] goldenStars() {
        return List.of("ra", "dec", "distance", "pmra_cosdec", "pmdec", "rv").stream()
                .map(ASTROPY::column)
                .toArray(double[][]::new);
    }

    @Test
    void theTotalVelocityContainsTheRotationOfTheDisc() {
        var sun = new Sun("mine", 8.2, 0, Optional.of(new SolarVelocity(11, 12, 7)), "here");
        assertThatThrownBy(() -> sun.withPeculiarMotion(new PeculiarMotion(11, 12, 7)))
                .hasMessageContaining("rotation of the disc");
    }
}
