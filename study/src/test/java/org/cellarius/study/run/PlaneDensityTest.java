package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cellarius.engine.SmallTable;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stars spread evenly over a sphere and over a disc have the same density in all cells, however the cells are cut. */
class PlaneDensityTest {

    private static final int STARS = 20_000;
    private static final double SPHERE_DEG2 = 129_600 / Math.PI;
    private static final double DISC_KPC = 12;

    @TempDir
    Path folder;

    private SmallTable table(String product) {
        return MiniStudy.table(run(product), "p");
    }

    private RunResult run(String product) {
        var random = new SplittableRandom(5);
        var text = new StringBuilder("l,b,phi,r,x,y,v\n");
        for (int i = 0; i < STARS; i++) {
            double l = 360 * random.nextDouble();
            double b = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
            double phi = 360 * random.nextDouble() - 180;
            double r = DISC_KPC * Math.sqrt(random.nextDouble());
            text.append(String.format(
                    Locale.ROOT,
                    "%.8f,%.8f,%.8f,%.8f,%.8f,%.8f,%.3f%n",
                    l,
                    b,
                    phi,
                    r,
                    r * Math.cos(Math.toRadians(phi)),
                    r * Math.sin(Math.toRadians(phi)),
                    random.nextGaussian()));
        }
        return new MiniStudy(folder)
                .file("stars.csv", text.toString())
                .study(MiniStudy.of(
                        "{l: {from: l, unit: deg}, b: {from: b, unit: deg}, phi: {from: phi, unit: deg}, r: {from: r, unit: kpc}, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}, v: {from: v, unit: dex}}",
                        "products:\n  p: {kind: plane, " + product + "}\n"))
                .replace();
    }

    /** No cell is further from the density than chance allows, and all together are near to it. */
    private static void even(SmallTable table, double expected, String unit) {
        assertThat(table.columns().stream()
                        .filter(c -> c.name().equals("density"))
                        .findFirst()
                        .orElseThrow()
                        .unit())
                .isEqualTo(unit);
        double[] n = MiniStudy.column(table, "n");
        double[] density = MiniStudy.column(table, "density");
        double area =
                IntStream.range(0, n.length).mapToDouble(k -> n[k] / density[k]).sum();
        assertThat(Arrays.stream(n).sum() / area).isCloseTo(expected, within(0.03 * expected));
        for (int k = 0; k < n.length; k++) {
            double awaited = expected * n[k] / density[k];
            assertThat(Math.abs(n[k] - awaited)).isLessThan(5.5 * Math.sqrt(awaited) + 3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plane: sky, cell: 10 deg",
                "plane: sky, cell: 10 deg, projection: mollweide",
                "plane: sky, cell: 10 deg, cells: healpix",
                "plane: sky, cell: [25 deg, 10 deg]"
            })
    void ofTheSkyPerSquareDegree(String cells) {
        even(table(cells + ", statistic: density"), STARS / SPHERE_DEG2, "1/deg2");
    }

    /** Of hexagons those at the rim reach beyond the poles; the others hold what they should. */
    @Test
    void ofTheSkyInHexagons() {
        SmallTable table = table("plane: sky, cell: 12 deg, cells: hexagon, statistic: density");
        double[] low = MiniStudy.column(table, "y_lo");
        double[] high = MiniStudy.column(table, "y_hi");
        double[] n = MiniStudy.column(table, "n");
        double[] density = MiniStudy.column(table, "density");
        double[] left = MiniStudy.column(table, "x_lo");
        double[] right = MiniStudy.column(table, "x_hi");
        int compared = 0;
        for (int k = 0; k < n.length; k++) {
            if (low[k] > -90 && high[k] < 90 && left[k] > 0 && right[k] < 360) {
                double awaited = STARS / SPHERE_DEG2 * n[k] / density[k];
                assertThat(Math.abs(n[k] - awaited)).isLessThan(5.5 * Math.sqrt(awaited) + 3);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plane: polar, cell: [30 deg, 1 kpc]",
                "plane: x-y, cells: polar, cell: [30 deg, 1 kpc]",
                "plane: x-y, cells: polar, cell: [70 deg, 1 kpc]",
                "plane: polar, cell: [25 deg, 1 kpc]"
            })
    void ofSectorsPerSquareKiloparsec(String cells) {
        even(table(cells + ", statistic: density"), STARS / (Math.PI * DISC_KPC * DISC_KPC), "1/kpc2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean", "median", "fraction", "dispersion"})
    void aSideWithoutStarsMakesNoDifference(String statistic) {
        String value = statistic.equals("fraction") ? "v > 0" : "v";
        SmallTable table = table("plane: x-y, cell: 2, statistic: " + statistic + ", value: \"" + value
                + "\", difference: [x > 0.5, x < 0.7]");
        double[] smaller = MiniStudy.column(table, "n_smaller");
        double[] found = MiniStudy.column(table, statistic);
        assertThat(Arrays.stream(smaller).filter(n -> n == 0).count()).isGreaterThan(20);
        for (int k = 0; k < smaller.length; k++) {
            assertThat(Double.isFinite(found[k])).isEqualTo(smaller[k] >= (statistic.equals("dispersion") ? 2 : 1));
        }
    }

    @Test
    void numbersOfStarsDifferAlsoFromNone() {
        var run = run("plane: x-y, cell: 2, statistic: count, difference: [x > 0.5, x < 0.5]");
        SmallTable table = MiniStudy.table(run, "p");
        double[] low = MiniStudy.column(table, "x_lo");
        double[] n = MiniStudy.column(table, "n");
        double[] difference = MiniStudy.column(table, "count");
        assertThat(MiniStudy.texts(table, "shown")).containsOnly("yes");
        for (int k = 0; k < n.length; k++) {
            if (low[k] >= 2 || low[k] < 0) {
                assertThat(difference[k]).isEqualTo(low[k] >= 2 ? n[k] : -n[k]);
            }
        }
    }
}
