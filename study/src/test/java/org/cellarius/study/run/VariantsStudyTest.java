package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.engine.SmallTable;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Figure;
import org.cellarius.figure.Line;
import org.cellarius.figure.Panel;
import org.cellarius.galaxy.fit.ErrorConvention;
import org.cellarius.galaxy.fit.LeastSquares;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineStars;
import org.cellarius.galaxy.fit.TheilSen;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Variants with a method, conditions and populations of their own; each equals the line fitted directly. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VariantsStudyTest {

    private static final int STARS = 90;

    private static final String COLUMNS =
            "{r: {from: r, unit: kpc}, fe_h: {from: feh, unit: dex}, fe_h_error: {from: efeh, unit: dex}, age: {from: age, unit: Gyr}}";

    private static final String SECTIONS = """
            populations: {young: age < 4, old: age >= 4}
            products:
              ways:
                kind: gradient
                x: r
                y: fe_h
                y-error: fe_h_error
                method: wls
                where: r < 12
                minimum-count: 3
                figures: together
                variants:
                  weighted: {}
                  plain: {method: ols}
                  scaled: {method: {name: wls, errors: scaled}, y-error: 2 * fe_h_error}
                  inner: {where: r < 9}
                  old: {population: old}
                  pairs: {populations: [young, old], method: theil-sen}
              beside:
                kind: gradient
                x: r
                y: fe_h
                method: ols
                minimum-count: 3
                populations: [young, old]
                slices: {of: r, edges: [6, 9, 12]}
                figures: together
            """;

    private static final LineEstimator WLS = new LeastSquares(LineMethod.WLS, ErrorConvention.LARGER);
    private static final LineEstimator OLS = new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED);

    private final double[] r = new double[STARS];
    private final double[] feH = new double[STARS];
    private final double[] error = new double[STARS];
    private final double[] age = new double[STARS];

    @SuppressWarnings("NullAway.Init") // before all tests
    private MiniStudy mini;

    @SuppressWarnings("NullAway.Init") // before all tests
    private RunResult result;

    @BeforeAll
    void run(@TempDir Path folder) {
        var random = new Random(8);
        var text = new StringBuilder("r,feh,efeh,age\n");
        for (int i = 0; i < STARS; i++) {
            r[i] = 6 + 7 * random.nextDouble();
            age[i] = 8 * random.nextDouble();
            error[i] = 0.03 + 0.05 * random.nextDouble();
            feH[i] = 0.5 - (age[i] < 4 ? 0.07 : 0.03) * r[i] + 0.1 * random.nextGaussian();
            text.append(r[i] + "," + feH[i] + "," + error[i] + "," + age[i] + "\n");
        }
        mini = new MiniStudy(folder).file("stars.csv", text.toString()).study(MiniStudy.of(COLUMNS, SECTIONS));
        result = mini.run();
    }

    @Test
    void eachVariantIsTheLineOfItsOwnStarsAndMethod() {
        SmallTable ways = MiniStudy.table(result, "ways");
        assertThat(MiniStudy.texts(ways, "variant"))
                .containsExactly("weighted", "plain", "scaled", "inner", "old", "pairs", "pairs");
        assertThat(MiniStudy.texts(ways, "population")).containsExactly("", "", "", "", "old", "young", "old");
        List<LineStars> stars = Stream.<IntPredicate>of(
                        i -> r[i] < 12,
                        i -> r[i] < 12,
                        i -> r[i] < 12,
                        i -> r[i] < 9,
                        i -> r[i] < 12 && age[i] >= 4,
                        i -> r[i] < 12 && age[i] < 4,
                        i -> r[i] < 12 && age[i] >= 4)
                .map(this::stars)
                .toList();
        List<LineEstimator> lines = List.of(
                WLS,
                OLS,
                new LeastSquares(LineMethod.WLS, ErrorConvention.SCALED),
                WLS,
                WLS,
                new TheilSen(),
                new TheilSen());
        for (int k = 0; k < 7; k++) {
            var slope = lines.get(k).fit(stars.get(k)).estimates().getFirst();
            assertThat(MiniStudy.column(ways, "n")[k]).isEqualTo(stars.get(k).count());
            assertThat(MiniStudy.column(ways, "slope")[k]).as("line " + k).isCloseTo(slope.value(), within(1e-12));
            assertThat(MiniStudy.column(ways, "slope_sd")[k]).as("line " + k).isCloseTo(slope.sd(), within(1e-12));
        }
        // Twice the stated errors: a quarter of the chi-squared.
        assertThat(MiniStudy.column(ways, "reduced_chi2")[2] * 4)
                .isCloseTo(MiniStudy.column(ways, "reduced_chi2")[0], within(1e-9));
        // Without errors of y there is none, but a scatter in dex.
        assertThat(MiniStudy.column(ways, "reduced_chi2")[1]).isNaN();
        var plain = lines.get(1).fit(stars.get(1)).estimates();
        double squares = 0;
        for (int i = 0; i < stars.get(1).count(); i++) {
            double off = stars.get(1).y()[i]
                    - plain.get(0).value() * stars.get(1).x()[i]
                    - plain.get(1).value();
            squares += off * off;
        }
        assertThat(MiniStudy.column(ways, "rms")[1])
                .isCloseTo(Math.sqrt(squares / (stars.get(1).count() - 2)), within(1e-9));
        assertThat(MiniStudy.column(ways, "rms")[0]).isNaN();
    }

    @Test
    void populationsAndVariantsShareAFigure() {
        Figure ways = figure("ways");
        assertThat(result.folder().resolve("figures/ways.png")).exists();
        assertThat(result.folder().resolve("figures/ways-plain.png")).doesNotExist();
        Panel panel = ways.panels().getFirst();
        assertThat(legends(panel))
                .extracting(l -> l.substring(0, l.indexOf(':')))
                .containsExactly("weighted", "plain", "scaled", "inner", "old, old", "young, pairs", "old, pairs");
        Figure beside = figure("beside");
        assertThat(beside.panels()).hasSize(2);
        assertThat(beside.panels().stream()
                        .flatMap(p -> p.layers().stream())
                        .filter(ErrorBars.class::isInstance)
                        .mapToInt(l -> ((ErrorBars) l).x().length)
                        .sum())
                .isEqualTo(stars(i -> r[i] < 12).count());
        assertThat(legends(beside.panels().getFirst())).hasSize(2).allMatch(l -> l.endsWith("dex/kpc"));
    }

    @Test
    void mistakesAreToldWithTheirPlace() {
        mistake("method: ols, variants: {a: {method: wls}}", "weighted least squares needs errors");
        mistake("method: wls, y-error: fe_h_error, variants: {a: {method: olss}}", "did you mean 'ols'?");
        mistake("method: ols, variants: {a: {population: yuong}}", "did you mean 'young'?");
        mistake("method: ols, variants: {a: {population: old, populations: [old]}}", "exclude each other");
        mistake("method: ols, variants: {a: {where: fe_h}}", "'fe_h' is not a condition");
        mistake("method: ols, variants: {a: {where: nothing > 1}}", "nothing");
        mistake("method: ols, variants: {a: {y-error: fe_h_error}}", "ordinary least squares does not use errors");
        mistake(
                "method: wls, y-error: fe_h_error, variants: {a: {method: ols}, b: {method: theil-sen}}",
                "does not use");
        mistake(
                "method: ols, figures: together, variants: {a: {}, b: {slices: {of: age, edges: [0, 4]}}}",
                "cannot share a figure");
        mistake("method: ols, figures: together, variants: {a: {sort: 1}}", "sort");
    }

    /** A band that is promised is drawn; lines without one are named. */
    @Test
    void linesWithoutABandAreNamed() {
        assertThat(caption("ways"))
                .contains("line and band: fit and its 1σ error")
                .endsWith("; without a band: young, pairs; old, pairs.");
        assertThat(caption("beside")).contains("line and band").doesNotContain("without a band");
    }

    private String caption(String product) {
        return result.products().stream()
                .filter(p -> p.head().name().equals(product))
                .flatMap(p -> p.illustrations().stream())
                .filter(i -> i.name().equals(product))
                .findFirst()
                .orElseThrow()
                .caption();
    }

    /** What is measured of several populations together is what is measured of each alone. */
    @Test
    void populationsOfDistributionsAndProfilesAreLaidOverEachOther(@TempDir Path folder) {
        String stars = text();
        String products = """
                products:
                  mdf: {kind: distribution, value: fe_h, width: 0.1, minimum-count: 5, %1$s}
                  sliced: {kind: distribution, value: fe_h, width: 0.1, minimum-count: 5, slices: {of: r, edges: [6, 9, 13]}, %1$s}
                  profile: {kind: running-median, x: r, y: fe_h, window: 10, overlap: 0.5, %1$s}
                  steps: {kind: binned-median, x: r, y: fe_h, width: 1, minimum-count: 2, %1$s}
                """;
        var together = new MiniStudy(folder)
                .file("stars.csv", stars)
                .study(MiniStudy.of(
                        COLUMNS,
                        "populations: {young: age < 4, old: age >= 4}\n"
                                + products.formatted("populations: [young, old]")))
                .run();
        for (String name : List.of("mdf", "sliced", "profile", "steps")) {
            Figure figure = figureOf(together, name);
            assertThat(figure.panels()).hasSize(1);
            int series = name.equals("sliced") ? 4 : 2;
            List<String> legends = figure.panels().getFirst().layers().stream()
                    .map(VariantsStudyTest::legendOf)
                    .filter(l -> !l.isEmpty())
                    .toList();
            assertThat(legends).hasSize(series);
            assertThat(legends.getFirst()).startsWith("young");
            assertThat(legends.getLast()).startsWith("old");
        }
        SmallTable all = MiniStudy.table(together, "mdf");
        assertThat(MiniStudy.texts(all, "population")).containsExactly("young", "old");
        assertThat(MiniStudy.texts(MiniStudy.table(together, "sliced"), "population"))
                .containsExactly("young", "young", "old", "old");
        int row = 0;
        for (String population : List.of("young", "old")) {
            var alone = new MiniStudy(folder)
                    .study(MiniStudy.of(
                            COLUMNS,
                            "populations: {young: age < 4, old: age >= 4}\n"
                                    + products.formatted("population: " + population)))
                    .replace();
            assertThat(MiniStudy.column(all, "median")[row])
                    .isEqualTo(MiniStudy.column(MiniStudy.table(alone, "mdf"), "median")[0]);
            assertThat(MiniStudy.column(all, "n")[row])
                    .isEqualTo(MiniStudy.column(MiniStudy.table(alone, "mdf"), "n")[0]);
            assertThat(MiniStudy.column(MiniStudy.table(together, "steps"), "slope")[row])
                    .isEqualTo(MiniStudy.column(MiniStudy.table(alone, "steps"), "slope")[0]);
            SmallTable profile = MiniStudy.table(alone, "profile");
            assertThat(profile.columns()).extracting(c -> c.name()).doesNotContain("population");
            SmallTable both = MiniStudy.table(together, "profile");
            assertThat(both.rows().stream()
                            .filter(r -> r.getFirst().equals(new SmallTable.Text(population)))
                            .map(r -> r.subList(1, r.size()))
                            .toList())
                    .isEqualTo(profile.rows());
            row++;
        }
    }

    @Test
    void aProductWhoseVariantsHaveMethodsNeedsNone(@TempDir Path folder) {
        var run = new MiniStudy(folder)
                .file("stars.csv", text())
                .study(MiniStudy.of(COLUMNS, """
                        products:
                          p: {kind: gradient, x: r, y: fe_h, minimum-count: 3, variants: {a: {method: ols}, b: {method: theil-sen}}}
                          q: {kind: gradient, x: r, y: fe_h, minimum-count: 3, method: ols}
                        """))
                .run();
        assertThat(MiniStudy.column(MiniStudy.table(run, "p"), "slope")[0])
                .isEqualTo(MiniStudy.column(MiniStudy.table(run, "q"), "slope")[0]);
        assertThat(run.folder().resolve("report.html")).exists();
        mistake("variants: {a: {method: ols}, b: {where: r > 7}}", "the variant 'b' has no 'method'");
        mistake("minimum-count: 4", "the key 'method' is missing");
    }

    private String text() {
        var text = new StringBuilder("r,feh,efeh,age\n");
        for (int i = 0; i < STARS; i++) {
            text.append(r[i] + "," + feH[i] + "," + error[i] + "," + age[i] + "\n");
        }
        return text.toString();
    }

    private static Figure figureOf(RunResult run, String product) {
        return run.products().stream()
                .filter(p -> p.head().name().equals(product))
                .findFirst()
                .orElseThrow()
                .illustrations()
                .getFirst()
                .figure();
    }

    private static String legendOf(org.cellarius.figure.Layer layer) {
        return switch (layer) {
            case Line line -> line.legend();
            case org.cellarius.figure.Steps steps -> steps.legend();
            case ErrorBars bars -> bars.legend();
            default -> "";
        };
    }

    @Test
    void anEmptyVariantSaysWhichItIs(@TempDir Path folder) {
        var empty = new MiniStudy(folder)
                .file("stars.csv", "r,feh,efeh,age\n7,0,0.1,1\n8,0,0.1,1\n9,0.1,0.1,1\n10,0,0.1,1\n")
                .study(
                        MiniStudy.of(
                                COLUMNS,
                                "products:\n  p:\n    kind: gradient\n    x: r\n    y: fe_h\n    method: ols\n    minimum-count: 3\n    variants:\n      a: {}\n      b: {where: r > 50}\n"));
        assertThatThrownBy(empty::run)
                .hasMessageContaining("no star is left for the product 'p'")
                .hasMessageMatching("(?s).*study\\.yaml:\\d+:\\d+.*");
    }

    private void mistake(String product, String part) {
        var broken = new MiniStudy(mini.folder())
                .study(MiniStudy.of(
                        COLUMNS,
                        "populations: {young: age < 4, old: age >= 4}\nproducts:\n  p: {kind: gradient, x: r, y: fe_h, "
                                + product + "}\n"));
        assertThatThrownBy(broken::check)
                .hasMessageContaining(part)
                .hasMessageMatching("(?s).*study\\.yaml:\\d+:\\d+.*");
    }

    private Figure figure(String product) {
        return result.products().stream()
                .filter(p -> p.head().name().equals(product))
                .findFirst()
                .orElseThrow()
                .illustrations()
                .stream()
                .filter(i -> i.name().equals(product))
                .findFirst()
                .orElseThrow()
                .figure();
    }

    private static List<String> legends(Panel panel) {
        return panel.layers().stream()
                .filter(Line.class::isInstance)
                .map(l -> ((Line) l).legend())
                .toList();
    }

    private LineStars stars(IntPredicate which) {
        int[] own = IntStream.range(0, STARS).filter(which).toArray();
        return LineStars.of(pick(r, own), pick(feH, own), pick(error, own));
    }

    private static double[] pick(double[] column, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> column[i]).toArray();
    }
}
