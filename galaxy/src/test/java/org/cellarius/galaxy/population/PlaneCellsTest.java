package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of planes beside what their definitions say, star by star. */
class PlaneCellsTest {

    private static final int STARS = 20_000;

    @ParameterizedTest
    @CsvSource({"0.5, 0.5, -3, 4, -2, 5", "1, 0.1, 0, 13, -1.5, 0.7", "0.25, 30, -1, 1, -180, 180"})
    void everyStarLiesInTheHexagonOfTheNearestCentre(double wx, double wy, double x0, double x1, double y0, double y1) {
        HexagonalCells cells = HexagonalCells.covering(wx, wy, x0, x1, y0, y1);
        double[][] stars = uniform(x0, x1, y0, y1, 1);
        for (int i = 0; i < STARS; i++) {
            int found = cells.groupOf(stars, 0, i);
            double x = stars[0][i];
            double y = stars[1][i];
            int nearest = IntStream.range(0, cells.groups())
                    .boxed()
                    .min((a, b) -> Double.compare(distance(cells, a, x, y), distance(cells, b, x, y)))
                    .orElseThrow();
            assertThat(distance(cells, found, x, y))
                    .as("star %d at %s, %s", i, x, y)
                    .isCloseTo(distance(cells, nearest, x, y), within(1e-12));
            assertThat(x).isBetween(cells.lowX(found), cells.highX(found));
            assertThat(y).isBetween(cells.lowY(found) - 1e-12, cells.highY(found) + 1e-12);
        }
    }

    private static double distance(HexagonalCells cells, int cell, double x, double y) {
        return Math.hypot((x - cells.centreX(cell)) / cells.widthX(), (y - cells.centreY(cell)) / cells.widthY());
    }

    /** Of stars spread evenly, each whole cell holds its area's share: chi squared of the inner cells. */
    @Test
    void hexagonsHaveTheAreaThatTheySay() {
        HexagonalCells cells = HexagonalCells.covering(1, 2, 0, 20, 0, 40);
        double[][] stars = uniform(0, 20, 0, 40, 2);
        long[] counts = new CountsByGroup(cells).fold(new CountsByGroup(cells).empty(), STARS, stars);
        double expected = STARS * cells.area() / (20 * 40);
        double chi2 = 0;
        int inner = 0;
        for (int c = 0; c < cells.groups(); c++) {
            if (cells.lowX(c) > 0 && cells.highX(c) < 20 && cells.lowY(c) > 0 && cells.highY(c) < 40) {
                chi2 += (counts[c] - expected) * (counts[c] - expected) / expected;
                inner++;
            }
        }
        assertThat(inner).isGreaterThan(300);
        assertThat(chi2 / inner).isBetween(0.75, 1.25);
        assertThat(IntStream.range(0, counts.length).mapToLong(c -> counts[c]).sum())
                .isEqualTo(STARS);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.05", "0.1, 3", "1, 1"})
    void rectanglesBeginAtMultiplesOfTheirWidths(double wx, double wy) {
        RectangularCells cells = RectangularCells.covering(wx, wy, -1, 1.3, -0.4, 6);
        double[][] stars = uniform(-1, 1.3, -0.4, 6, 3);
        for (int i = 0; i < STARS; i++) {
            int c = cells.groupOf(stars, 0, i);
            assertThat(stars[0][i]).isGreaterThanOrEqualTo(cells.lowX(c)).isLessThan(cells.highX(c));
            assertThat(stars[1][i]).isGreaterThanOrEqualTo(cells.lowY(c)).isLessThan(cells.highY(c));
            assertThat(cells.lowX(c) / wx).isCloseTo(Math.rint(cells.lowX(c) / wx), within(1e-9));
            assertThat(cells.lowY(c) / wy).isCloseTo(Math.rint(cells.lowY(c) / wy), within(1e-9));
        }
        assertThat(cells.area()).isCloseTo(wx * wy, within(1e-15));
    }

    @Test
    void starsWithoutAPlaceAndTooManyCellsAreRefused() {
        HexagonalCells cells = HexagonalCells.covering(1, 1, 0, 5, 0, 5);
        double[][] odd = {{Double.NaN, 1, Double.POSITIVE_INFINITY, 1e300}, {1, Double.NaN, 2, 0}};
        for (int i = 0; i < 4; i++) {
            assertThat(cells.groupOf(odd, 0, i)).isEqualTo(-1);
        }
        assertThatThrownBy(() -> HexagonalCells.covering(1e-6, 1, 0, 100, 0, 100))
                .hasMessageContaining("larger cells");
        assertThatThrownBy(() -> HexagonalCells.covering(1, -1, 0, 100, 0, 100)).hasMessageContaining("positive");
        assertThatThrownBy(() -> RectangularCells.covering(1, Double.NaN, 0, 1, 0, 1))
                .hasMessageContaining("positive");
    }

    private static double[][] uniform(double x0, double x1, double y0, double y1, long seed) {
        var random = new SplittableRandom(seed);
        double[][] stars = new double[2][STARS];
        for (int i = 0; i < STARS; i++) {
            stars[0][i] = random.nextDouble(x0, x1);
            stars[1][i] = random.nextDouble(y0, y1);
        }
        return stars;
    }

    @ParameterizedTest
    @CsvSource({"1, 0.25, 0.6, 0.2", "0.5, 0.5, 2, 1", "0.3, 0.1, 0.3, 0.1"})
    void windowsInTheirPartsHoldEachStarAsOftenAsTheyOverlap(double wx, double sx, double wy, double sy) {
        double[][] stars = uniform(-2.03, 3.1, -1.2, 1.7, 5);
        OverlappingCells windows = OverlappingCells.covering(wx, sx, wy, sy, -2.03, 3.1, -1.2, 1.7);
        long[] counts = new long[windows.groups()];
        for (OverlappingCells.Part part : windows.parts()) {
            for (int i = 0; i < STARS; i++) {
                int cell = part.cells().groupOf(stars, 0, i);
                assertThat(cell).isNotNegative();
                int window = part.windows()[cell];
                counts[window]++;
                assertThat(part.cells().lowX(cell)).isEqualTo(windows.lowX(window));
                assertThat(part.cells().highY(cell)).isEqualTo(windows.highY(window));
            }
        }
        for (int w = 0; w < counts.length; w++) {
            int window = w;
            assertThat(counts[w])
                    .isEqualTo(IntStream.range(0, STARS)
                            .filter(i -> stars[0][i] >= windows.lowX(window)
                                    && stars[0][i] < windows.highX(window)
                                    && stars[1][i] >= windows.lowY(window)
                                    && stars[1][i] < windows.highY(window))
                            .count());
        }
    }

    @Test
    void aWindowIsAWholeNumberOfSteps() {
        assertThatThrownBy(() -> OverlappingCells.covering(1, 0.3, 1, 0.5, 0, 1, 0, 1))
                .hasMessageContaining("whole number of steps");
        assertThatThrownBy(() -> OverlappingCells.covering(1, 0.01, 1, 0.5, 0, 1, 0, 1))
                .hasMessageContaining("at most 20");
        assertThatThrownBy(() -> OverlappingCells.covering(1, 2, 1, 0.5, 0, 1, 0, 1))
                .hasMessageContaining("whole number of steps");
    }
}
