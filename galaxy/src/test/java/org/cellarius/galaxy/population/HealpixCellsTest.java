package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Cells of the sphere beside those of healpy 1.16.1 ({@code ang2pix} and {@code boundaries}, nested). */
class HealpixCellsTest {

    private static List<double[]> rows(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(HealpixCellsTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
    }

    @Test
    void placesLieInThePublishedCells() throws IOException {
        for (double[] row : rows("healpix-cells.csv")) {
            assertThat(new HealpixCells((int) row[0]).cell(row[1], row[2]))
                    .as(Arrays.toString(row))
                    .isEqualTo((int) row[3]);
        }
    }

    @Test
    void cellsHaveThePublishedCorners() throws IOException {
        List<double[]> corners = rows("healpix-corners.csv");
        for (double[] row : corners) {
            double[][] outline = new HealpixCells((int) row[0]).outline((int) row[1]);
            double nearest = Double.POSITIVE_INFINITY;
            for (int k = 0; k < outline[0].length; k++) {
                nearest = Math.min(nearest, separation(row[3], row[4], outline[0][k], outline[1][k]));
            }
            assertThat(nearest).as(Arrays.toString(row)).isLessThan(1e-6);
        }
    }

    private static double separation(double l1, double b1, double l2, double b2) {
        double dl = Math.toRadians(l1 - l2);
        double a = Math.toRadians(b1);
        double b = Math.toRadians(b2);
        double h = Math.pow(Math.sin((a - b) / 2), 2) + Math.cos(a) * Math.cos(b) * Math.pow(Math.sin(dl / 2), 2);
        return Math.toDegrees(2 * Math.asin(Math.sqrt(Math.min(1, h))));
    }

    /** Of stars even on the sphere each cell holds as many: chi squared. */
    @Test
    void cellsHaveEqualAreas() {
        var random = new SplittableRandom(1);
        var cells = new HealpixCells(3);
        int stars = 200_000;
        long[] counts = new long[cells.groups()];
        for (int i = 0; i < stars; i++) {
            double b = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
            counts[cells.cell(360 * random.nextDouble(), b)]++;
        }
        double expected = (double) stars / counts.length;
        double chi2 = Arrays.stream(counts)
                .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                .sum();
        assertThat(chi2 / counts.length).isCloseTo(1, within(4 * Math.sqrt(2.0 / counts.length)));
        assertThat(cells.area() * cells.groups()).isCloseTo(41252.96, within(0.01));
    }

    @Test
    void placesLieWithinTheOutlineOfTheirCell() {
        var random = new SplittableRandom(2);
        var cells = new HealpixCells(4);
        for (int i = 0; i < 2000; i++) {
            double b = Math.toDegrees(Math.asin(1.99 * random.nextDouble() - 0.995));
            double l = 360 * random.nextDouble();
            int cell = cells.cell(l, b);
            double width = cells.widthX();
            assertThat(b).isBetween(cells.lowY(cell) - 1e-9, cells.highY(cell) + 1e-9);
            double[][] outline = cells.outline(cell);
            assertThat(Arrays.stream(outline[1]).max().orElseThrow()
                            - Arrays.stream(outline[1]).min().orElseThrow())
                    .isLessThan(2.2 * width);
        }
    }

    @Test
    void theWidthChoosesTheCells() {
        assertThat(HealpixCells.atMost(60).nside()).isEqualTo(1);
        assertThat(HealpixCells.atMost(1.9).nside()).isEqualTo(32);
        assertThat(HealpixCells.atMost(1.8).nside()).isEqualTo(64);
        assertThatThrownBy(() -> HealpixCells.atMost(0.01)).hasMessageContaining("the finest that can be counted");
        assertThat(new HealpixCells(2).cell(Double.NaN, 0)).isEqualTo(-1);
        assertThat(new HealpixCells(2).cell(0, 91)).isEqualTo(-1);
    }
}
