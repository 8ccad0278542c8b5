package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.figure.Band;
import org.cellarius.figure.ColouredPoints;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.Panel;
import org.cellarius.figure.Points;
import org.cellarius.figure.Tiles;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics in the cells of planes beside the same worked out star by star. */
class PlaneTest {

    private static final int STARS = 3000;

    @TempDir
    Path folder;

    private final double[][] stars = new double[4][STARS];
    private String file = "";

    @BeforeEach
    void makeTheStars() {
        var random = new SplittableRandom(7);
        var text = new StringBuilder("age,fe,alpha,height\n");
        for (int i = 0; i < STARS; i++) {
            double[] star = {
                12 * random.nextDouble(),
                random.nextGaussian() * 0.3,
                0.1 * random.nextGaussian(),
                2 * random.nextDouble()
            };
            String line = "%.4f,%.4f,%.4f,%.4f".formatted(star[0], star[1], star[2], star[3]);
            List<String> written = List.of(line.split(",", -1));
            for (int k = 0; k < 4; k++) {
                stars[k][i] = Double.parseDouble(written.get(k));
            }
            // Every fiftieth star has no alpha.
            if (i % 50 == 0) {
                stars[2][i] = Double.NaN;
                line = written.get(0) + "," + written.get(1) + ",," + written.get(3);
            }
            text.append(line).append("\n");
        }
        file = text.toString();
    }

    private MiniStudy study(String settings) {
        return new MiniStudy(folder)
                .file("stars.csv", file)
                .study(MiniStudy.of(
                        "{age: {from: age, unit: Gyr}, fe_h: {from: fe, unit: dex}, alpha: {from: alpha, unit: dex}, z: {from: height, unit: kpc}}",
                        "products:\n  p: {kind: plane, x: age, y: fe_h, cell: [2 Gyr, 0.25], " + settings + "}\n"));
    }

    private static Figure figure(RunResult run) {
        return run.products().getFirst().illustrations().getFirst().figure();
    }

    /** Those of the first panel. */
    private static List<Layer> layers(RunResult run) {
        return figure(run).panels().getFirst().layers();
    }

    private SmallTable table(String settings) {
        return MiniStudy.table(study(settings).replace(), "p");
    }

    /** The stars of a row of the table, by its edges. */
    private int[] members(SmallTable table, int row, boolean alpha) {
        double x0 = MiniStudy.column(table, "x_lo")[row];
        double x1 = MiniStudy.column(table, "x_hi")[row];
        double y0 = MiniStudy.column(table, "y_lo")[row];
        double y1 = MiniStudy.column(table, "y_hi")[row];
        return IntStream.range(0, STARS)
                .filter(i -> stars[0][i] >= x0 && stars[0][i] < x1 && stars[1][i] >= y0 && stars[1][i] < y1)
                .filter(i -> !alpha || !Double.isNaN(stars[2][i]))
                .toArray();
    }

    private double[] alphas(int[] members) {
        return IntStream.of(members).mapToDouble(i -> stars[2][i]).sorted().toArray();
    }

