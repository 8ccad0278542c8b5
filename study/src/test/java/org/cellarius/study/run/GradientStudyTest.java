package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.fit.LineStars;
import org.cellarius.galaxy.fit.SlopeErrors;
import org.cellarius.galaxy.fit.SlopeOfSlopes;
import org.cellarius.measure.fit.LineChoice;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Gradients as studies ask for them: every line, in populations, variants and slices, equals the line fitted directly. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradientStudyTest {

    private static final int STARS = 1200;

    private static final String COLUMNS =
            "{r: {from: r, unit: kpc}, rg: {from: rg, unit: kpc}, rg_error: {from: erg, unit: kpc}, fe_h: {from: feh, unit: dex},"
                    + " fe_h_error: {from: efeh, unit: dex}, age: {from: age, unit: Gyr}, age_error: {from: eage, unit: Gyr}, thick: thick}";

    private static final String SECTIONS = """
            populations: {thin: thick = 0, old: thick = 1}
            products:
              plain: {kind: gradient, x: r, y: fe_h, y-error: fe_h_error, method: scatter-vertical}
              side-by-side:
                kind: gradient
                populations: [thin, old]
                y: fe_h
                y-error: fe_h_error
                method: {name: wls, errors: scaled}
                slices: {of: age, edges: [0, 3, 6, 9, 12, 20]}
                variants:
                  today: {x: r}
                  orbit: {x: rg}
                slope-of-slopes: {errors: with-errors}
              bins:
                kind: gradient
                x: rg
                x-error: rg_error
                y: fe_h
                y-error: fe_h_error
                age: age
                age-error: age_error
                method: chen2025
                slices: {of: age, edges: [2, 4, 6]}
              one-bin:
                kind: gradient
                x: rg
                x-error: rg_error
                y: fe_h
                y-error: fe_h_error
                age: age
                age-error: age_error
                method: {name: chen2025, age-bin: [2, 4]}
                where: age >= 2 and age < 4
              young: {kind: gradient, x: r, y: fe_h, age: age, method: {name: ols, age-bin: [0, 3]}}
              drawn: {kind: gradient, x: r, y: fe_h, method: {name: ols, resample: "bootstrap:200", seed: 4}, where: thick = 0}
              median: {kind: gradient, x: r, y: fe_h, method: quantile}
            """;

    private final double[] r = new double[STARS];
    private final double[] rg = new double[STARS];
    private final double[] feH = new double[STARS];
    private final double[] error = new double[STARS];
    private final double[] age = new double[STARS];
    private final boolean[] thick = new boolean[STARS];

    @SuppressWarnings("NullAway.Init") // before all tests
    private MiniStudy mini;

    @SuppressWarnings("NullAway.Init") // before all tests
    private RunResult result;

    @BeforeAll
    void run(@TempDir Path folder) {
        var random = new Random(3);
        var text = new StringBuilder("r,rg,erg,feh,efeh,age,eage,thick\n");
        for (int i = 0; i < STARS; i++) {
            thick[i] = i % 3 == 0;
            rg[i] = round(5 + 8 * random.nextDouble());
            r[i] = round(rg[i] + 0.5 * random.nextGaussian());
            age[i] = round(thick[i] ? 6 + 6 * random.nextDouble() : 12 * random.nextDouble());
            error[i] = round(0.02 + 0.05 * random.nextDouble());
            double slope = thick[i] ? 0.02 : -0.075 + 0.004 * age[i];
            feH[i] = round((thick[i] ? -0.5 : 0)
                    + slope * (rg[i] - 8)
                    + 0.1 * random.nextGaussian()
                    + error[i] * random.nextGaussian());
            text.append(String.format(
                    Locale.ROOT,
                    "%.6f,%.6f,0.1,%.6f,%.6f,%.6f,%.6f,%d%n",
                    r[i],
                    rg[i],
                    feH[i],
                    error[i],
                    age[i],
                    0.2 * age[i],
                    thick[i] ? 1 : 0));
        }
        mini = new MiniStudy(folder).file("stars.csv", text.toString());
        result = mini.study(MiniStudy.of(COLUMNS, SECTIONS)).run();
    }

    private static double round(double v) {
        return Math.rint(v * 1e6) / 1e6;
    }

    private SmallTable table(String product) {
        return MiniStudy.table(result, product);
    }

    private double value(String product, String column) {
        return MiniStudy.column(table(product), column)[0];
    }

    private FittedLine direct(String method, LineStars stars) {
        return LineChoice.of(method, "method").estimator().fit(stars);
    }

    @Test
    void aPosteriorIsTheOneOfTheLibrary() {
        FittedLine line = direct("scatter-vertical", LineStars.of(r, feH, error));
        for (String name : List.of("slope", "intercept", "scatter")) {
            assertThat(value("plain", name))
                    .isEqualTo(line.estimate(name).orElseThrow().value());
            assertThat(value("plain", name + "_sd"))
                    .isEqualTo(line.estimate(name).orElseThrow().sd());
        }
        assertThat(value("plain", "slope_p50")).isBetween(value("plain", "slope_p16"), value("plain", "slope_p84"));
        assertThat(value("plain", "ln_evidence")).isEqualTo(line.lnEvidence());
        assertThat(result.products().getFirst().notes()).anyMatch(n -> n.startsWith("Priors: slope uniform(-2"));
    }

    @Test
    void populationsAndVariantsStandSideBySide() {
        SmallTable all = table("side-by-side");
        assertThat(all.rows()).hasSize(20);
        assertThat(MiniStudy.texts(all, "population").subList(0, 10)).containsOnly("thin");
        assertThat(MiniStudy.texts(all, "variant").subList(5, 10)).containsOnly("orbit");
        int[] chosen = IntStream.range(0, STARS)
                .filter(i -> !thick[i] && age[i] >= 3 && age[i] < 6)
                .toArray();
        FittedLine line = direct("wls", LineStars.of(pick(rg, chosen), pick(feH, chosen), pick(error, chosen)));
        assertThat(MiniStudy.column(all, "n")[6]).isEqualTo(chosen.length);
        assertThat(MiniStudy.column(all, "slope")[6])
                .isCloseTo(line.estimate("slope").orElseThrow().value(), within(1e-12));
        assertThat(MiniStudy.column(all, "slope_sd")[6])
                .isCloseTo(line.measures().getOrDefault("slope_sd_scaled", 0.0), within(1e-12));
    }

    @Test
    void aSliceWithoutStarsHasAStatusAndTheOthersALine() {
        assertThat(MiniStudy.texts(table("side-by-side"), "status").subList(0, 5))
                .containsExactly("OK", "OK", "OK", "OK", "TOO_FEW_STARS");
        assertThat(result.products().get(1).notes())
                .anyMatch(n ->
                        n.startsWith("thin, today: the slice 12 ≤ Age < 20 Gyr was not fitted: too few stars (0)"));
    }

    @Test
    void theLineThroughTheSlopesIsThatOfTheTable() {
        SmallTable all = table("side-by-side");
        SmallTable slopes = table("side-by-side-slopes");
        double[] y = java.util.Arrays.copyOfRange(MiniStudy.column(all, "slope"), 5, 9);
        double[] sd = java.util.Arrays.copyOfRange(MiniStudy.column(all, "slope_sd_scaled"), 5, 9);
        var expected = SlopeOfSlopes.CHEN_2025
                .with(SlopeErrors.WITH_ERRORS)
                .fit(new double[] {1.5, 4.5, 7.5, 10.5}, y, sd)
                .line();
        assertThat(MiniStudy.texts(slopes, "variant")).containsExactly("today", "orbit", "today", "orbit");
        assertThat(MiniStudy.column(slopes, "slope")[1])
                .isCloseTo(expected.estimate("slope").orElseThrow().value(), within(1e-14));
        // truth: 0.004 dex/kpc/Gyr
        assertThat(MiniStudy.column(slopes, "slope")[1])
                .isCloseTo(0.004, within(4 * MiniStudy.column(slopes, "slope_sd")[1]));
        assertThat(result.folder().resolve("figures/side-by-side-slopes.png")).exists();
        assertThat(result.folder().resolve("figures/side-by-side-old-orbit.png"))
                .exists();
    }

    @Test
    void slicesOfTheAgeAreTheAgeBinsOfMethodsThatKnowThem() {
        for (String column : List.of("slope", "slope_sd", "scatter")) {
            assertThat(value("bins", column)).isCloseTo(value("one-bin", column), within(1e-12));
        }
    }

    @Test
    void anAgeBinCutsForTheOtherMethods() {
        int[] chosen = IntStream.range(0, STARS).filter(i -> age[i] < 3).toArray();
        assertThat(value("young", "n")).isEqualTo(chosen.length);
        assertThat(value("young", "slope"))
                .isCloseTo(
                        direct("ols", LineStars.of(pick(r, chosen), pick(feH, chosen)))
                                .estimate("slope")
                                .orElseThrow()
                                .value(),
                        within(1e-12));
    }

    @Test
    void resamplingAndMediansComeThroughStudiesToo() {
        int[] thin = IntStream.range(0, STARS).filter(i -> !thick[i]).toArray();
        FittedLine ols = direct("ols", LineStars.of(pick(r, thin), pick(feH, thin)));
        assertThat(value("drawn", "slope"))
                .isCloseTo(ols.estimate("slope").orElseThrow().value(), within(1e-12));
        assertThat(value("drawn", "slope_sd")
                        / ols.estimate("slope").orElseThrow().sd())
                .isBetween(0.8, 1.25);
        assertThat(value("median", "slope"))
                .isEqualTo(direct("quantile", LineStars.of(r, feH))
                        .estimate("slope")
                        .orElseThrow()
                        .value());
    }

    @Test
    void whatAMethodLacksOrDoesNotUseIsToldWithItsPlace() {
        assertMistake("method: wls", "weighted least squares needs errors");
        assertMistake("method: ols, x-error: rg_error", "'ols' does not use 'x-error'");
        assertMistake(
                "y-error: fe_h_error, method: chen2025, age: age, slices: {of: age, edges: [0, 5]}",
                "'chen2025' weighs stars by the errors of their ages");
        assertMistake("method: {name: ols, degrees-of-freedom: 3}", "degrees-of-freedom");
        assertMistake(
                "method: {name: scatter-vertical, prior: {slope: wide}}, y-error: fe_h_error", "'wide' is not a prior");
        assertMistake("method: olss", "did you mean 'ols'?");
        assertMistake("method: ols, slope-of-slopes: {errors: as-printed}", "needs slices");
        assertThatThrownBy(() -> new MiniStudy(mini.folder())
                        .study(
                                MiniStudy.of(
                                        COLUMNS,
                                        "products:\n  p: {kind: gradient, y: fe_h, x-error: rg_error, method: odr, y-error: fe_h_error, variants: {a: {x: rg}}}\n"))
                        .check())
                .hasMessageContaining("'x-error' stands beside no 'x'");
        assertMistake("method: ols, populations: [thni]", "did you mean 'thin'?");
        assertMistake("method: ols, variants: {a: {x: missing_column}}", "missing_column");
    }

    private void assertMistake(String product, String part) {
        var broken = new MiniStudy(mini.folder())
                .study(MiniStudy.of(
                        COLUMNS,
                        "populations: {thin: thick = 0}\nproducts:\n  p: {kind: gradient, x: r, y: fe_h, " + product
                                + "}\n"));
        assertThatThrownBy(broken::check).hasMessageContaining(part).hasMessageContaining("study.yaml:");
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
    }
}
