package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.SmallTable;
import org.cellarius.figure.Axis;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.Line;
import org.cellarius.figure.Steps;
import org.cellarius.galaxy.population.CountInterval;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Distributions by slice, panel and population: curves, heights, errors, rows, and what has too few stars or too little spread. */
class DistributionShapesTest {

    @TempDir
    Path folder;

    private MiniStudy mini;

    private static final int STARS = 3000;

    /** Skewer outside than inside; of height 1 to 2 half as many stars as below. */
    private static final double[][] SAMPLE = sample();

    private static double[][] sample() {
        var random = new CounterRandom(42);
        return IntStream.range(0, STARS)
                .mapToObj(i -> {
                    double r = 4 + 8 * random.uniform(i, 0);
                    double z = random.uniform(i, 1) < 2.0 / 3 ? random.uniform(i, 2) : 1 + random.uniform(i, 2);
                    double fe = 0.3
                            - 0.06 * r
                            + 0.15 * random.normal(i, 3)
                            + (r > 8 ? 0.1 * Math.exp(random.normal(i, 4)) : 0);
                    return new double[] {r, random.uniform(i, 5) < 0.5 ? -z : z, fe, 10 * random.uniform(i, 6)};
                })
                .toArray(double[][]::new);
    }

    @BeforeEach
    void stars() {
        var text = new StringBuilder("r,z,feh,age,none,same\n");
        for (double[] s : SAMPLE) {
            text.append(s[0])
                    .append(',')
                    .append(s[1])
                    .append(',')
                    .append(s[2])
                    .append(',')
                    .append(s[3])
                    .append(",,0.25\n");
        }
        mini = new MiniStudy(folder).file("stars.csv", text.toString());
    }

    private RunResult run(String... products) {
        return mini.study(MiniStudy.of(
                        "{r: {from: r, unit: kpc}, z: {from: z, unit: kpc}, fe_h: {from: feh, unit: dex}, age: {from: age, unit: Gyr}, none: {from: none, unit: dex}, same: {from: same, unit: dex}}",
                        "phase-space: none\npopulations: {young: age < 4, old: age >= 4}\nproducts:\n  "
                                + String.join("\n  ", products)))
                .replace();
    }