    @ParameterizedTest
    @CsvSource({"count", "density"})
    void starsAreCounted(String statistic) {
        SmallTable table = table("statistic: " + statistic);
        double area = statistic.equals("density") ? 2 * 0.25 : 1;
        double total = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            int n = members(table, row, false).length;
            assertThat(MiniStudy.column(table, "n")[row]).isEqualTo(n);
            assertThat(MiniStudy.column(table, statistic)[row]).isCloseTo(n / area, within(1e-12 * n));
            assertThat(MiniStudy.column(table, statistic + "_error")[row])
                    .isCloseTo(Math.sqrt(n) / area, within(1e-12 * n));
            total += n;
        }
        assertThat(total).isEqualTo(STARS);
    }

    @Test
    void meansMediansAndWidths() {
        SmallTable mean = table("statistic: mean, value: alpha, minimum-count: 1");
        SmallTable median = table("statistic: median, median-error: normal, value: alpha, minimum-count: 1");
        SmallTable upper = table("statistic: quantile, quantile: 0.9, value: alpha, minimum-count: 1");
        SmallTable width = table("statistic: dispersion, value: alpha, minimum-count: 1");
        SmallTable error = table("statistic: standard-error, value: alpha, minimum-count: 1");
        assertThat(mean.rows().size()).isGreaterThan(40);
        for (int row = 0; row < mean.rows().size(); row++) {
            double[] of = alphas(members(mean, row, true));
            int n = of.length;
            double m = Arrays.stream(of).average().orElseThrow();
            double sd = Math.sqrt(Arrays.stream(of).map(v -> (v - m) * (v - m)).sum() / (n - 1));
            assertThat(MiniStudy.column(mean, "n")[row]).isEqualTo(n);
            close(mean, "mean", row, m);
            close(mean, "mean_error", row, sd / Math.sqrt(n));
            close(median, "median", row, quantile(of, 0.5));
            close(median, "median_error", row, Math.sqrt(Math.PI / 2) * sd / Math.sqrt(n));
            close(upper, "quantile", row, quantile(of, 0.9));
            close(width, "dispersion", row, sd);
            close(error, "standard_error", row, sd / Math.sqrt(n));
        }
    }

    /**
     * Six hundred cells are as many samples of one distribution: their medians scatter by their errors. The scatter is known to 3 per cent; of 60 stars the error by density is 1.09
     * times it in the normal case (ErrorsOfMomentsTest: up to an eighth too large, so that it holds).
     */
    @ParameterizedTest
    @CsvSource({"normal, 1, 1.18, 0.91, 1.09", "two-humped, 0.94, 1.12, 0.5, 0.68"})
    void errorsOfMediansAreWhatTheyScatter(
            String distribution, double least, double most, double leastNormal, double mostNormal) {
        var random = new SplittableRandom(3);
        var text = new StringBuilder("a,b,v\n");
        for (int i = 0; i < 600 * 60; i++) {
            double hump = distribution.equals("normal") ? 0 : random.nextBoolean() ? 1 : -1;
            text.append("%d,%d,%.5f\n".formatted(i % 30, i / 30 % 20, hump + 0.6 * random.nextGaussian()));
        }
        var study = new MiniStudy(folder).file("stars.csv", text.toString());
        for (boolean normal : new boolean[] {false, true}) {
            SmallTable table = MiniStudy.table(
                    study.study(MiniStudy.of(
                                    "{fe_h: {from: v, unit: dex}, mg_fe: {from: a, unit: dex}, alpha_fe: {from: b, unit: dex}}",
                                    "products:\n  p: {kind: plane, x: mg_fe, y: alpha_fe, cell: 1, statistic: median, value: fe_h"
                                            + (normal ? ", median-error: normal" : "") + "}\n"))
                            .replace(),
                    "p");
            double[] medians = MiniStudy.column(table, "median");
            assertThat(medians).hasSize(600);
            double scatter = Math.sqrt(Arrays.stream(medians).map(m -> m * m).sum() / 600);
            double error = Arrays.stream(MiniStudy.column(table, "median_error"))
                    .average()
                    .orElseThrow();
            assertThat(error / scatter).isBetween(normal ? leastNormal : least, normal ? mostNormal : most);
        }
    }

    private static void close(SmallTable table, String column, int row, double expected) {
        double found = MiniStudy.column(table, column)[row];
        if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).as(column + " of row " + row).isCloseTo(expected, within(1e-12));
        }
    }

    private static double quantile(double[] sorted, double p) {
        double h = (sorted.length - 1) * p;
        int k = (int) h;
        return sorted[k] + (h - k) * (sorted[Math.min(k + 1, sorted.length - 1)] - sorted[k]);
    }

    /** Wilson's interval for one sigma, from its definition: p where |p̂ − p| = √(p (1 − p)/n). */
    @Test
    void fractionsThatPass() {
        SmallTable table = table("statistic: fraction, value: alpha > 0.05, minimum-count: 1");
        for (int row = 0; row < table.rows().size(); row++) {
            double[] of = alphas(members(table, row, true));
            double n = of.length;
            double share = Arrays.stream(of).filter(v -> v > 0.05).count() / n;
            assertThat(MiniStudy.column(table, "n")[row]).isEqualTo(n);
            close(table, "fraction", row, share);
            double half = MiniStudy.column(table, "fraction_error")[row];
            double centre = (share + 0.5 / n) / (1 + 1 / n);
            for (double p : new double[] {centre - half, centre + half}) {
                assertThat(Math.abs(share - p)).isCloseTo(Math.sqrt(p * (1 - p) / n), within(1e-12));
            }
        }
    }

    @Test
    void slicesArePanelsWithTheSameAxes() {
        var run = study("statistic: count, slices: {of: z, edges: [0, 0.5, 2]}").replace();
        SmallTable table = MiniStudy.table(run, "p");
        for (int row = 0; row < table.rows().size(); row++) {
            double lo = MiniStudy.column(table, "slice_lo")[row];
            double hi = MiniStudy.column(table, "slice_hi")[row];
            long n = IntStream.of(members(table, row, false))
                    .filter(i -> stars[3][i] >= lo && stars[3][i] < hi)
                    .count();
            assertThat(MiniStudy.column(table, "n")[row]).isEqualTo((double) n);
        }
        var figure = figure(run);
        assertThat(figure.panels()).hasSize(2);
        assertThat(figure.panels().get(0).x()).isEqualTo(figure.panels().get(1).x());
        assertThat(figure.panels().get(0).colours())
                .isEqualTo(figure.panels().get(1).colours());
    }

    @Test
    void hexagonsHoldEveryStarOnce() {
        SmallTable table = table("statistic: count, cells: hexagon");
        assertThat(Arrays.stream(MiniStudy.column(table, "n")).sum()).isEqualTo(STARS);
        assertThat(MiniStudy.column(table, "x_hi")[0] - MiniStudy.column(table, "x_lo")[0])
                .isCloseTo(2, within(1e-12));
    }

    @Test
    void keyNumbersSayWhereTheyAre() {
        var run = populations(
                        "populations: [young, old], statistic: mean, value: z, slices: {of: age, edges: [0, 6, 12]}")
                .replace();
        SmallTable table = MiniStudy.table(run, "p");
        double[] mean = MiniStudy.column(table, "mean");
        List<String> shown = MiniStudy.texts(table, "shown");
        int[] cells = IntStream.range(0, mean.length)
                .filter(i -> shown.get(i).equals("yes"))
                .toArray();
        int largest = IntStream.of(cells)
                .boxed()
                .max(Comparator.comparingDouble(i -> mean[i]))
                .orElseThrow();
        int stars = IntStream.of(cells)
                .map(i -> (int) MiniStudy.column(table, "n")[i])
                .sum();
        Product plane = run.study().products().getFirst();
        assertThat(KeyNumber.of(plane, run.products().getFirst()).get(1).sample())
                .isEqualTo("largest of %d cells, %,d stars: %s, age %s to %s, fe_h %s to %s, alpha %s to %s"
                        .formatted(
                                cells.length,
                                stars,
                                MiniStudy.texts(table, "population").get(largest),
                                brief(table, "slice_lo", largest),
                                brief(table, "slice_hi", largest),
                                brief(table, "x_lo", largest),
                                brief(table, "x_hi", largest),
                                brief(table, "y_lo", largest),
                                brief(table, "y_hi", largest)));
    }

    private static String brief(SmallTable table, String column, int row) {
        return Numbers.brief(MiniStudy.column(table, column)[row]);
    }

    @Test
    void starsWithoutAValueAreTold() {
        assertThat(study("statistic: mean, value: alpha")
                        .replace()
                        .products()
                        .getFirst()
                        .notes())
                .anyMatch(n -> n.startsWith("60 stars of the sample lack one of the quantities of the plane"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statistic: mean                                    | it is not said what the mean is of",
                "statistic: count, value: alpha                     | a count of stars has no value",
                "statistic: quantile, value: alpha                  | it is not said which quantile",
                "statistic: median, quantile: 0.5, value: alpha     | belongs to  statistic: quantile",
                "statistic: fraction, value: alpha                  | is not a condition",
                "statistic: mean, median-error: normal, value: alpha | belongs to  statistic: median",
                "statistic: median, value: alpha > 0                | is not a number",
                "statistic: mode, value: alpha                      | is not possible",
                "statistic: count, cells: triangle                  | is not possible"
            })
    void whatDoesNotFitIsRefusedAtItsPlace(String settings, String told) {
        assertThatThrownBy(() -> study(settings.strip()).replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told)
                .hasMessageContaining("study.yaml:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2 kpc, 0.25]     | which is in Gyr",
                "[0, 0.25]         | It must be larger than zero",
                "[1e-7, 1e-7]      | larger cells",
                "wide              | is not the width of a cell"
            })
    void impossibleCells(String cell, String told) {
        var study = new MiniStudy(folder)
                .file("stars.csv", file)
                .study(MiniStudy.of(
                        "{age: {from: age, unit: Gyr}, fe_h: {from: fe, unit: dex}}",
                        "products:\n  p: {kind: plane, x: age, y: fe_h, statistic: count, cell: " + cell.strip()
                                + "}\n"));
        assertThatThrownBy(study::replace).isInstanceOf(InputError.class).hasMessageContaining(told);
    }

    @Test
    void withoutACellOfEnoughStarsItSaysSo() {
        var run = study("statistic: mean, value: alpha, minimum-count: 1000").replace();
        assertThat(run.products().getFirst().notes())
                .anyMatch(n -> n.contains("No cell holds 1,000 stars") && n.contains("larger cells"));
        assertThat(run.products().getFirst().unmeasured()).hasSize(1);
    }

    @Test
    void someStarsMinusOthers() {
        SmallTable table = table(
                "statistic: median, median-error: normal, value: alpha, difference: [z < 0.8, z >= 0.4], minimum-count: 6");
        int shown = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            int[] members = members(table, row, true);
            double[] a =
                    alphas(IntStream.of(members).filter(i -> stars[3][i] < 0.8).toArray());
            double[] b =
                    alphas(IntStream.of(members).filter(i -> stars[3][i] >= 0.4).toArray());
            assertThat(MiniStudy.column(table, "n")[row]).isEqualTo(a.length + b.length);
            assertThat(MiniStudy.column(table, "n_smaller")[row]).isEqualTo(Math.min(a.length, b.length));
            boolean both = a.length >= 6 && b.length >= 6;
            assertThat(MiniStudy.texts(table, "shown").get(row)).isEqualTo(both ? "yes" : "no");
            if (a.length > 1 && b.length > 1) {
                close(table, "median", row, quantile(a, 0.5) - quantile(b, 0.5));
                close(table, "median_error", row, Math.hypot(error(a), error(b)));
            }
            shown += both ? 1 : 0;
        }
        assertThat(shown).isGreaterThan(10);
    }

    private static double error(double[] of) {
        double m = Arrays.stream(of).average().orElseThrow();
        double sd = Math.sqrt(Arrays.stream(of).map(v -> (v - m) * (v - m)).sum() / (of.length - 1));
        return Math.sqrt(Math.PI / 2) * sd / Math.sqrt(of.length);
    }

    @Test
    void aModelAndWhatIsLeftOfIt() {
        var run = study(
                        "statistic: median, value: alpha, model: 0.02 * age - 0.1, companions: [n, error, residual], minimum-count: 2")
                .replace();
        SmallTable table = MiniStudy.table(run, "p");
        for (int row = 0; row < table.rows().size(); row++) {
            int[] members = members(table, row, true);
            double[] model = IntStream.of(members)
                    .mapToDouble(i -> 0.02 * stars[0][i] - 0.1)
                    .sorted()
                    .toArray();
            double[] left = IntStream.of(members)
                    .mapToDouble(i -> stars[2][i] - (0.02 * stars[0][i] - 0.1))
                    .sorted()
                    .toArray();
            close(table, "median", row, quantile(alphas(members), 0.5));
            close(table, "model", row, quantile(model, 0.5));
            close(table, "residual", row, quantile(left, 0.5));
        }
        var figure = figure(run);
        // Median, number, error, model, residual side by side; the model in the colours of the median.
        assertThat(figure.panels()).hasSize(5);
        assertThat(figure.columns()).isEqualTo(3);
        assertThat(figure.panels().get(3).colours())
                .isEqualTo(figure.panels().get(0).colours());
        var residual = figure.panels().get(4).colours().orElseThrow();
        assertThat(residual.min()).isEqualTo(-residual.max());
    }

    @Test
    void windowsThatOverlapHoldTheirStars() {
        SmallTable table = table("statistic: median, value: alpha, step: [0.5 Gyr, 0.125], minimum-count: 1");
        SmallTable apart = table("statistic: median, value: alpha, minimum-count: 1");
        // Four and two windows for each cell, but at the border.
        assertThat(table.rows().size()).isGreaterThan(6 * apart.rows().size());
        for (int row = 0; row < table.rows().size(); row++) {
            double[] of = alphas(members(table, row, true));
            assertThat(MiniStudy.column(table, "x_hi")[row] - MiniStudy.column(table, "x_lo")[row])
                    .isCloseTo(2, within(1e-12));
            assertThat(MiniStudy.column(table, "n")[row]).isEqualTo(of.length);
            close(table, "median", row, quantile(of, 0.5));
        }
    }

    @Test
    void pointsContoursAndARunningMedianAreDrawn() {
        var run = study(
                        "statistic: count, draw: points, contours: {levels: [0.5, 0.9], of: enclosed}, running-median: {window: 500}")
                .replace();
        var layers = layers(run);
        ColouredPoints points = layers.stream()
                .filter(ColouredPoints.class::isInstance)
                .map(ColouredPoints.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(points.x()).hasSize(STARS);
        // Coloured by the number of stars in the cell of each: those of one cell have its count.
        SmallTable table = MiniStudy.table(run, "p");
        int[] members = members(table, 5, false);
        for (int i = 0; i < STARS; i++) {
            double x = points.x()[i];
            double y = points.y()[i];
            if (IntStream.of(members).anyMatch(m -> stars[0][m] == x && stars[1][m] == y)) {
                assertThat(points.value()[i]).isCloseTo(members.length, within(1e-12));
            }
        }
        // The running median is flat, about zero: nine or more windows of 500 of 3000 stars.
        ErrorBars medians = layers.stream()
                .filter(ErrorBars.class::isInstance)
                .map(ErrorBars.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(medians.x().length).isBetween(9, 12);
        assertThat(Arrays.stream(medians.y()).map(Math::abs).max().orElseThrow())
                .isLessThan(0.08);
        assertThat(layers.stream().filter(Line.class::isInstance).count()).isGreaterThanOrEqualTo(3);
    }

    /** The line by its textbook formula, of the stars of each slice. */
    @Test
    void aStraightLineIsThatOfItsStars() {
        var panels = figure(
                        study("statistic: count, range: {x: [1, 10]}, slices: {of: z, edges: [0, 0.5, 2]}, line: ols")
                                .replace())
                .panels();
        double[][] edges = {{0, 0.5}, {0.5, 2}};
        for (int s = 0; s < 2; s++) {
            double lo = edges[s][0];
            double hi = edges[s][1];
            int[] own = IntStream.range(0, STARS)
                    .filter(i -> stars[3][i] >= lo && stars[3][i] < hi && stars[0][i] >= 1 && stars[0][i] <= 10)
                    .toArray();
            double meanX =
                    IntStream.of(own).mapToDouble(i -> stars[0][i]).average().orElseThrow();
            double meanY =
                    IntStream.of(own).mapToDouble(i -> stars[1][i]).average().orElseThrow();
            double sxx = IntStream.of(own)
                    .mapToDouble(i -> Math.pow(stars[0][i] - meanX, 2))
                    .sum();
            double sxy = IntStream.of(own)
                    .mapToDouble(i -> (stars[0][i] - meanX) * (stars[1][i] - meanY))
                    .sum();
            Line line = panels.get(s).layers().stream()
                    .filter(Line.class::isInstance)
                    .map(Line.class::cast)
                    .findFirst()
                    .orElseThrow();
            int last = line.x().length - 1;
            assertThat((line.y()[last] - line.y()[0]) / (line.x()[last] - line.x()[0]))
                    .isCloseTo(sxy / sxx, within(1e-10));
            assertThat(line.y()[0]).isCloseTo(meanY + sxy / sxx * (line.x()[0] - meanX), within(1e-10));
            assertThat(panels.get(s).layers().toString()).contains("slope ");
        }
    }

    /** One star has no dispersion: its cell is not shown, and what is said counts no such stars. */
    @ParameterizedTest
    @CsvSource({"dispersion", "standard-error"})
    void cellsOfOneStarHaveNoDispersion(String statistic) {
        var run = new MiniStudy(folder)
                .file("stars.csv", file)
                .study(MiniStudy.of(
                        "{age: {from: age, unit: Gyr}, fe_h: {from: fe, unit: dex}, alpha: {from: alpha, unit: dex}}",
                        "products:\n  p: {kind: plane, x: age, y: fe_h, cell: [0.1 Gyr, 0.05], statistic: " + statistic
                                + ", value: alpha, minimum-count: 1}\n"))
                .replace();
        SmallTable table = MiniStudy.table(run, "p");
        double[] n = MiniStudy.column(table, "n");
        double[] value = MiniStudy.column(table, statistic.replace('-', '_'));
        long several = 0;
        for (int row = 0; row < n.length; row++) {
            assertThat(SmallTable.text(table.rows().get(row), table.at(ColumnRole.Other.SHOWN)))
                    .isEqualTo(n[row] > 1 ? "yes" : "no");
            assertThat(Double.isNaN(value[row])).isEqualTo(n[row] < 2);
            several += n[row] > 1 ? (long) n[row] : 0;
        }
        assertThat(several).isLessThan((long) Arrays.stream(n).sum());
        assertThat(layers(run).toString()).contains("N = %,d".formatted(several));
        ProductResult result = run.products().getFirst();
        assertThat(result.notes())
                .contains("Cells with fewer than 2 stars are not shown: they have no " + statistic.replace('-', ' ')
                        + ".");
        assertThat(KeyNumber.of(run.study().products().getFirst(), result).toString())
                .contains("%,d stars".formatted(several));
    }

    /** A star in several windows is one star, also where populations share a panel. */
    @Test
    void starsOfOverlappingWindowsAreCountedOnce() {
        var run = study(
                        "statistic: median, value: alpha, step: [0.5 Gyr, 0.125], minimum-count: 12, slices: {of: z, edges: [0, 0.8, 2]}")
                .replace();
        SmallTable table = MiniStudy.table(run, "p");
        double[][] edges = {{0, 0.8}, {0.8, 2}};
        for (int s = 0; s < 2; s++) {
            double lo = edges[s][0];
            double hi = edges[s][1];
            var seen = new TreeSet<Integer>();
            for (int row = 0; row < table.rows().size(); row++) {
                boolean shown =
                        MiniStudy.column(table, "slice")[row] == s + 1 && MiniStudy.column(table, "n")[row] >= 12;
                IntStream.of(shown ? members(table, row, true) : new int[0])
                        .filter(i -> stars[3][i] >= lo && stars[3][i] < hi)
                        .forEach(seen::add);
            }
            assertThat(seen).hasSizeBetween(500, STARS);
            assertThat(figure(run).panels().get(s).layers().toString()).contains("N = %,d".formatted(seen.size()));
        }
        var together = populations(
                        "populations: [young, old], statistic: count, step: [0.125, 0.05], minimum-count: 1, draw: lines, contours: {levels: [0.5], of: enclosed}")
                .replace();
        assertThat(layers(together).toString()).contains("old, N = %,d".formatted(known(i -> stars[0][i] >= 4)));
    }

    @Test
    void manyRunningMediansHaveABand() {
        var layers =
                layers(study("statistic: count, running-median: {window: 60}").replace());
        assertThat(layers).anyMatch(Band.class::isInstance).noneMatch(ErrorBars.class::isInstance);
    }

    @Test
    void aRangeGivenTwiceIsRefused() {
        assertThatThrownBy(() -> new MiniStudy(folder)
                        .file("stars.csv", file)
                        .study(
                                MiniStudy.of(
                                        "{age: {from: age, unit: Gyr}, fe_h: {from: fe, unit: dex}}",
                                        "products:\n  p: {kind: plane, x: {of: age, range: [0, 5]}, y: fe_h, cell: [2 Gyr, 0.25], statistic: count, range: {x: [1, 10]}}\n"))
                        .replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining("the range of x is given twice");
    }

    @Test
    void slicesTogetherAreLinesInOnePanel() {
        var figure = figure(study(
                        "statistic: count, slices: {of: z, edges: [0, 0.5, 2]}, together: true, contours: {levels: [0.8], of: of-peak}")
                .replace());
        assertThat(figure.panels()).hasSize(1);
        assertThat(figure.panels().getFirst().layers().stream()
                        .filter(Line.class::isInstance)
                        .map(Line.class::cast)
                        .map(Line::legend)
                        .filter(l -> !l.isEmpty()))
                .containsExactly("0 ≤ Z < 0.5 kpc", "0.5 ≤ Z < 2 kpc");
    }

    /** Young and old stars, told apart by age, beside planes of the same stars by  where. */
    private MiniStudy populations(String settings) {
        return new MiniStudy(folder)
                .file("stars.csv", file)
                .study(MiniStudy.of(
                        "{age: {from: age, unit: Gyr}, fe_h: {from: fe, unit: dex}, alpha: {from: alpha, unit: dex}, z: {from: height, unit: kpc}}",
                        "populations: {young: age < 5, old: age >= 4}\nproducts:\n  p: {kind: plane, x: fe_h, y: alpha, cell: [0.25, 0.1], "
                                + settings + "}\n"));
    }

    @Test
    void populationsLieOverEachOtherAsLinesAndDots() {
        var run = populations(
                        "populations: [young, old], statistic: count, draw: points, contours: {levels: [0.5], of: enclosed}, running-median: {window: 300}")
                .replace();
        var figure = figure(run);
        assertThat(figure.panels()).hasSize(1);
        List<Points> dots = figure.panels().getFirst().layers().stream()
                .filter(Points.class::isInstance)
                .map(Points.class::cast)
                .toList();
        // Stars without alpha have no place.
        long young = known(i -> stars[0][i] < 5);
        long old = known(i -> stars[0][i] >= 4);
        assertThat(dots).extracting(d -> finite(d.y())).containsExactly(young, old);
        assertThat(legends(figure)).containsExactly("young, N = %,d".formatted(young), "old, N = %,d".formatted(old));
        // Each contour is that of the population alone.
        for (String one : List.of("young", "old")) {
            var alone = figure(populations(
                    "population: " + one + ", statistic: count, draw: lines, contours: {levels: [0.5], of: enclosed}"));
            assertThat(lines(figure).stream().map(Line::x).toList())
                    .containsAll(lines(alone).stream().map(Line::x).toList());
        }
        SmallTable table = MiniStudy.table(run, "p");
        List<String> names = MiniStudy.texts(table, "population");
        double[] n = MiniStudy.column(table, "n");
        assertThat(IntStream.range(0, n.length)
                        .filter(i -> names.get(i).equals("old"))
                        .mapToDouble(i -> n[i])
                        .sum())
                .isEqualTo((double) old);
    }

    @Test
    void populationsHaveAPanelEachWhereTheyHaveColours() {
        var figure = figure(
                populations(
                        "populations: [young, old], statistic: median, value: z, slices: {of: age, edges: [0, 4.5, 12]}, companions: [n]"));
        assertThat(figure.panels()).hasSize(8);
        assertThat(figure.columns()).isEqualTo(2);
        assertThat(figure.panels().get(6).title()).isEqualTo("Median Z, old, 4.5 ≤ Age < 12 Gyr");
        assertThat(figure.panels())
                .allSatisfy(p ->
                        assertThat(p.x()).isEqualTo(figure.panels().getFirst().x()));
        assertThat(figure.panels().get(0).colours())
                .isEqualTo(figure.panels().get(6).colours());
        assertThat(figure.panels().get(1).colours())
                .isEqualTo(figure.panels().get(7).colours());
    }

    @Test
    void populationsInSlicesTogether() {
        var figure = figure(
                populations(
                        "populations: [young, old], statistic: count, together: true, contours: {levels: [0.5], of: of-peak}, slices: {of: z, edges: [0, 1, 2]}"));
        assertThat(figure.panels()).extracting(Panel::title).containsExactly("0 ≤ Z < 1 kpc", "1 ≤ Z < 2 kpc");
        assertThat(legends(figure)).hasSize(4).allMatch(l -> l.startsWith("young, N = ") || l.startsWith("old, N = "));
    }

    private long known(IntPredicate wanted) {
        return IntStream.range(0, STARS)
                .filter(i -> !Double.isNaN(stars[2][i]))
                .filter(wanted)
                .count();
    }

    private static long finite(double[] of) {
        return Arrays.stream(of).filter(Double::isFinite).count();
    }

    private static List<Line> lines(Figure figure) {
        return figure.panels().stream()
                .flatMap(p -> p.layers().stream())
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .toList();
    }

    private static List<String> legends(Figure figure) {
        return lines(figure).stream()
                .map(Line::legend)
                .filter(l -> !l.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statistic: count, step: [0.7 Gyr, 0.1]                                  | whole number of steps",
                "statistic: count, cells: hexagon, step: 1                               | such cells do not overlap",
                "statistic: mean, value: alpha, companions: [residual]                   | a residual needs a model",
                "statistic: count, model: age                                            | a count has no model",
                "statistic: standard-error, value: alpha, companions: [error]            | is not known",
                "statistic: mean, value: alpha, difference: [z < 1, alpha]               | is not a condition",
                "statistic: mean, value: alpha, difference: [z < 1, z > 1], draw: points | are of cells, not of single stars",
                "statistic: count, draw: lines                                           | no lines to draw",
                "statistic: count, together: true                                      | only lines of slices",
                "statistic: count, populations: [young]                                 | is not a population",
                "statistic: mean, value: alpha, draw: points, together: true, slices: {of: z, edges: [0, 1]}, running-median: {} | in the colours of a value",
                "statistic: count, overlays: [bar]                                       | are drawn on X and Y",
                "statistic: count, contours: {levels: [1.5], of: enclosed}               | maximum value of 1"
            })
    void whatCannotBeDrawnIsRefusedAtItsPlace(String settings, String told) {
        assertThatThrownBy(() -> study(settings.strip()).replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told)
                .hasMessageContaining("study.yaml:");
    }

    /** Stars on X and Y, and on the sky, of which each kind of cell holds every one. */
    private MiniStudy sky(String settings) {
        var random = new SplittableRandom(9);
        var text = new StringBuilder("px,py,lon,lat\n");
        for (int i = 0; i < 500; i++) {
            double r = 3 + 9 * random.nextDouble();
            double beta = 2 * Math.PI * random.nextDouble();
            text.append("%.5f,%.5f,%.5f,%.5f%n"
                    .formatted(
                            -r * Math.cos(beta),
                            r * Math.sin(beta),
                            360 * random.nextDouble(),
                            Math.toDegrees(Math.asin(2 * random.nextDouble() - 1))));
        }
        return new MiniStudy(folder)
                .file("stars.csv", text.toString())
                .study(MiniStudy.of(
                        "{x: {from: px, unit: kpc}, y: {from: py, unit: kpc}, l: {from: lon, unit: deg}, b: {from: lat, unit: deg}}",
                        "products:\n  p: {kind: plane, statistic: count, " + settings + "}\n"));
    }

    @Test
    void sectorsOfRings() {
        var run = sky("plane: x-y, cells: polar, cell: [30 deg, 3 kpc], overlays: [bar, reid2014]")
                .replace();
        SmallTable table = MiniStudy.table(run, "p");
        // Twelve sectors of three rings, from 3 kpc on.
        assertThat(table.rows()).hasSize(36);
        assertThat(Arrays.stream(MiniStudy.column(table, "n")).sum()).isEqualTo(500);
        assertThat(Arrays.stream(MiniStudy.column(table, "y_lo")).min().orElseThrow())
                .isEqualTo(3);
        assertThat(table.columns().get(0).unit()).isEqualTo("deg");
        var panel = figure(run).panels().getFirst();
        assertThat(panel.equalAspect()).isTrue();
        assertThat(panel.x().max()).isBetween(12.0, 16.0);
        assertThat(panel.layers()).anyMatch(Tiles.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statistic: count, step: [0.3, 0.1]                                                | whole number of steps",
                "statistic: count, contours: {levels: [0.5], of: enclosed, cell: [1 kpc, 0.1]}     | which is in Gyr"
            })
    void widthsAreCheckedBeforeARun(String settings, String told) {
        assertThatThrownBy(() -> study(settings.strip()).check())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told)
                .hasMessageContaining("study.yaml:");
    }

    @Test
    void aUnitThatIsNotThatOfTheAxisIsToldBeforeARun() {
        MiniStudy study = study("statistic: count");
        study.study(MiniStudy.of(
                "{age: {from: age, unit: Gyr}, fe_h: {from: fe, unit: dex}}",
                "products:\n  p: {kind: plane, x: sqrt(age * age), y: fe_h, cell: [2 Gyr, 0.25], statistic: count}\n"));
        assertThatThrownBy(study::check).hasMessageContaining("which is in no unit");
    }

    @Test
    void cellsWithoutALogarithmAreTold() {
        var run = study("statistic: mean, value: fe_h, scale: logarithmic").replace();
        double[] mean = MiniStudy.column(MiniStudy.table(run, "p"), "mean");
        List<String> shown = MiniStudy.texts(MiniStudy.table(run, "p"), "shown");
        long below = IntStream.range(0, mean.length)
                .filter(k -> shown.get(k).equals("yes") && mean[k] <= 0)
                .count();
        assertThat(below).isPositive();
        assertThat(run.products().getFirst().notes())
                .contains(below + " cells at or below 0 have no colour on a logarithmic scale.");
    }

    @Test
    void linesHaveTables() {
        var run = study(
                        "statistic: count, slices: {of: z, edges: [0, 0.5, 2]}, panels: {of: alpha, edges: [-1, 0, 1]}, running-median: {window: 100, overlap: 0.5}, contours: {of: enclosed, levels: [0.5, 0.9]}")
                .replace();
        SmallTable running = MiniStudy.table(run, "p-running");
        SmallTable contours = MiniStudy.table(run, "p-contours");
        // The first window: the hundred youngest of the lowest part and slice.
        int[] first = IntStream.range(0, STARS)
                .filter(i -> stars[3][i] < 0.5 && stars[2][i] >= -1 && stars[2][i] < 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> stars[0][i]))
                .limit(100)
                .mapToInt(i -> i)
                .toArray();
        double[] fe = IntStream.of(first).mapToDouble(i -> stars[1][i]).sorted().toArray();
        assertThat(MiniStudy.column(running, "y_median")[0]).isCloseTo((fe[49] + fe[50]) / 2, within(1e-12));
        assertThat(MiniStudy.column(running, "y_median_error")[0]).isBetween(0.02, 0.06);
        assertThat(Arrays.stream(MiniStudy.column(contours, "level")).distinct())
                .containsExactly(0.5, 0.9);
        Line drawn = lines(figure(run)).getFirst();
        assertThat(Arrays.copyOf(MiniStudy.column(contours, "x"), drawn.x().length))
                .isEqualTo(drawn.x());
        assertThat(MiniStudy.texts(contours, "panel").stream().distinct()).hasSize(2);
    }

    /** Cells of a sixth of the axis, smoothed: within the lines lie so many of the stars all the same. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9})
    void contoursEncloseTheStarsThatTheySay(double level) {
        Figure figure = figure(study(
                "statistic: count, draw: lines, slices: {of: z, edges: [0, 0.5, 2]}, contours: {of: enclosed, levels: ["
                        + level + "]}"));
        for (int s = 0; s < 2; s++) {
            double low = s == 0 ? 0 : 0.5;
            double high = s == 0 ? 0.5 : 2;
            int[] members = IntStream.range(0, STARS)
                    .filter(i -> stars[3][i] >= low && stars[3][i] < high)
                    .toArray();
            List<Line> rings = figure.panels().get(s).layers().stream()
                    .filter(Line.class::isInstance)
                    .map(Line.class::cast)
                    .toList();
            long within = IntStream.of(members)
                    .filter(i -> rings.stream()
                                            .filter(r -> holds(r, stars[0][i], stars[1][i]))
                                            .count()
                                    % 2
                            == 1)
                    .count();
            assertThat((double) within / members.length).isCloseTo(level, within(0.01));
        }
    }

    /** Of a part of the plane half of its own stars lie within the line, which runs along the edge. */
    @Test
    void contoursOfAPartOfThePlaneEncloseItsStars() {
        Figure figure = figure(
                new MiniStudy(folder)
                        .file("stars.csv", file)
                        .study(
                                MiniStudy.of(
                                        "{age: {from: age, unit: Gyr}, fe_h: {from: fe, unit: dex}}",
                                        "products:\n  p: {kind: plane, x: {of: age, range: [0, 6]}, y: {of: fe_h, range: [-0.2, 1]}, cell: [1 Gyr, 0.1], statistic: count, draw: lines, contours: {of: enclosed, levels: [0.5]}}\n")));
        List<Line> rings = lines(figure);
        int[] members = IntStream.range(0, STARS)
                .filter(i -> stars[0][i] <= 6 && stars[1][i] >= -0.2 && stars[1][i] <= 1)
                .toArray();
        long within = IntStream.of(members)
                .filter(i -> rings.stream()
                                        .filter(r -> holds(r, stars[0][i], stars[1][i]))
                                        .count()
                                % 2
                        == 1)
                .count();
        assertThat((double) within / members.length).isCloseTo(0.5, within(0.01));
    }

    /** Whether a closed line goes round a place. */
    private static boolean holds(Line ring, double x, double y) {
        boolean inside = false;
        for (int k = 1; k < ring.x().length; k++) {
            boolean below = ring.y()[k - 1] <= y;
            if (below != (ring.y()[k] <= y)) {
                double at = ring.x()[k - 1]
                        + (y - ring.y()[k - 1]) / (ring.y()[k] - ring.y()[k - 1]) * (ring.x()[k] - ring.x()[k - 1]);
                inside ^= at > x;
            }
        }
        return inside;
    }

    /** On sectors contours are those of square cells of X and Y as wide as the rings. */
    @Test
    void contoursOnSectors() {
        String contours = ", contours: {levels: [0.3, 0.7], of: enclosed}";
        Figure sectors = figure(sky("plane: x-y, cells: polar, cell: [30 deg, 2 kpc]" + contours));
        Figure squares = figure(sky("plane: x-y, cell: 2 kpc" + contours));
        assertThat(lines(sectors)).isNotEmpty().hasSameSizeAs(lines(squares));
        for (int k = 0; k < lines(sectors).size(); k++) {
            assertThat(lines(sectors).get(k).x())
                    .containsExactly(lines(squares).get(k).x(), within(1e-9));
            assertThat(lines(sectors).get(k).y())
                    .containsExactly(lines(squares).get(k).y(), within(1e-9));
        }
    }

    private static Figure figure(MiniStudy study) {
        return figure(study.replace());
    }

    @Test
    void armsAndGridsOfFiles() {
        // A grid of one hill about (1, 2) from the Sun, 8 kpc from the centre; and an arm that is a circle of 5 kpc.
        var grid = new StringBuilder("gx,gy,over\n");
        for (int i = -20; i <= 20; i++) {
            for (int j = -20; j <= 20; j++) {
                double d2 = Math.pow(0.2 * i - 1, 2) + Math.pow(0.2 * j - 2, 2);
                grid.append("%.1f,%.1f,%.6f%n".formatted(0.2 * i, 0.2 * j, Math.exp(-0.5 * d2)));
            }
        }
        new MiniStudy(folder)
                .file("grid.csv", grid.toString())
                .file("arms.csv", "radius,azimuth,pitch,from,to\n5,0,0,-90,90\n");
        var run =
                sky("plane: x-y, cell: 1, overlays: [{arms: {file: arms.csv}}, {grid: {file: grid.csv, x: gx, y: gy, value: over, levels: [0.5], heliocentric: 8 kpc, label: hill}}]")
                        .replace();
        var panel = figure(run).panels().getFirst();
        List<Line> lines = panel.layers().stream()
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .toList();
        assertThat(lines).hasSize(2);
        for (int k = 0; k < lines.get(0).x().length; k++) {
            assertThat(Math.hypot(lines.get(0).x()[k], lines.get(0).y()[k])).isCloseTo(5, within(1e-9));
        }
        double radius = Math.sqrt(2 * Math.log(2));
        for (int k = 0; k < lines.get(1).x().length; k++) {
            assertThat(Math.hypot(lines.get(1).x()[k] + 8 - 1, lines.get(1).y()[k] - 2))
                    .isCloseTo(radius, within(0.01));
        }
        assertThat(run.products().getFirst().illustrations().getFirst().caption())
                .contains("Contours: hill at 0.5.");
        assertThat(MiniStudy.names(run.folder())).noneMatch(n -> n.startsWith("beside-"));
    }

    @Test
    void aTableOfArmsIsReadByACheck() {
        new MiniStudy(folder).file("arms.csv", "radius,azimuth,pitch,from,to\n5,0,,-90,90\n");
        assertThatThrownBy(() -> sky("plane: x-y, cell: 1, overlays: [{arms: {file: arms.csv}}]")
                        .check())
                .hasMessageContaining("row 1 of 'arms.csv' has no pitch");
    }

    @ParameterizedTest
    @CsvSource({"'8,,10', azimuth", "'8,0,', pitch", "',0,10', radius"})
    void anArmWithAGapIsRefused(String row, String gap) {
        new MiniStudy(folder).file("arms.csv", "radius,azimuth,pitch,from,to\n5,0,0,-90,90\n" + row + ",-90,90\n");
        assertThatThrownBy(() -> sky("plane: x-y, cell: 1, overlays: [{arms: {file: arms.csv}}]")
                        .replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining("row 2 of 'arms.csv' has no " + gap);
    }

    @Test
    void aGridWithAGapIsRefused() {
        new MiniStudy(folder).file("grid.csv", "x,y,value\n0,0,1\n0,1,1\n1,0,1\n");
        assertThatThrownBy(() -> sky("plane: x-y, cell: 1, overlays: [{grid: {file: grid.csv, levels: [0.5]}}]")
                        .replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining("is no regular grid")
                .hasMessageContaining("study.yaml:");
        assertThatThrownBy(() -> sky("plane: x-y, cell: 1, overlays: [{grid: {file: gone.csv, levels: [0.5]}}]")
                        .replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining("there is no file");
    }

    @Test
    void linesOfATableOneForEachValue() {
        // Isochrones as files hold them: one after the other, and a loop that goes back along x.
        new MiniStudy(folder)
                .file(
                        "tracks.csv",
                        "gyr,mh,f,a\n1,0,0.3,0.1\n1,0,0.1,0.2\n1,0,0.2,0.3\n4,0,0.1,0\n4,0,0.2,-0.1\n1,-1,0,0\n");
        var run = populations(
                        "statistic: count, overlays: [{lines: {file: tracks.csv, x: f, y: a * 2, by: gyr, where: mh = 0, label: 'track, {} Gyr'}}]")
                .replace();
        var drawn = run.products().getFirst().illustrations().getFirst();
        List<Line> lines = lines(drawn.figure());
        assertThat(legends(drawn.figure())).containsExactly("track, 1 Gyr", "track, 4 Gyr");
        assertThat(lines.get(0).x()).containsExactly(0.3, 0.1, 0.2);
        assertThat(lines.get(0).y()).containsExactly(0.2, 0.4, 0.6);
        assertThat(lines.get(1).x()).containsExactly(0.1, 0.2);
        assertThat(lines.get(0).style().colour())
                .isNotEqualTo(lines.get(1).style().colour());
        assertThat(drawn.caption()).contains("Lines: track, 1, 4 Gyr.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "by: gyr, x: f, y: a, where: gyr = 9  | has one point of gyr = 9; a line needs two",
                "by: gyr, x: f, y: a, where: gyr = 2  | row 1 of 'tracks.csv' has no a",
                "by: gyr, x: f, y: a, where: gyr = 7  | has no row for a line",
                "by: f, x: f, y: f, where: gyr = 1    | holds 13 lines, one for each f",
                "by: age, x: f, y: a                  | age",
                "x: f, y: name                        | is not a number"
            })
    void linesThatCannotBeDrawn(String settings, String told) {
        var text = new StringBuilder("gyr,f,a,name\n9,1,2,m\n2,1,,m\n");
        for (int i = 0; i < 13; i++) {
            text.append("1,0.%02d1,0,m\n".formatted(i));
        }
        new MiniStudy(folder).file("tracks.csv", text.toString());
        assertThatThrownBy(() -> populations(
                                "statistic: count, overlays: [{lines: {file: tracks.csv, " + settings.strip() + "}}]")
                        .replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told)
                .hasMessageContaining("study.yaml:");
    }

    @Test
    void cellsOfTheSphere() {
        var run = sky("plane: sky, cells: healpix, cell: 30 deg").replace();
        SmallTable table = MiniStudy.table(run, "p");
        // N_side 2: 48 cells, 29.3 degrees wide.
        assertThat(table.rows()).hasSizeBetween(46, 48);
        assertThat(Arrays.stream(MiniStudy.column(table, "n")).sum()).isEqualTo(500);
        assertThat(Arrays.stream(MiniStudy.column(table, "healpix")).max().orElseThrow())
                .isLessThan(48);
    }

    /** The sky as an ellipse of half axes 2√2 and √2: HEALPix cells fill it, all of the same area, also those that the rim cuts. */
    @Test
    void theSkyInMollweidesProjection() {
        var figure = figure(
                sky(
                        "plane: sky, cells: healpix, cell: 30 deg, projection: mollweide, overlays: [{line: {x: [170, 190], y: [0, 0]}}]"));
        Tiles tiles = figure.panels().getFirst().layers().stream()
                .filter(Tiles.class::isInstance)
                .map(Tiles.class::cast)
                .findFirst()
                .orElseThrow();
        double sum = 0;
        for (int i = 0; i < tiles.x().length; i++) {
            double area = area(tiles.x()[i], tiles.y()[i]);
            assertThat(area).isLessThan(1.02 * 4 * Math.PI / 48);
            sum += area;
            for (int k = 0; k < tiles.x()[i].length; k++) {
                assertThat(Math.hypot(tiles.x()[i][k] / 2, tiles.y()[i][k])).isLessThan(Math.sqrt(2) + 1e-9);
            }
        }
        // More tiles than cells: those on the rim are in two.
        assertThat(tiles.x().length).isGreaterThan(48);
        assertThat(sum).isCloseTo(4 * Math.PI, within(0.02 * 4 * Math.PI));
        // A line over the rim is in two parts, left and right.
        Line over = lines(figure).stream()
                .filter(l -> Arrays.stream(l.x()).anyMatch(Double::isNaN))
                .findFirst()
                .orElseThrow();
        assertThat(Arrays.stream(over.x()).filter(Double::isFinite).allMatch(x -> Math.abs(x) > 2.6))
                .isTrue();
        assertThat(over.x()[0]).isNegative();
        assertThat(over.x()[over.x().length - 1]).isPositive();
    }

    private static double area(double[] x, double[] y) {
        double twice = 0;
        for (int k = 0; k < x.length; k++) {
            int next = (k + 1) % x.length;
            twice += x[k] * y[next] - x[next] * y[k];
        }
        return Math.abs(twice) / 2;
    }

    @Test
    void linesAndAGridOfPanels() {
        var run = study(
                        "statistic: count, slices: {of: age, edges: [0, 4, 8, 12]}, panels: {of: z, edges: [0, 1, 2]}, overlays: [{line: {x: [0, 12], y: [0.2, -0.2], label: cut}}]")
                .replace();
        SmallTable table = MiniStudy.table(run, "p");
        for (int row = 0; row < table.rows().size(); row++) {
            double lo = MiniStudy.column(table, "slice_lo")[row];
            double hi = MiniStudy.column(table, "slice_hi")[row];
            double low = MiniStudy.column(table, "panel_lo")[row];
            double high = MiniStudy.column(table, "panel_hi")[row];
            long n = IntStream.of(members(table, row, false))
                    .filter(i -> stars[0][i] >= lo && stars[0][i] < hi)
                    .filter(i -> stars[3][i] >= low && stars[3][i] < high)
                    .count();
            assertThat(MiniStudy.column(table, "n")[row]).isEqualTo((double) n);
        }
        assertThat(Arrays.stream(MiniStudy.column(table, "n")).sum()).isEqualTo(STARS);
        var figure = figure(run);
        assertThat(figure.panels()).hasSize(6);
        assertThat(figure.columns()).isEqualTo(3);
        assertThat(figure.panels()).allSatisfy(p -> assertThat(p.layers()).anyMatch(Line.class::isInstance));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plane: x-y, cell: 1, projection: mollweide                           | projections are of the sky",
                "plane: sky, cells: hexagon, cell: 1, projection: mollweide           | have no projection",
                "plane: sky, cell: 1, projection: mollweide, contours: {levels: [0.5], of: enclosed} | have no projection",
                "plane: sky, cells: polar, cell: 1                                   | Say  plane: x-y",
                "plane: x-y, cells: healpix, cell: 1                                 | Say  plane: sky",
                "plane: sky, cells: healpix, cell: [1, 2]                            | have one width",
                "plane: sky, cells: healpix, cell: 0.001                             | the finest that can be counted",
                "plane: x-y, cells: polar, cell: [10, 1], range: {x: [0, 1]}         | sectors cover",
                "plane: x-y, cells: polar, cell: [10, 1], running-median: {window: 9} | are drawn on square cells",
                "plane: x-y, cells: polar, cell: [10, 1], line: ols                  | are drawn on square cells",
                "plane: x-y, cell: 1, line: wls                                      | ols",
                "plane: sky, cells: healpix, cell: 10, contours: {levels: [0.5], of: enclosed} | are drawn on square cells"
            })
    void cellsThatDoNotFitThePlane(String settings, String told) {
        assertThatThrownBy(() -> sky(settings.strip()).replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told)
                .hasMessageContaining("study.yaml:");
    }
}
