package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;

/** The window of metallicities in Chen et al. (2025): who it leaves out, and whether that moves the slope. */
class Chen2025WindowTest {

    private static final Span BIN = new Span(2, 4);

    @Test
    void starsOutsideTheWindowAreThoseOfTheAgeBin() {
        LineStars stars = stars(400, 0, 40);
        FittedLine line = Chen2025Line.ofPaper(Optional.of(BIN)).fit(stars);
        long inBin = stars.ofAges(BIN).count();
        long outside =
                stars.ofAges(BIN).rows(i -> stars.ofAges(BIN).y()[i] < -1).count();
        assertThat(outside).isBetween(1L, 39L);
        assertThat(line.measures()).containsEntry("outside_window", (double) outside);
        assertThat(line.n()).isEqualTo(inBin - outside);
        assertThat(line.warnings())
                .anyMatch(w -> w.startsWith(outside + " of " + inBin + " stars of the age bin have y outside"));
    }

    @Test
    void aWindowThatLeavesOutTheOuterStarsSaysHowFarItMovesTheSlope() {
        LineStars few = stars(400, 0, 40);
        FittedLine moved = Chen2025Line.ofPaper(Optional.empty()).fit(few);
        FittedLine wide =
                new ScatterLine(ScatterDirection.VERTICAL, LinePriors.CHEN_2025, new Computation.Quadrature()).fit(few);
        double inside = moved.estimates().getFirst().value();
        double sd = moved.estimates().getFirst().sd();
        double everywhere = wide.estimates().getFirst().value();
        assertThat(Math.abs(inside - everywhere)).isGreaterThan(sd);
        assertThat(moved.warnings())
                .anyMatch(w -> w.contains("moves the slope by") && w.contains("%.3f".formatted(everywhere)));
    }

    @Test
    void starsInTheWindowSayNothing() {
        FittedLine line = Chen2025Line.ofPaper(Optional.empty()).fit(stars(200, -0.05, 0));
        assertThat(line.measures().getOrDefault("outside_window", Double.NaN)).isCloseTo(0, within(0.0));
        assertThat(line.warnings()).noneMatch(w -> w.contains("window") || w.contains("outside"));
    }

    /** The prior of the paper is flat in the scatter; measured in docs/science/fits.md. */
    @Test
    void fewStarsAreTold() {
        for (int n : new int[] {4, 8, 11}) {
            assertThat(warnings(n, 0)).anyMatch(w -> w.contains("intervals of " + n + " stars a little too wide"));
        }
        for (int n : new int[] {12, 30, 200}) {
            assertThat(warnings(n, 0)).noneMatch(w -> w.contains("a little too wide"));
        }
    }

    /** Stars on a line exactly scatter less than their errors; a few, and not many, are told so. */
    @Test
    void starsWithoutScatterBesideTheirErrorsAreTold() {
        int n = 20;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] e = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 5 + 0.4 * i;
            y[i] = 0.2 - 0.05 * x[i];
            e[i] = 0.05;
        }
        var line =
                Chen2025Line.ofPaper(Optional.empty()).fit(LineStars.of(x, y, e).withXErrors(e));
        assertThat(line.warnings()).anyMatch(w -> w.startsWith("the stars scatter no more than their errors say"));
        assertThat(warnings(200, 0)).noneMatch(w -> w.startsWith("the stars scatter no more"));
    }

    private static java.util.List<String> warnings(int n, int poor) {
        return Chen2025Line.ofPaper(Optional.empty()).fit(stars(n, -0.05, poor)).warnings();
    }

    /** The last {@code poor} stars are the outermost and of [Fe/H] near -1.3. */
    private static LineStars stars(int n, double slope, int poor) {
        var random = new CounterRandom(3).forPurpose("window");
        double[][] c = new double[6][n];
        for (int i = 0; i < n; i++) {
            boolean low = i >= n - poor;
            c[0][i] = low ? 13 + random.uniform(i, 0) : 5 + 7 * random.uniform(i, 0);
            c[1][i] = low ? -1.3 + 0.05 * random.normal(i, 1) : slope * (c[0][i] - 5) + 0.1 * random.normal(i, 1);
            c[2][i] = 0.05;
            c[3][i] = 0.05;
            c[4][i] = 8 * random.uniform(i, 2);
            c[5][i] = 0.5;
        }
        return LineStars.of(c[0], c[1], c[3]).withXErrors(c[2]).withAges(c[4], c[5]);
    }
}
