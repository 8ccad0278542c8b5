package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.cellarius.engine.Progress;
import org.cellarius.study.result.ClosureLine;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closure tests find the biases that theory predicts, and none where there is none. */
class ClosureRunTest {

    private static final double X_ERROR = 1;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path folder;

    @BeforeEach
    void writeStars() {
        var random = new Random(8);
        var text = new StringBuilder("x,xe,y,ye,s\n");
        for (int i = 0; i < 500; i++) {
            double x = 8 + 2 * random.nextGaussian();
            double error = 0.05 + 0.1 * random.nextDouble();
            double y = 0.5 - 0.06 * x + Math.hypot(0.1, error) * random.nextGaussian();
            text.append(String.format(Locale.ROOT, "%.6f,%.1f,%.6f,%.6f,%d%n", x, X_ERROR, y, error, i % 2));
        }
        new MiniStudy(folder).file("stars.csv", text.append("9,1,,0.1,0\n").toString());
    }

    private ClosureRun closure(String columns, String sections, ClosurePlan plan) {
        var study = new MiniStudy(folder)
                .study(MiniStudy.of(columns, sections))
                .prepared(folder.resolve("out"), folder.resolve("cache"), Overwrite.REFUSE, 2, Optional.empty());
        return new ClosureRun(study, plan, Progress.SILENT);
    }

