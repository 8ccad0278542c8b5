package org.cellarius.galaxy.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.cellarius.galaxy.azimuth.RingModes.Mode;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;

/** What is left beside the mean at each radius, and its modes, against the same of functions drawn from the posterior. */
class ExcessTest {

    private static final int STARS = 3000;
    private static final int DRAWS = 3000;

    @Test
    void errorsAreTheSpreadOfDrawsFromThePosterior() {
        List<SplineAxis> axes = List.of(new SplineAxis(6, 10, 5, false, 2), new SplineAxis(-180, 180, 8, true, 2));
        var random = new SplittableRandom(4);
        double[][] columns = new double[3][STARS];
        for (int i = 0; i < STARS; i++) {
            columns[0][i] = 6 + 4 * random.nextDouble();
            do {
                columns[1][i] = 360 * random.nextDouble() - 180;
            } while (columns[0][i] > 8 && columns[1][i] > 60);
            columns[2][i] = -0.06 * columns[0][i]
                    + 0.05 * Math.cos(Math.toRadians(columns[1][i] - 40))
                    + 0.15 * random.nextGaussian();
        }
        SmoothSurface surface =
                Passes.all(new SplineBasis(axes), false, columns).surface();
        MapGrid grid = MapGrid.of(axes, List.of(MapGrid.even(axes.get(0), 0.4), MapGrid.even(axes.get(1), 15)));
        SmoothMap map =
                SmoothMap.of(surface, grid, grid.fold(grid.empty(), STARS, columns), new SmoothMap.Support(5, 1));
        Excess excess = Excess.of(surface, map);
        Mode mode = MapModes.of(surface, map, 0, 8.4, 9.2, List.of(1), new CounterRandom(2))
                .orElseThrow()
                .waves()
                .getFirst()
                .mode();
        int cell = 3 * grid.along(1) + 5;
        assertThat(map.shown()[cell]).isTrue();
        assertThat(map.cellsShown()).isLessThan(grid.cells());

        double[] sums = new double[6];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] normals = new double[surface.basis().coefficients()];
            for (int k = 0; k < normals.length; k++) {
                normals[k] = random.nextGaussian();
            }
            double[] f = read(surface, grid, surface.drawn(normals));
            double e = f[cell] - rowMean(grid, map, f, 3);
            double[] wave = wave(grid, map, f, 8.4, 9.2);
            sums[0] += e / DRAWS;
            sums[1] += e * e / DRAWS;
            sums[2] += wave[0] / DRAWS;
            sums[3] += wave[0] * wave[0] / DRAWS;
            sums[4] += wave[1] / DRAWS;
            sums[5] += wave[0] * wave[1] / DRAWS;
        }
        double sd = Math.sqrt(sums[1] - sums[0] * sums[0]);
        assertThat(excess.error()[cell]).isCloseTo(sd, within(0.05 * sd));
        assertThat(excess.value()[cell]).isCloseTo(sums[0], within(4 * sd / Math.sqrt(DRAWS)));
        double ofCos = sums[3] - sums[2] * sums[2];
        assertThat(mode.cos()).isCloseTo(sums[2], within(4 * Math.sqrt(ofCos / DRAWS)));
        assertThat(mode.cosVariance()).isCloseTo(ofCos, within(0.1 * ofCos));
        assertThat(mode.sin()).isCloseTo(sums[4], within(4 * Math.sqrt(mode.sinVariance() / DRAWS)));
        assertThat(mode.covariance())
                .isCloseTo(sums[5] - sums[2] * sums[4], within(0.1 * Math.sqrt(ofCos * mode.sinVariance())));
        // The wave that was put in.
        assertThat(mode.amplitude()).isCloseTo(0.05, within(3 * mode.amplitudeError()));
        assertThat(mode.crestDeg()).isCloseTo(40, within(3 * mode.crestErrorDeg()));
    }

    /** A function of other coefficients in all cells. */
    private static double[] read(SmoothSurface surface, MapGrid grid, double[] coefficients) {
        double[] f = new double[grid.cells()];
        var reader = surface.reader();
        for (int cell = 0; cell < f.length; cell++) {
            reader.at(grid.middle(cell));
            f[cell] = reader.of(coefficients);
        }
        return f;
    }

    private static double rowMean(MapGrid grid, SmoothMap map, double[] f, int row) {
        double sum = 0;
        int n = 0;
        for (int cell = 0; cell < f.length; cell++) {
            if (grid.index(cell, 0) == row && map.shown()[cell]) {
                sum += f[cell];
                n++;
            }
        }
        return sum / n;
    }

    /** Least squares of cos and sin beside the mean of each row, by the two normal equations. */
    private static double[] wave(MapGrid grid, SmoothMap map, double[] f, double low, double high) {
        double cc = 0;
        double ss = 0;
        double cs = 0;
        double cf = 0;
        double sf = 0;
        double[] cos = new double[f.length];
        double[] sin = new double[f.length];
        for (int cell = 0; cell < f.length; cell++) {
            cos[cell] = Math.cos(Math.toRadians(grid.middle(cell)[1]));
            sin[cell] = Math.sin(Math.toRadians(grid.middle(cell)[1]));
        }
        for (int cell = 0; cell < f.length; cell++) {
            double r = grid.middle(cell)[0];
            if (map.shown()[cell] && r >= low && r < high) {
                int row = grid.index(cell, 0);
                double c = cos[cell] - rowMean(grid, map, cos, row);
                double s = sin[cell] - rowMean(grid, map, sin, row);
                cc += c * c;
                ss += s * s;
                cs += c * s;
                cf += c * f[cell];
                sf += s * f[cell];
            }
        }
        double d = cc * ss - cs * cs;
        return new double[] {(ss * cf - cs * sf) / d, (cc * sf - cs * cf) / d};
    }
}
