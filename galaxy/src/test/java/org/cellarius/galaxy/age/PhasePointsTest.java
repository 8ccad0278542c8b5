package org.cellarius.galaxy.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Isochrones whose phases are straight lines between corners that move evenly with age: a point half-way between two ages is known. The files'
 * own points are spread unevenly, and differently at each age.
 */
class PhasePointsTest {

    private static final List<String> COLUMNS = List.of("teff", "logg", "phase");
    /** Corners: phase that begins there, K, log cm/s&sup2;, solar masses; each changes with age number k by the second row's amount. */
    private static final double[][] CORNERS = {
        {1, 4000, 4.7, 0.5}, {1, 6000, 4.2, 1.2}, {2, 5900, 4.0, 1.22}, {3, 5000, 3.5, 1.24}, {4, 3800, 0.5, 1.26},
    };

    private static final double[][] AFTER_FLASH = {{4, 4800, 2.4, 1.262}, {7, 4600, 2.2, 1.27}, {7, 3700, 0.4, 1.28}};

    private static double corner(double[] corner, int what, int k) {
        double[] change = {0, -20, -0.01, -0.02};
        // Dwarfs of the lowest mass are the same share of the turn-off's mass at all ages.
        return what == 3 && corner[3] == 0.5 ? 0.5 / 1.2 * (1.2 - 0.02 * k) : corner[what] + change[what] * k;
    }

    private static Isochrone isochrone(int k, boolean flash) {
        var rows = new ArrayList<double[]>();
        lines(rows, CORNERS, k);
        if (flash) {
            lines(rows, AFTER_FLASH, k);
        }
        double[] mass = rows.stream().mapToDouble(r -> r[3]).toArray();
        List<double[]> columns = List.of(
                rows.stream().mapToDouble(r -> r[1]).toArray(),
                rows.stream().mapToDouble(r -> r[2]).toArray(),
                rows.stream().mapToDouble(r -> r[0]).toArray());
        return new Isochrone(1 + k, new Composition(0, 0), mass, columns);
    }

    private static void lines(List<double[]> rows, double[][] corners, int k) {
        for (int c = 0; c + 1 < corners.length; c++) {
            int n = 5 + 2 * k + c;
            for (int i = 0; i <= n; i++) {
                // Uneven, and not the same at all ages.
                double u = Math.pow((double) i / n, 1 + 0.3 * k);
                double[] row = {corners[c][0], 0, 0, 0};
                for (int w = 1; w < 4; w++) {
                    row[w] = corner(corners[c], w, k) + u * (corner(corners[c + 1], w, k) - corner(corners[c], w, k));
                }
                rows.add(row);
            }
        }
    }

    private static HomologousGrid grid(boolean... flash) {
        var isochrones = new ArrayList<Isochrone>();
        for (int k = 0; k < flash.length; k++) {
            isochrones.add(isochrone(k, flash[k]));
        }
        return HomologousGrid.of(new IsochroneGrid("lines", COLUMNS, isochrones));
    }

    @Test
    void halfWayBetweenTwoAgesIsTheAgeBetween() {
        HomologousGrid grid = grid(true, true, true);
        double[][] young = grid.isochrone(grid.number(0, 0, 0)).orElseThrow();
        double[][] middle = grid.isochrone(grid.number(0, 0, 1)).orElseThrow();
        double[][] old = grid.isochrone(grid.number(0, 0, 2)).orElseThrow();
        assertThat(grid.lacking()).isZero();
        assertThat(grid.columns()).containsExactly("teff", "logg", "phase", "mass");
        // Lengths are measured in log T, and lines are straight in T: that bends shares of the giants' branch a little.
        double[] tolerance = {1.5, 5e-4, 1e-12, 1e-5};
        for (int c = 0; c < 4; c++) {
            for (int p = 0; p < grid.pointsEach(); p++) {
                assertThat((young[c][p] + old[c][p]) / 2)
                        .as("column %d, point %d", c, p)
                        .isCloseTo(middle[c][p], within(tolerance[c]));
            }
        }
    }

    @Test
    void aPhaseThatAnIsochroneLacksIsMissingThere() {
        HomologousGrid grid = grid(true, false, true);
        double[][] all = grid.isochrone(grid.number(0, 0, 0)).orElseThrow();
        double[][] lacks = grid.isochrone(grid.number(0, 0, 1)).orElseThrow();
        long missing = 0;
        for (int p = 0; p < grid.pointsEach(); p++) {
            boolean late = all[2][p] >= 4;
            assertThat(Double.isNaN(lacks[3][p]))
                    .as("point %d of phase %s", p, all[2][p])
                    .isEqualTo(late);
            missing += late ? 1 : 0;
        }
        assertThat(missing).isPositive();
        assertThat(grid.lacking()).isCloseTo(missing / (3.0 * grid.pointsEach()), within(1e-12));
    }

    @Test
    void aHookIsMatchedWithTheEndOfAMainSequenceWithoutOne() {
        double[] mass = {0.5, 0.8, 1.0, 1.1, 1.15, 1.2, 1.21};
        double[] phase = {1, 1, 1, 1, 1, 1, 2};
        double[] gravity = {4.7, 4.5, 4.3, 4.1, 4.0, 4.0, 3.9};
        double[] hook = {4000, 5500, 6500, 6200, 6100, 6400, 6000};
        double[] none = {4000, 5500, 6500, 6400, 6300, 6200, 6000};
        HomologousGrid grid = HomologousGrid.of(new IsochroneGrid(
                "hook",
                COLUMNS,
                List.of(
                        new Isochrone(1, new Composition(0, 0), mass, List.of(hook, gravity, phase)),
                        new Isochrone(2, new Composition(0, 0), mass, List.of(none, gravity, phase)))));
        double[][] with = grid.isochrone(grid.number(0, 0, 0)).orElseThrow();
        double[][] without = grid.isochrone(grid.number(0, 0, 1)).orElseThrow();
        int coolest = -1;
        for (int p = 0; p < grid.pointsEach(); p++) {
            coolest = with[0][p] == 6100 ? p : coolest;
        }
        // The coolest point before the hook stands for the end where nothing rises again.
        assertThat(coolest).isPositive();
        assertThat(without[0][coolest]).isEqualTo(6200);
        assertThat(without[3][coolest]).isEqualTo(1.2);
    }
}
