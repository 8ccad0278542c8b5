package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContoursTest {

    private static final int SIDE = 401;
    private static final double STEP = 0.025;

    /** A normal distribution with standard deviations 1 and 0.5. */
    private static double[] normal() {
        double[] v = new double[SIDE * SIDE];
        for (int j = 0; j < SIDE; j++) {
            for (int i = 0; i < SIDE; i++) {
                double x = -5 + STEP * i;
                double y = (-5 + STEP * j) / 0.5;
                v[j * SIDE + i] = Math.exp(-0.5 * (x * x + y * y));
            }
        }
        return v;
    }

    private static Contours grid(double[] v) {
        return new Contours(v, SIDE, -5, STEP, -5, STEP);
    }

    private static double area(Contours.Ring ring) {
        double twice = 0;
        for (int k = 1; k < ring.x().length; k++) {
            twice += ring.x()[k - 1] * ring.y()[k] - ring.x()[k] * ring.y()[k - 1];
        }
        return twice / 2;
    }

    @Test
    void aLevelOfANormalDistributionIsItsEllipse() {
        double[] v = normal();
        for (double fraction : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
            List<Contours.Ring> rings = grid(v).at(fraction * grid(v).highest());
            assertThat(rings).hasSize(1);
            double r2 = -2 * Math.log(fraction);
            Contours.Ring ring = rings.getFirst();
            for (int k = 0; k < ring.x().length; k++) {
                double x = ring.x()[k];
                double y = ring.y()[k] / 0.5;
                assertThat(x * x + y * y).isCloseTo(r2, within(0.012));
            }
            // The higher side lies to the left: the area is positive.
            assertThat(area(ring)).isCloseTo(Math.PI * 0.5 * r2, within(0.01));
            assertThat(ring.x()[0]).isEqualTo(ring.x()[ring.x().length - 1]);
        }
    }

    @Test
    void theHeightBetweenThePlacesIsLinear() {
        var density = new Contours(new double[] {0, 1, 2, 5}, 2, 10, 2, 20, 4);
        assertThat(density.highest()).isEqualTo(5);
        assertThat(density.height(10, 20)).isEqualTo(0);
        assertThat(density.height(12, 24)).isEqualTo(5);
        assertThat(density.height(11, 20)).isEqualTo(0.5);
        assertThat(density.height(11, 22)).isEqualTo(2);
        // Beyond the grid it falls to zero within a step.
        assertThat(density.height(13, 24)).isEqualTo(2.5);
        assertThat(density.height(99, 24)).isEqualTo(0);
    }

    /** However coarse the cells are, and however they are smoothed: the stars themselves are counted. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.25, 0.5, 1})
    void withinTheLineLiesTheFractionOfTheStars(double cell) {
        int n = 20_000;
        var random = new Random(5);
        double[][] stars = new double[2][n];
        int side = (int) Math.round(16 / cell);
        double[] counts = new double[side * side];
        for (int i = 0; i < n; i++) {
            stars[0][i] = random.nextGaussian();
            stars[1][i] = 0.5 * random.nextGaussian();
            int column = (int) Math.floor((stars[0][i] + 8) / cell);
            int row = (int) Math.floor((stars[1][i] + 8) / cell);
            counts[row * side + column]++;
        }
        var density =
                new Contours(SmoothedGrid.of(counts, side, 1, 1), side, -8 + 0.5 * cell, cell, -8 + 0.5 * cell, cell);
        var heights = new StarsByHeight(
                List.of(density), new Grouping.Everyone(), new double[] {-9, 9}, new double[] {-9, 9});
        long[] counted = heights.fold(heights.empty(), n, stars);
        assertThat(heights.stars(counted, 0)).isEqualTo(n);
        for (double fraction : new double[] {0.1, 0.5, 0.75, 0.95}) {
            double level = heights.enclosing(counted, 0, fraction);
            long above = IntStream.range(0, n)
                    .filter(i -> density.height(stars[0][i], stars[1][i]) >= level)
                    .count();
            assertThat((double) above / n).isCloseTo(fraction, within(0.001));
            // Of a normal distribution in two dimensions, 1 - exp(-r^2 / 2) lies within r; coarse cells make the line
            // wider along y.
            if (cell <= 0.25) {
                double r2 = -2 * Math.log(1 - fraction);
                assertThat(density.at(level).stream()
                                .mapToDouble(ContoursTest::area)
                                .sum())
                        .isCloseTo(Math.PI * 0.5 * r2, within(0.1 * Math.PI * 0.5 * r2));
            }
        }
    }

    @Test
    void ringsOfAnyGridCloseAndHoldWhatIsAbove() {
        // A hole, saddles, plateaus and the edge: counted by winding numbers.
        var random = new Random(3);
        for (int round = 0; round < 300; round++) {
            int nx = 1 + random.nextInt(9);
            int ny = 1 + random.nextInt(9);
            double[] v = random.doubles((long) nx * ny, 0, 4).map(Math::floor).toArray();
            double level = 0.5 + random.nextInt(3) + (random.nextBoolean() ? 0.5 : 0.0);
            List<Contours.Ring> rings = new Contours(v, nx, 0, 1, 0, 1).at(level);
            for (int k = 0; k < v.length; k++) {
                double px = k % nx + 1e-7;
                double py = Math.floorDiv(k, nx) + 2e-7;
                int winding = rings.stream().mapToInt(r -> winding(r, px, py)).sum();
                if (v[k] != level) {
                    assertThat(winding)
                            .as("%s of %d columns at %s", Arrays.toString(v), nx, level)
                            .isEqualTo(v[k] > level ? 1 : 0);
                }
            }
        }
    }

    private static int winding(Contours.Ring ring, double px, double py) {
        int turns = 0;
        for (int k = 1; k < ring.x().length; k++) {
            double x0 = ring.x()[k - 1] - px;
            double y0 = ring.y()[k - 1] - py;
            double x1 = ring.x()[k] - px;
            double y1 = ring.y()[k] - py;
            double cross = x0 * y1 - x1 * y0;
            if (y0 <= 0 && y1 > 0 && cross > 0) {
                turns++;
            } else if (y0 > 0 && y1 <= 0 && cross < 0) {
                turns--;
            }
        }
        return turns;
    }

    @Test
    void smoothingWidensAndKeepsTheSum() {
        double[] v = new double[101 * 81];
        v[40 * 101 + 50] = 7;
        double[] smooth = SmoothedGrid.of(v, 101, 3, 5);
        assertThat(Arrays.stream(smooth).sum()).isCloseTo(7, within(1e-12));
        double xx = 0;
        double yy = 0;
        for (int k = 0; k < v.length; k++) {
            xx += smooth[k] * Math.pow(k % 101 - 50, 2) / 7;
            yy += smooth[k] * Math.pow(Math.floorDiv(k, 101) - 40.0, 2) / 7;
        }
        // Cut at four standard deviations.
        assertThat(Math.sqrt(xx)).isCloseTo(3, within(0.01));
        assertThat(Math.sqrt(yy)).isCloseTo(5, within(0.01));
        assertThat(SmoothedGrid.of(v, 101, 0, 0)).isEqualTo(v);
    }

    @Test
    void noStarsHaveNoContour() {
        var heights = new StarsByHeight(
                List.of(new Contours(new double[4], 2, 0, 1, 0, 1)),
                new Grouping.Everyone(),
                new double[] {0, 1},
                new double[] {0, 1});
        long[] counted = heights.fold(heights.empty(), 1, new double[][] {{0.5}, {0.5}});
        assertThat(heights.enclosing(counted, 0, 0.5)).isNaN();
    }
}