    private static ClosurePlan plan(int samples, String... methods) {
        return new ClosurePlan(samples, 5, List.of(methods), List.of(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static final String EXACT = "{d: x, y: {from: y, unit: kpc}, y_error: {from: ye, unit: kpc}, s: s}";

    private static final String BLURRED =
            "{d: x, d_error: xe, y: {from: y, unit: kpc}, y_error: {from: ye, unit: kpc}, s: s}";

    private static final String LINE =
            "products:\n  line: {kind: gradient, x: d, y: y, y-error: y_error, method: scatter-vertical}\n";

    @Test
    void aLineWithTheRightAssumptionsTellsTheTruth() {
        ClosureLine line = closure(EXACT, LINE, plan(150)).measure().getFirst();
        assertThat(line.truth()).isCloseTo(-0.06, within(0.02));
        assertThat(Math.abs(line.closure().bias()))
                .isLessThan(4 * line.closure().biasError());
        assertThat(line.closure().scatter() / line.closure().statedError()).isBetween(0.8, 1.25);
        // four binomial standard deviations of 150 samples
        assertThat(line.closure().coverage68()).isCloseTo(0.68, within(0.15));
        assertThat(line.closure().coverage95()).isCloseTo(0.95, within(0.07));
        assertThat(line.closure().failed()).isZero();
    }

    @Test
    void aLineWithoutWeightsIsNotTriedOnWeightedStars() {
        String weighted = LINE.replace("method: scatter-vertical", "method: scatter-vertical, weight: s + 1");
        assertThat(closure(EXACT, weighted, plan(2, "wls", "theil-sen")).measure())
                .extracting(ClosureLine::method)
                .containsOnly("wls");
        assertThatThrownBy(() -> closure(EXACT, weighted, plan(2, "theil-sen")).measure())
                .hasMessageContaining("theil-sen, which takes no weights");
    }

    /** Errors of x flatten a line by the factor var(x)/(var(x) + error&sup2;): the sample's x serve as true ones. */
    @Test
    void errorsOfXFlattenALineThatDoesNotKnowThem() {
        var plan = new ClosurePlan(60, 2, List.of("ols"), List.of(), OptionalDouble.of(-0.1), OptionalDouble.of(0.05));
        ClosureLine line = closure(BLURRED, LINE, plan).measure().getFirst();
        new MiniStudy(folder).replace();
        double variance = Double.parseDouble(new MiniStudy(folder)
                .stars("SELECT var_pop(d) FROM stars WHERE y IS NOT NULL")
                .getFirst()
                .getFirst());
        double expected = -0.1 * (variance / (variance + X_ERROR * X_ERROR) - 1);
        assertThat(line.truth()).isEqualTo(-0.1);
        assertThat(line.closure().bias())
                .isCloseTo(expected, within(4 * line.closure().biasError() + 2e-4));
        assertThat(line.closure().coverage95()).isLessThan(0.2);
    }

    @Test
    void errorsOfXThatTheProductNamesAreDrawnToo() {
        String named = LINE.replace("y: y,", "y: y, x-error: xe,").replace("scatter-vertical", "scatter-structural");
        var plan = new ClosurePlan(40, 2, List.of(), List.of(), OptionalDouble.of(-0.1), OptionalDouble.of(0.05));
        String columns = BLURRED.replace("d_error: xe", "xe: xe");
        ClosureLine line = closure(columns, named, plan).measure().getFirst();
        assertThat(Math.abs(line.closure().bias()))
                .isLessThan(4 * line.closure().biasError());
        ClosureLine blind = closure(
                        columns,
                        named,
                        new ClosurePlan(
                                40, 2, List.of("ols"), List.of(), OptionalDouble.of(-0.1), OptionalDouble.of(0.05)))
                .measure()
                .getFirst();
        assertThat(blind.closure().bias()).isGreaterThan(10 * blind.closure().biasError());
    }

    @Test
    void cutsActOnTheMockAsTheyDoOnTheStars() {
        // Stars of low y are cut: least squares comes out flatter, seen by the closure test.
        String sections = "cuts:\n  - {name: rich, keep: y > -0.05}\n" + LINE;
        ClosureLine cut = closure(EXACT, sections, plan(60, "ols")).measure().getFirst();
        assertThat(cut.closure().bias()).isGreaterThan(10 * cut.closure().biasError());
    }

    @Test
    void slicesHaveTruthsOfTheirOwnAndTheSameSeedGivesTheSameNumbers() {
        String sections = LINE.replace("scatter-vertical}", "ols, slices: {of: s, edges: [0, 1, 2, 3]}}")
                .replace(", y-error: y_error", "");
        List<ClosureLine> one = closure(EXACT, sections, plan(5)).measure();
        List<ClosureLine> two = closure(EXACT, sections, plan(5)).measure();
        assertThat(one).hasSize(3);
        assertThat(one).isEqualTo(two);
        assertThat(one.get(0).truth()).isNotEqualTo(one.get(1).truth());
        assertThat(one.get(2).closure().failed()).isEqualTo(5);
        assertThat(one.get(2).failure()).contains("too few stars");
    }

    @Test
    void whatCannotBeTestedIsSaid() {
        assertThatThrownBy(() -> closure(EXACT, LINE.replace("y: y,", "y: 2 * y,"), plan(3))
                        .measure())
                .hasMessageContaining("line is not tested: its y, '2 * y', is no column of a catalogue");
        assertThatThrownBy(() -> closure(EXACT, "products:\n  m: {kind: distribution, value: y, width: 0.1}\n", plan(3))
                        .measure())
                .hasMessageContaining("the study has no gradient");
        var unknown = new ClosurePlan(3, 1, List.of(), List.of("lime"), OptionalDouble.empty(), OptionalDouble.empty());
        assertThatThrownBy(() -> closure(EXACT, LINE, unknown).measure()).hasMessageContaining("did you mean 'line'?");
        var needy = closure(EXACT, LINE, plan(3, "ols", "age-mixture", "chen2025"));
        assertThat(needy.measure()).hasSize(2);
        assertThat(needy.notes()).anyMatch(n -> n.startsWith("line is not tested with age-mixture"));
        assertThatThrownBy(() -> plan(1)).hasMessageContaining("1 samples");
        assertThat(MiniStudy.names(folder.resolve("cache"))).noneMatch(n -> n.contains("closure"));
    }

    /** Each variant has mocks of its own stars, tried with its own method. */
    @Test
    void variantsAreTestedWithTheirOwnMethodsConditionsAndPopulations() {
        String sections = """
                populations: {even: s = 0, odd: s = 1}
                products:
                  line:
                    kind: gradient
                    x: d
                    y: y
                    y-error: y_error
                    variants:
                      plain: {method: ols}
                      scatter: {method: scatter-vertical}
                      inner: {method: ols, where: d < 8}
                      apart: {method: theil-sen, populations: [even, odd]}
                """;
        List<ClosureLine> lines = closure(EXACT, sections, plan(6)).measure();
        assertThat(lines)
                .extracting(ClosureLine::variant)
                .containsExactly("plain", "scatter", "inner", "apart", "apart");
        assertThat(lines)
                .extracting(ClosureLine::method)
                .containsExactly("ols", "scatter-vertical", "ols", "theil-sen", "theil-sen");
        assertThat(lines).extracting(ClosureLine::population).containsExactly("", "", "", "even", "odd");
        for (ClosureLine line : lines) {
            assertThat(line.closure().failed()).isZero();
            assertThat(line.truth()).isCloseTo(-0.06, within(0.03));
        }
        List<ClosureLine> others =
                closure(EXACT, sections, plan(4, "wls", "ols")).measure();
        assertThat(others).hasSize(10);
    }
}
