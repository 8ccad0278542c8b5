package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.cellarius.engine.Progress;
import org.cellarius.engine.SmallTable;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.study.result.KeyNumbers;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The robustness matrix: each alternative gives what a study of its own would give. */
class VaryTest {

    private static final String COLUMNS =
            "{x: {from: x, unit: kpc}, y: {from: y, unit: kpc}, y_error: {from: e, unit: kpc}, s: s}";

    private static final String SECTIONS = """
            cuts:
              - {name: near, keep: x < 8}
            populations: {low: s = 0}
            products:
              line: {kind: gradient, x: x, y: y, y-error: y_error, method: wls, slices: {of: s, edges: [0, 1, 2]}}
              one: {kind: gradient, population: low, x: x, y: y, method: ols}
            """;

    private static final String VARY = """
            vary:
              settings:
                reach: {set: cuts/near/keep, to: [x < 6, x < 9.5]}
                fit: {alternatives: {unweighted: {products/line/method: ols, products/line/y-error: remove}}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path folder;

    @BeforeEach
    void writeStars() {
        var random = new Random(11);
        var text = new StringBuilder("x,y,e,s\n");
        for (int i = 0; i < 3000; i++) {
            double x = 10 * random.nextDouble();
            double error = 0.1 + random.nextDouble();
            // a curve, so that the reach matters
            double y = 1 - 0.1 * x + 0.01 * x * x + error * random.nextGaussian();
            text.append(String.format(Locale.ROOT, "%.9f,%.9f,%.9f,%d%n", x, y, error, i % 2));
        }
        new MiniStudy(folder).file("stars.csv", text.toString());
    }

    private RunResult run(String sections) {
        return new MiniStudy(folder).study(MiniStudy.of(COLUMNS, sections)).replace();
    }

    private static double[] slopes(RunResult result, String product) {
        return MiniStudy.column(MiniStudy.table(result, product), "slope");
    }

    @Test
    void everyAlternativeIsWhatAStudyOfItsOwnWouldBe() {
        RunResult varied = run(SECTIONS + VARY);
        assertThat(varied.folder().resolve("figures/robustness-line.png")).exists();
        double[] near = slopes(run(SECTIONS.replace("x < 8", "x < 6")), "line");
        double[] far = slopes(run(SECTIONS.replace("x < 8", "x < 9.5")), "line");
        double[] unweighted = slopes(run(SECTIONS.replace("y-error: y_error, method: wls", "method: ols")), "line");
        RunResult own = run(SECTIONS);

        SmallTable all = MiniStudy.table(varied, "robustness-alternatives");
        assertThat(MiniStudy.texts(all, "alternative"))
                .containsExactly(
                        "x < 6",
                        "x < 6",
                        "x < 6",
                        "x < 9.5",
                        "x < 9.5",
                        "x < 9.5",
                        "unweighted",
                        "unweighted",
                        "unweighted");
        double[] found = MiniStudy.column(all, "slope");
        assertThat(new double[] {found[0], found[1], found[3], found[4], found[6], found[7]})
                .containsExactly(near[0], near[1], far[0], far[1], unweighted[0], unweighted[1]);
        assertThat(found[8]).isEqualTo(slopes(own, "one")[0]);

        SmallTable errors = MiniStudy.table(varied, "robustness");
        double base = slopes(own, "line")[1];
        assertThat(MiniStudy.column(errors, "slope")[1]).isEqualTo(base);
        assertThat(MiniStudy.column(errors, "by_reach")[1])
                .isCloseTo(Math.max(Math.abs(near[1] - base), Math.abs(far[1] - base)), within(1e-15));
        assertThat(MiniStudy.column(errors, "by_fit")[2]).isZero();
        double systematic = Math.hypot(MiniStudy.column(errors, "by_reach")[1], MiniStudy.column(errors, "by_fit")[1]);
        assertThat(MiniStudy.column(errors, "systematic")[1]).isCloseTo(systematic, within(1e-15));
        assertThat(MiniStudy.column(errors, "statistical")[1])
                .isEqualTo(MiniStudy.column(MiniStudy.table(own, "line"), "slope_sd")[1]);
    }

    /** Slices with other edges are no alternative to these, and settings whose names differ only in signs are told apart. */
    @Test
    void otherSlicesAreNotCompared() {
        RunResult varied = run(SECTIONS + """
                vary:
                  products: [line]
                  settings:
                    R 0: {set: products/line/slices/edges, to: [[0, 1.5, 2]]}
                    R-0: {set: cuts/near/keep, to: [x < 6]}
                """);
        SmallTable errors = MiniStudy.table(varied, "robustness");
        assertThat(MiniStudy.column(errors, "by_r_0_1")).containsOnly(Double.NaN);
        assertThat(MiniStudy.column(errors, "by_r_0_2")[0]).isPositive();
        assertThat(MiniStudy.texts(errors, "left_out")).containsOnly("R 0");
    }

    @Test
    void stagesThatDoNotDifferAreShared() throws Exception {
        run(SECTIONS + VARY);
        try (var files = Files.list(folder.resolve("cache"))) {
            List<String> names = files.map(f -> String.valueOf(f.getFileName())).toList();
            assertThat(names.stream().filter(n -> n.startsWith("stars-") && n.endsWith(".parquet")))
                    .hasSize(3);
            assertThat(names.stream().filter(n -> n.endsWith(".parquet"))).hasSizeLessThanOrEqualTo(6);
        }
    }

    @Test
    void allCombinationsAreMeasured() {
        RunResult varied = run(SECTIONS + VARY.replace("settings:", "combinations: all\n  settings:"));
        List<String> names = MiniStudy.texts(MiniStudy.table(varied, "robustness-alternatives"), "alternative");
        assertThat(names.stream().distinct())
                .containsExactlyInAnyOrder(
                        "reach x < 6",
                        "reach x < 9.5",
                        "fit unweighted",
                        "reach x < 6, fit unweighted",
                        "reach x < 9.5, fit unweighted");
    }

    @Test
    void definitionsOfTheSystematicErrorAreThoseOfTheirNames() {
        for (String definition : List.of("half-range", "standard-deviation")) {
            RunResult varied = run(SECTIONS + VARY.replace("settings:", "systematic: " + definition + "\n  settings:"));
            double[] found = MiniStudy.column(MiniStudy.table(varied, "robustness-alternatives"), "slope");
            double base = slopes(varied, "line")[0];
            double[] three = {base, found[0], found[3]};
            double mean = (three[0] + three[1] + three[2]) / 3;
            double expected = definition.equals("half-range")
                    ? 0.5
                            * (Math.max(three[0], Math.max(three[1], three[2]))
                                    - Math.min(three[0], Math.min(three[1], three[2])))
                    : Math.sqrt(
                            (Math.pow(three[0] - mean, 2) + Math.pow(three[1] - mean, 2) + Math.pow(three[2] - mean, 2))
                                    / 2);
            assertThat(MiniStudy.column(MiniStudy.table(varied, "robustness"), "by_reach")[0])
                    .isCloseTo(expected, within(1e-15));
        }
    }

    @Test
    void anEmptySampleIsToldAndTheOthersAreMeasured() {
        RunResult varied = run(SECTIONS + """
                vary:
                  settings:
                    group: {set: populations/low, to: [s = 7, s = 1]}
                """);
        assertThat(varied.products().getLast().notes())
                .anyMatch(n -> n.startsWith("one with group s = 7 was not measured: no star is left"));
        assertThat(MiniStudy.texts(MiniStudy.table(varied, "robustness-alternatives"), "alternative"))
                .contains("s = 1");
    }

    /** Files are opened, and their values counted, again for every alternative; what is said of them is not. */
    @Test
    void whatIsSaidOfAFileIsSaidOnce() throws IOException {
        Path stars = folder.resolve("stars.csv");
        Files.writeString(stars, Files.readString(stars).replaceFirst("(?m)^\\d[^,\\n]*,", "-9999,"));
        var told = new ArrayList<String>();
        Progress listener = new Progress() {
            @Override
            public void begin(String step, long rows) {}

            @Override
            public void advance(long rows) {}

            @Override
            public void end() {}

            @Override
            public void note(String text) {
                told.add(text);
            }
        };
        new MiniStudy(folder).study(MiniStudy.of(COLUMNS, SECTIONS + """
                vary:
                  products: [line]
                  settings:
                    file: {set: catalogues/survey/columns/s, to: [e, y]}
                """));
        new StudyRun(
                        new RunOptions(
                                folder.resolve("study.yaml"),
                                DataFolders.NONE,
                                folder.resolve("out"),
                                folder.resolve("cache"),
                                RunOptions.Overwrite.REFUSE,
                                2,
                                512),
                        listener)
                .run();
        assertThat(told).filteredOn(n -> n.contains("-9999")).hasSize(1);
        assertThat(told).doesNotHaveDuplicates();
    }

    /** The first look leaves the other settings out; all else is the same. */
    @Test
    void varyIsLeftOutWhereTheUserSaysSo() {
        new MiniStudy(folder).study(MiniStudy.of(COLUMNS, SECTIONS + """
                vary:
                  products: [line]
                  settings:
                    error: {set: products/line/y-error, to: [2 * y_error]}
                """));
        RunResult whole = run(RunOptions.Part.WHOLE, "whole");
        RunResult part = run(RunOptions.Part.WITHOUT_VARY, "part");
        assertThat(whole.products()).extracting(p -> p.head().name()).contains("robustness");
        assertThat(part.products())
                .extracting(p -> p.head().name())
                .doesNotContain("robustness")
                .contains("line");
        assertThat(MiniStudy.table(part, "line").rows())
                .isEqualTo(MiniStudy.table(whole, "line").rows());
    }

    private RunResult run(RunOptions.Part part, String out) {
        var options = new RunOptions(
                folder.resolve("study.yaml"),
                DataFolders.NONE,
                folder.resolve(out),
                folder.resolve("cache"),
                RunOptions.Overwrite.REFUSE,
                2,
                512,
                part);
        return new StudyRun(options, Progress.SILENT).run();
    }

    /** An alternative that has no number where others have one is not silently out of the systematic error. */
    @Test
    void alternativesWithoutANumberAreToldWithTheNumberAndInANote() {
        RunResult varied = run(SECTIONS + """
                vary:
                  products: [line]
                  settings:
                    e: {set: products/line/y-error, to: [-y_error, 2 * y_error, 'CASE WHEN s = 0 THEN y_error ELSE 0 END']}
                    few: {set: products/line/where, to: [s = 1]}
                """);
        SmallTable errors = MiniStudy.table(varied, "robustness");
        assertThat(MiniStudy.texts(errors, "left_out"))
                .containsExactly("e -y_error; few", "e -y_error, CASE WHEN s = 0 THEN y_error ELSE 0 END");
        assertThat(KeyNumbers.of(varied.study(), varied.products()).stream()
                        .filter(k -> k.product().equals("robustness"))
                        .map(KeyNumber::text))
                .anyMatch(t -> t.endsWith("kpc/kpc; syst. without e -y_error; few"));
        List<String> notes = varied.products().getLast().notes();
        assertThat(notes)
                .contains(
                        "line, 0 to 1; line, 1 to 2: e -y_error has no number (UNUSABLE_ERRORS); the systematic error is without it.")
                .anyMatch(n -> n.startsWith("line, 1 to 2: the sample: e CASE WHEN s = 0"))
                .anyMatch(n -> n.startsWith("line, 0 to 1: the sample: few s = 1 has no number (TOO_FEW_STARS)"));
    }

    /** A row that is not there at all, as of a distribution's slice with too few stars, is named too. */
    @Test
    void rowsThatAnAlternativeLacksAreNamed() {
        RunResult varied = run(SECTIONS
                + "  mdf: {kind: distribution, value: y, width: 0.1, slices: {of: s, edges: [0, 1, 2]}}\n" + """
                vary:
                  products: [mdf]
                  quantity: mean
                  settings:
                    reach: {set: products/mdf/where, to: [s = 0, x < 5]}
                """);
        assertThat(MiniStudy.texts(MiniStudy.table(varied, "robustness"), "left_out"))
                .containsExactly("", "reach s = 0");
        assertThat(varied.products().getLast().notes())
                .contains(
                        "mdf, 1 to 2: the sample: reach s = 0 has no number (no such slice, or too few stars in it); the systematic error is without it.");
    }

    @Test
    void productsThatNoSettingMovesHaveNoFigure() {
        RunResult varied = run(SECTIONS + """
                vary:
                  settings:
                    e: {set: products/line/y-error, to: [2 * y_error + 0.1]}
                """);
        assertThat(varied.products().getLast().illustrations().stream().map(i -> i.name()))
                .containsExactly("robustness-line");
        assertThat(varied.products().getLast().notes()).contains("No figure where no setting changes a number: one.");
    }

    /** The alternative that makes the systematic error lies inside the axis, with all of the grey bar. */
    @Test
    void theAxisHoldsTheSystematicError() {
        RunResult varied = run(SECTIONS + """
                vary:
                  products: [one]
                  settings:
                    wild: {set: products/one/y, to: [200 * y]}
                """);
        SmallTable errors = MiniStudy.table(varied, "robustness");
        double value = MiniStudy.column(errors, "slope")[0];
        double systematic = MiniStudy.column(errors, "systematic")[0];
        var illustration = varied.products().getLast().illustrations().getFirst();
        var axis = illustration.figure().panels().getFirst().y();
        assertThat(axis.min()).isLessThan(value - systematic);
        assertThat(axis.max()).isGreaterThan(value + systematic);
        assertThat(illustration.caption()).doesNotContain("Arrows");
    }

    /** Without slices the alternatives stand side by side by their names, and a setting that changes nothing there has no panel. */
    @Test
    void alternativesStandByNameAlongTheAxis() {
        RunResult varied = run(SECTIONS + """
                vary:
                  products: [one]
                  settings:
                    wild: {set: products/one/y, to: [2 * y, y + 0.001 * x + 0.002 * x + 0.003 * x]}
                    idle: {set: products/line/y-error, to: [2 * y_error + 0.1]}
                """);
        var illustration = varied.products().getLast().illustrations().getFirst();
        assertThat(illustration.figure().panels()).hasSize(1);
        assertThat(illustration.figure().panels().getFirst().x().names())
                .containsExactly("own", "2 * y", "y + 0.001 * x + 0.002 * x +…");
        assertThat(illustration.caption())
                .contains("wild: 2 * y, y + 0.001 * x + 0.002 * x + 0.003 * x.")
                .contains("Without a panel, because nothing changes here: idle.");
    }

    @Test
    void alternativesThatAreMethodsAreNamedAsPeopleSayThem() {
        RunResult varied = run(SECTIONS + """
                vary:
                  products: [one]
                  settings:
                    line: {set: products/one/method, to: [{name: quantile, quantile: 0.5}, {name: quantile, quantile: 0.4}, theil-sen]}
                """);
        assertThat(MiniStudy.texts(MiniStudy.table(varied, "robustness-alternatives"), "alternative"))
                .containsExactly("quantile 0.5", "quantile 0.4", "theil-sen");
    }

    @Test
    void mistakesAreToldWithTheAlternativeAndItsPlace() {
        assertMistake("reach: {set: cuts/nera/keep, to: [x < 6]}", "did you mean 'near'?", "There are: near");
        assertMistake(
                "reach: {set: cuts/near/keep, to: [x + 6]}",
                "in the alternative 'x + 6' of 'reach'",
                "not a condition");
        assertMistake("p: {set: product/line/method, to: [ols]}", "did you mean 'products'?");
        assertMistake(
                "p: {set: products/line/method, to: [olx]}",
                "in the alternative 'olx' of 'p'",
                "there is no method named 'olx'");
        assertMistake("p: {set: study/name, to: [a]}", "leads into a single value");
        assertMistake("p: {to: [a]}", "needs either 'set' and 'to', or 'alternatives'");
        assertMistake("p: {set: cuts/near}", "does not say to what");
        assertMistake("p: {set: cuts/near/keep, to: [x < 6, x < 6]}", "stands there twice");
        assertMistake("p: {set: products/line, to: [remove]}", "in the alternative 'remove'", "has no product 'line'");
        assertThatThrownBy(() ->
                        run(SECTIONS + "vary: {quantity: slop, settings: {r: {set: cuts/near/keep, to: [x < 6]}}}"))
                .hasMessageContaining("did you mean 'slope'?");
    }

    @Test
    void mapsHaveNothingToCompare() {
        String map = "  plan: {kind: plane, statistic: median, plane: x-y, value: y, cell: 0.5 kpc}\n";
        assertThatThrownBy(() -> run(SECTIONS + map + VARY.replace("settings:", "products: [plan]\n  settings:")))
                .hasMessageContaining("'plan' has no slices whose numbers could be compared");
    }

    private void assertMistake(String setting, String... parts) {
        assertThatThrownBy(() -> new MiniStudy(folder)
                        .study(MiniStudy.of(COLUMNS, SECTIONS + "vary:\n  settings:\n    " + setting + "\n"))
                        .check())
                .hasMessageContainingAll(parts)
                .hasMessageContaining("study.yaml:");
    }
}
