package org.cellarius.galaxy.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.cellarius.galaxy.mock.AzimuthalPattern;
import org.cellarius.galaxy.mock.AzimuthalPattern.SpiralAndBar;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;

/** The spiral of the mock Galaxy in a map of stars within 6 kpc of the Sun, and its axisymmetric twin. */
class SpiralMapTest {

    private static final int STARS = 400_000;
    private static final double SUN_KPC = 8.2;
    private static final double REACH_KPC = 6;
    private static final double SCATTER = 0.15;

    /** R, azimuth (0 to 360 deg, the Sun at 180), |z|, [Fe/H], its error. */
    private static double[][] stars(AzimuthalPattern pattern) {
        var random = new SplittableRandom(7);
        double[][] columns = new double[5][STARS];
        for (int i = 0; i < STARS; i++) {
            double x;
            double y;
            double r;
            double distance;
            do {
                x = -SUN_KPC + REACH_KPC * (2 * random.nextDouble() - 1);
                y = REACH_KPC * (2 * random.nextDouble() - 1);
                r = Math.hypot(x, y);
                distance = Math.hypot(x + SUN_KPC, y);
            } while (distance > REACH_KPC || random.nextDouble() > Math.exp(-(r - 2) / 3.5 - distance / 4));
            double z = Math.min(1.99, -0.4 * Math.log(random.nextDouble()));
            columns[0][i] = r;
            columns[1][i] = Math.toDegrees(Math.atan2(y, x)) + (y < 0 ? 360 : 0);
            columns[2][i] = z;
            columns[4][i] = 0.02 + 0.08 * random.nextDouble();
            columns[3][i] = -0.06 * (r - 8.2)
                    - 0.25 * z
                    + pattern.addedDex(x, y)
                    + Math.hypot(SCATTER, columns[4][i]) * random.nextGaussian();
        }
        return columns;
    }

    private record Found(Passes.Done done, MapModes modes, SmoothMap map, Excess excess) {}

    /** With or without the height as third coordinate. */
    private static Found found(AzimuthalPattern pattern, boolean height) {
        List<SplineAxis> all = List.of(
                new SplineAxis(5.4, 11.4, 10, false, 2),
                new SplineAxis(130, 230, 8, false, 2),
                new SplineAxis(0, 2, 3, false, 2));
        double[][] columns = stars(pattern);
        List<SplineAxis> axes = height ? all : all.subList(0, 2);
        if (!height) {
            for (int i = 0; i < STARS; i++) {
                columns[3][i] += 0.25 * columns[2][i];
            }
            columns = new double[][] {columns[0], columns[1], columns[3], columns[4]};
        }
        Passes.Done done = Passes.tested(new SplineBasis(axes), true, columns, new HeldOut(0.1, 3));
        SmoothSurface surface = done.all().surface();
        List<double[]> edges =
                List.of(MapGrid.even(axes.get(0), 0.1), MapGrid.even(axes.get(1), 2), new double[] {0, 0.6, 2});
        MapGrid grid = MapGrid.of(axes, edges.subList(0, axes.size()));
        SmoothMap map =
                SmoothMap.of(surface, grid, grid.fold(grid.empty(), STARS, columns), new SmoothMap.Support(20, 0.05));
        MapModes modes = MapModes.of(surface, map, 0, 8.0, 8.4, List.of(2), new CounterRandom(1))
                .orElseThrow();
        return new Found(done, modes, map, Excess.of(surface, map));
    }

    @Test
    void theSpiralHasItsAmplitudeAndPhase() {
        Found found = found(SpiralAndBar.STANDARD, true);
        var wave = found.modes().waves().getFirst();
        var held = found.done().heldOut();
        assertThat(wave.mode().amplitude()).isCloseTo(0.05, within(0.005));
        // A crest at 160 deg is one at -20.
        assertThat(wave.mode().crestDeg()).isCloseTo(-20, within(3.0));
        assertThat(wave.mode().amplitude())
                .isCloseTo(0.05, within(3 * wave.mode().amplitudeError()));
        assertThat(wave.chance()).isLessThan(1e-6);
        assertThat(held.n()).isBetween(22_000L, 28_000L);
        assertThat(held.variance()).isCloseTo(1, within(0.02));
        assertThat(found.done().all().scatter()).isCloseTo(SCATTER, within(0.001));
        // Where the survey has stars the map is shown; farther than half an interval behind its reach it is not.
        MapGrid grid = found.map().grid();
        int beyond = 0;
        for (int cell = 0; cell < found.map().value().length; cell++) {
            assertThat(Double.isFinite(found.excess().value()[cell]))
                    .isEqualTo(found.map().shown()[cell]);
            double r = grid.middle(cell)[0];
            double distance = Math.sqrt(
                    r * r + SUN_KPC * SUN_KPC + 2 * r * SUN_KPC * Math.cos(Math.toRadians(grid.middle(cell)[1])));
            if (distance < REACH_KPC - 0.5 && grid.index(cell, 2) == 0) {
                assertThat(found.map().shown()[cell]).isTrue();
            } else if (distance > REACH_KPC + 1.5) {
                assertThat(found.map().shown()[cell]).isFalse();
                beyond++;
            }
        }
        assertThat(beyond).isGreaterThan(100);
    }

    @Test
    void theAxisymmetricTwinHasNone() {
        Found found = found(new AzimuthalPattern.None(), false);
        var wave = found.modes().waves().getFirst();
        assertThat(wave.chance()).isGreaterThan(0.05);
        assertThat(wave.mode().amplitude()).isLessThan(0.005);
        assertThat(found.done().heldOut().variance()).isCloseTo(1, within(0.02));
    }
}