    private static ProductResult product(RunResult result, String name) {
        return result.products().stream()
                .filter(p -> p.head().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Figure figure(RunResult result, String name) {
        return product(result, name).illustrations().getFirst().figure();
    }

    @Test
    void panelsAreTheSameAsProductsOfTheirStars() {
        String common =
                "kind: distribution, value: fe_h, width: 0.1, populations: [young, old], slices: {of: r, edges: [4, 7, 10, 12]}";
        RunResult result = run(
                "all: {" + common + ", panels: {of: abs(z), edges: [0, 1, 2]}}",
                "low: {" + common + ", where: abs(z) < 1}",
                "high: {" + common + ", where: abs(z) >= 1 and abs(z) < 2}");
        SmallTable all = MiniStudy.table(result, "all");
        SmallTable low = MiniStudy.table(result, "low");
        SmallTable high = MiniStudy.table(result, "high");
        assertThat(all.rows()).hasSize(12);
        for (String column : List.of(
                "n",
                "slice_lo",
                "mean",
                "sd",
                "skewness",
                "kurtosis_excess",
                "mode_kde",
                "mode_histogram",
                "p16",
                "median",
                "median_error",
                "p95")) {
            double[] ours = MiniStudy.column(all, column);
            // Population by population, within it panel by panel.
            for (int population = 0; population < 2; population++) {
                for (int slice = 0; slice < 3; slice++) {
                    assertThat(ours[6 * population + slice])
                            .as(column)
                            .isEqualTo(MiniStudy.column(low, column)[3 * population + slice]);
                    assertThat(ours[6 * population + 3 + slice])
                            .as(column)
                            .isEqualTo(MiniStudy.column(high, column)[3 * population + slice]);
                }
            }
        }
        assertThat(MiniStudy.column(all, "panel_lo")).containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1);
        assertThat(figure(result, "all").panels()).hasSize(2);
        assertThat(figure(result, "all").panels().get(1).title()).isEqualTo("1 ≤ |Z| < 2 kpc");
        assertThat(KeyNumber.rows(product(result, "all"), "median").stream().map(KeyNumber::sample))
                .contains("young, 0 ≤ |Z| < 1 kpc, 4 to 7");
    }

    @Test
    void aDensityCurveIsTheSumOverTheStarsAndOfUnitArea() {
        RunResult result =
                run("mdf: {kind: distribution, curve: kde, value: fe_h, width: 0.1, bandwidth: silverman1986}");
        SmallTable table = MiniStudy.table(result, "mdf-kde");
        double[] at = MiniStudy.column(table, "value");
        double[] density = MiniStudy.column(table, "density");
        double[] fe = Arrays.stream(SAMPLE).mapToDouble(s -> s[2]).toArray();
        double mean = Arrays.stream(fe).average().orElseThrow();
        double sd =
                Math.sqrt(Arrays.stream(fe).map(v -> (v - mean) * (v - mean)).sum() / (STARS - 1));
        double h = sd * Math.pow(STARS * 0.75, -0.2);
        for (int k = 0; k < at.length; k += 17) {
            double x = at[k];
            double sum = Arrays.stream(fe)
                            .map(v -> Math.exp(-0.5 * (v - x) * (v - x) / (h * h)))
                            .sum()
                    / (STARS * h * Math.sqrt(2 * Math.PI));
            assertThat(density[k]).isEqualTo(sum, within(1e-6));
        }
        double area = IntStream.range(1, at.length)
                .mapToDouble(k -> 0.5 * (density[k] + density[k - 1]) * (at[k] - at[k - 1]))
                .sum();
        assertThat(area).isEqualTo(1, within(1e-4));
        assertThat(MiniStudy.column(MiniStudy.table(result, "mdf"), "kde_bandwidth"))
                .containsExactly(new double[] {h}, within(1e-12));
        assertThat(product(result, "mdf").illustrations().getFirst().caption())
                .contains("Silverman's bandwidth (1986)");
    }

    @Test
    void heightsAreWhatTheAxisSays() {
        RunResult result = run(
                "d: {kind: distribution, value: fe_h, width: 0.1}",
                "c: {kind: distribution, value: fe_h, width: 0.1, heights: count}",
                "f: {kind: distribution, value: fe_h, width: 0.1, heights: fraction}");
        assertThat(sum(result, "d")).isEqualTo(10, within(1e-9));
        assertThat(sum(result, "c")).isEqualTo(STARS, within(1e-6));
        assertThat(sum(result, "f")).isEqualTo(1, within(1e-9));
        assertThat(axis(result, "d").label() + "|" + axis(result, "d").unit()).isEqualTo("Density of [Fe/H]|dex^{−1}");
        assertThat(axis(result, "c").label()).isEqualTo("Stars per 0.1 dex");
        assertThat(axis(result, "f").label()).isEqualTo("Fraction of stars per 0.1 dex");
    }

    private static Axis axis(RunResult result, String product) {
        return figure(result, product).panels().getFirst().y();
    }

    private static double sum(RunResult result, String product) {
        var steps = (Steps) figure(result, product).panels().getFirst().layers().getFirst();
        return Arrays.stream(steps.values()).sum();
    }

    @Test
    void countsHaveTheErrorsThatTheStudyNames() {
        RunResult result = run(
                "g: {kind: distribution, value: fe_h, width: 0.1, heights: count, count-errors: gehrels1986}",
                "s: {kind: distribution, value: fe_h, width: 0.1, count-errors: sqrt-n}",
                "n: {kind: distribution, value: fe_h, width: 0.1}");
        SmallTable exact = MiniStudy.table(result, "g-histogram");
        double[] n = MiniStudy.column(exact, "n");
        for (int k = 0; k < n.length; k++) {
            assertThat(MiniStudy.column(exact, "n_lo")[k]).isEqualTo(CountInterval.GEHRELS1986.low((long) n[k]));
            assertThat(MiniStudy.column(exact, "n_hi")[k]).isEqualTo(CountInterval.GEHRELS1986.high((long) n[k]));
        }
        double[] roots = MiniStudy.column(MiniStudy.table(result, "s-histogram"), "n_hi");
        assertThat(roots[3]).isEqualTo(n[3] + Math.sqrt(n[3]));
        assertThat(figure(result, "g").panels().getFirst().layers()).anyMatch(ErrorBars.class::isInstance);
        assertThat(figure(result, "n").panels().getFirst().layers()).noneMatch(ErrorBars.class::isInstance);
        assertThat(MiniStudy.table(result, "n-histogram").columns())
                .noneMatch(c -> c.name().equals("n_lo"));
    }

    @Test
    void manySlicesAreRowsAndAFigureThatAPageHolds() {
        String edges = String.join(
                ", ",
                IntStream.rangeClosed(0, 24)
                        .mapToObj(k -> String.valueOf(4 + k / 4.0))
                        .toList());
        RunResult result = run(
                "six: {kind: distribution, value: fe_h, width: 0.1, slices: {of: r, edges: [4, 5, 6, 7, 8, 9, 10]}}",
                "many: {kind: distribution, value: fe_h, width: 0.1, slices: {of: r, edges: [" + edges + "]}}",
                "overlaid: {kind: distribution, value: fe_h, width: 0.1, layout: overlaid, slices: {of: r, edges: ["
                        + edges + "]}}");
        assertThat(axis(result, "six").names()).isEmpty();
        assertThat(axis(result, "many").names()).hasSize(24).startsWith("4 to 4.25");
        assertThat(axis(result, "many").label() + axis(result, "many").unit()).isEqualTo("Rkpc");
        assertThat(figure(result, "many").size().heightMm().orElseThrow()).isBetween(100.0, 235.0);
        assertThat(product(result, "many").illustrations().getFirst().caption())
                .contains("ticks are the 25th, 50th and 75th percentiles")
                .containsPattern(" N = [0-9]+ to [0-9]+ in a row");
        assertThat(figure(result, "overlaid").panels().getFirst().colours())
                .as("told apart by a colour bar")
                .isPresent();
    }

    @Test
    void withoutSlicesARowStandsAlone() {
        RunResult result = run(
                "row: {kind: distribution, populations: [young, old], value: fe_h, width: 0.1, layout: ridge, figure: {size: 88mm}}");
        assertThat(axis(result, "row").names()).containsExactly("");
        assertThat(figure(result, "row").panels().getFirst().layers())
                .as("a curve of each population, with its name")
                .filteredOn(Line.class::isInstance)
                .extracting(l -> ((Line) l).legend())
                .contains("young", "old");
    }

    @Test
    void shapeIsDrawnAgainstTheSlices() {
        RunResult result = run(
                "mdf: {kind: distribution, value: fe_h, width: 0.1, slices: {of: r, edges: [4, 6, 8, 10, 12]}}",
                "two: {kind: distribution, value: fe_h, width: 0.1, slices: {of: r, edges: [4, 8, 12]}}");
        List<Illustration> figures = product(result, "mdf").illustrations();
        assertThat(figures.stream().map(Illustration::name)).containsExactly("mdf", "mdf-shape");
        assertThat(figures.get(1).figure().panels().stream().map(p -> p.y().label()))
                .containsExactly("[Fe/H]", "σ of [Fe/H]", "Skewness");
        assertThat(product(result, "two").illustrations()).hasSize(1);
        // The made-up stars are skew outside 8 kpc.
        double[] skewness = MiniStudy.column(MiniStudy.table(result, "mdf"), "skewness");
        double[] error = MiniStudy.column(MiniStudy.table(result, "mdf"), "skewness_error");
        assertThat(skewness[3]).isGreaterThan(5 * error[3] * 0.3).isGreaterThan(0.5);
        assertThat(Math.abs(skewness[0])).isLessThan(4 * error[0]);
    }

    @Test
    void bootstrapErrorsGoByTheirSeed() {
        String one = "kind: distribution, value: fe_h, width: 0.1";
        RunResult result =
                run("a: {" + one + "}", "b: {" + one + ", seed: 1, draws: 200}", "c: {" + one + ", seed: 2}");
        double[] a = MiniStudy.column(MiniStudy.table(result, "a"), "mode_kde_error");
        assertThat(a).containsExactly(MiniStudy.column(MiniStudy.table(result, "b"), "mode_kde_error"));
        assertThat(a[0]).isNotEqualTo(MiniStudy.column(MiniStudy.table(result, "c"), "mode_kde_error")[0]);
        SmallTable t = MiniStudy.table(result, "a");
        // The analytic errors and those of the bootstrap: 200 draws know theirs to 5 per cent.
        assertThat(MiniStudy.column(t, "mean_bootstrap")[0] / MiniStudy.column(t, "mean_error")[0])
                .isBetween(0.8, 1.2);
        assertThat(MiniStudy.column(t, "sd_bootstrap")[0] / MiniStudy.column(t, "sd_error")[0])
                .isBetween(0.7, 1.3);
        assertThat(MiniStudy.column(t, "median_bootstrap")[0] / MiniStudy.column(t, "median_error")[0])
                .isBetween(0.7, 1.3);
    }

    @Test
    void emptyPanelsFewStarsAndConstantsAreSaidAndHarmNothingElse() {
        RunResult result = run(
                "panels: {kind: distribution, value: fe_h, width: 0.1, panels: {of: abs(z), edges: [0, 2, 50]}}",
                "few: {kind: distribution, value: fe_h, width: 0.1, slices: {of: r, edges: [0, 4.002, 12, 40]}}",
                "constant: {kind: distribution, curve: kde, value: same, width: 0.1}",
                "good: {kind: distribution, value: fe_h, width: 0.1}");
        assertThat(product(result, "panels").notes()).contains("The panel 2 ≤ |Z| < 50 kpc has no star with a value.");
        assertThat(MiniStudy.table(result, "panels").rows()).hasSize(1);
        assertThat(product(result, "few").notes())
                .hasSize(2)
                .allSatisfy(n -> assertThat(n).contains("fewer than the minimum count of 30"));
        assertThat(product(result, "constant").notes())
                .containsExactly(
                        "The sample has 3,000 stars of one value, 0.25: no spread, no shape, no density estimate.");
        assertThat(MiniStudy.column(MiniStudy.table(result, "constant"), "mode_kde"))
                .containsExactly(0.25);
        assertThat(MiniStudy.column(MiniStudy.table(result, "constant"), "mean_error"))
                .containsExactly(0.0);
        assertThat(MiniStudy.column(MiniStudy.table(result, "good"), "n")).containsExactly(STARS);
    }

    @Test
    void aColumnWithoutAValueIsTold() {
        assertThatThrownBy(() -> run("none: {kind: distribution, value: none, width: 0.1}"))
                .hasMessageContaining("no star of the product 'none' has a value");
    }

    @Test
    void errorsOfCountsAreThoseOfBins() {
        assertThatThrownBy(() ->
                        run("mdf: {kind: distribution, curve: kde, value: fe_h, width: 0.1, count-errors: sqrt-n}"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("a density estimate has no counts");
    }
}
