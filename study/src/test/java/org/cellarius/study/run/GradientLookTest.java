package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.FigureWriter;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.Points;
import org.cellarius.figure.ReferenceLine;
import org.cellarius.figure.Symbol;
import org.cellarius.measure.product.Illustration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How gradients are drawn: circles as large as a number, thin draws of the line. */
class GradientLookTest {

    private static final String COLUMNS =
            "{fe_h: {from: feh, unit: dex}, dage: {from: dage, unit: Gyr}, edage: {from: edage, unit: Gyr}, members: n, name: name}";

    private static final Path LOOK = Path.of("target", "look");

    /** Clusters; the last has no number of members, the one before a negative one. */
    private static String clusters() {
        Random random = new Random(2);
        var text = new StringBuilder("name,feh,dage,edage,n\n");
        for (int i = 0; i < 24; i++) {
            String members = i == 23 ? "" : i == 22 ? "-4" : String.valueOf(8 + i * i * 2);
            text.append("NGC_%d,%s,%s,%s,%s%n"
                    .formatted(
                            2670 + i,
                            -0.4 + 0.035 * i,
                            0.3 * random.nextGaussian(),
                            0.1 + 0.3 * random.nextDouble(),
                            members));
        }
        return text.toString();
    }

    private static MiniStudy study(Path folder, String products) throws IOException {
        Files.createDirectories(folder);
        return new MiniStudy(folder)
                .file("stars.csv", clusters())
                .study(MiniStudy.of(COLUMNS, "cuts: [{name: near, keep: fe_h < 20}]\nproducts:\n" + products));
    }

    private static Illustration drawn(String name, MiniStudy study) throws IOException {
        Illustration one = study.run().products().getFirst().illustrations().getFirst();
        Files.createDirectories(LOOK);
        FigureWriter.writeAll(one.figure(), LOOK, name);
        return one;
    }

    private static <L extends Layer> List<L> layers(Illustration one, Class<L> kind) {
        return one.figure().panels().getFirst().layers().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static final String CIRCLES = """
              ages:
                kind: gradient
                x: fe_h
                y: {of: dage, label: "Δ age"}
                y-error: edage
                method: wls
                minimum-count: 10
                points: {size: {of: members, label: members}, outline: {where: "name = 'NGC_2682'", label: M 67}, line: zero}
            """;

    /** A line through medians is drawn with these medians, from the first of them on. */
    @ParameterizedTest
    @CsvSource({
        "'{name: running-median, window: 100, overlap: 0.5, points-from: 1}', 1.0",
        "'{name: binned-median, bin-width: 0.25, bin-minimum: 10}', -3.0"
    })
    void aLineThroughMediansShowsTheMedians(String method, double from, @TempDir Path folder) throws IOException {
        Random random = new Random(8);
        var text = new StringBuilder("x,y\n");
        for (int i = 0; i < 2500; i++) {
            double x = 3 * random.nextDouble();
            // A tail to one side: means lie above medians.
            text.append("%s,%s%n".formatted(x, 0.1 * x + Math.exp(random.nextGaussian())));
        }
        Illustration one = drawn(
                "medians",
                new MiniStudy(folder)
                        .file("stars.csv", text.toString())
                        .study(MiniStudy.of(
                                "{age: {from: x, unit: Gyr}, fe_h: {from: y, unit: dex}}",
                                "products:\n  p: {kind: gradient, x: age, y: fe_h, method: " + method + "}\n")));
        Points medians = layers(one, Points.class).getLast();
        assertThat(layers(one, ErrorBars.class)).isEmpty();
        assertThat(medians.x()).hasSizeGreaterThan(8);
        double above = 0;
        for (int k = 0; k < medians.x().length; k++) {
            assertThat(medians.x()[k]).isGreaterThanOrEqualTo(from);
            above += (medians.y()[k] - 0.1 * medians.x()[k]) / medians.x().length;
        }
        // The median of exp(N(0, 1)) is 1, its mean 1.65; one of 30 medians of 100 stars is off by 0.125.
        assertThat(above).isCloseTo(1, within(0.1));
        Line line = layers(one, Line.class).getLast();
        assertThat(line.x()[0]).isEqualTo(medians.x()[0]);
        assertThat(one.caption()).contains("the medians that the line is laid through");
    }

    @Test
    void areasAreProportionalToTheNumber(@TempDir Path folder) throws IOException {
        Illustration one = drawn("circles", study(folder, CIRCLES));
        List<Points> points = layers(one, Points.class);
        Points circles = points.stream()
                .filter(p -> p.style().symbol() == Symbol.CIRCLE && p.legend().isEmpty() && p.x().length > 5)
                .findFirst()
                .orElseThrow();
        // 22 with a number, one of them with an outline.
        assertThat(circles.sizesPt()).hasSize(21);
        for (int i = 0; i < 21; i++) {
            long k = Math.round((circles.x()[i] + 0.4) / 0.035);
            double members = 8 + k * k * 2;
            assertThat(Math.pow(circles.sizesPt()[i] / circles.sizesPt()[0], 2))
                    .isCloseTo(members / (8 + 21 * 21 * 2), within(1e-9));
        }
        // Small ones lie above large ones.
        assertThat(circles.sizesPt()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        List<Points> outlined =
                points.stream().filter(p -> p.legend().equals("M 67")).toList();
        assertThat(outlined)
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.x()[0]).isCloseTo(-0.4 + 12 * 0.035, within(1e-9)));
        assertThat(outlined.getFirst().sizesPt()[0])
                .isGreaterThan(outlined.getLast().sizesPt()[0]);
        Points crosses = points.stream()
                .filter(p -> p.style().symbol() == Symbol.CROSS)
                .findFirst()
                .orElseThrow();
        assertThat(crosses.x()).hasSize(2);
        assertThat(layers(one, ErrorBars.class).getFirst().yPlus()).hasSize(24);
        assertThat(layers(one, ReferenceLine.class)).hasSize(1);
        assertThat(layers(one, Line.class)).isEmpty();
        assertThat(one.caption())
                .contains("areas of the circles proportional to members")
                .contains("2 stars of which it is missing or not above 0: crosses")
                .contains("with an outline: M 67")
                .contains("dashed: 0")
                .doesNotContain("Fitted");
    }

    @Test
    void theLegendHasRoundNumbersAtTheirSizes(@TempDir Path folder) throws IOException {
        Illustration one = drawn("circles", study(folder, CIRCLES));
        List<Points> entries = layers(one, Points.class).stream()
                .filter(p -> p.legend().endsWith("members"))
                .toList();
        assertThat(entries).extracting(Points::legend).containsExactly("500 members", "100 members", "20 members");
        double largest = Arrays.stream(layers(one, Points.class).stream()
                        .filter(p -> p.sizesPt().length == 21)
                        .findFirst()
                        .orElseThrow()
                        .sizesPt())
                .max()
                .orElseThrow();
        for (Points p : entries) {
            double number = Double.parseDouble(p.legend().split(" ", -1)[0]);
            assertThat(Math.pow(p.style().sizePt() / largest, 2)).isCloseTo(number / 890, within(1e-9));
        }
    }

    @Test
    void theFitIsDrawnUnlessSomethingElseIsAskedFor(@TempDir Path folder) throws IOException {
        Illustration fit = drawn("circles-fit", study(folder.resolve("fit"), CIRCLES.replace(", line: zero", "")));
        assertThat(layers(fit, Line.class)).hasSize(1);
        assertThat(fit.caption()).contains("Fitted");
        Illustration none = drawn("circles-none", study(folder.resolve("none"), CIRCLES.replace("zero", "none")));
        assertThat(layers(none, Line.class)).isEmpty();
        assertThat(layers(none, ReferenceLine.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size: {of: members, label: members} | size: name                   | number",
                "size: {of: members, label: members} | size: membres                | membres",
                "name = 'NGC_2682'                   | nam = 'NGC_2682'             | nam",
                "name = 'NGC_2682'                   | name =                       | name =",
                "line: zero                          | line: nought                 | nought",
                "minimum-count: 10                   | 'figures: together'          | share a figure",
                "minimum-count: 10                   | 'draws: 301'                 | 300"
            })
    void mistakesAreTold(String from, String to, String told, @TempDir Path folder) {
        assertThatThrownBy(() -> study(folder, CIRCLES.replace(from, to)).run())
                .hasMessageContaining(told)
                .hasMessageContaining("study.yaml");
    }

    /** One mean among single stars would look like a star of another kind. */
    @Test
    void aLoneMeanIsNotDrawn(@TempDir Path folder) throws IOException {
        Random random = new Random(5);
        var text = new StringBuilder("name,feh,dage,edage,n\n");
        for (int i = 0; i < 40; i++) {
            double x = i < 15 ? 0.01 * random.nextDouble() : -1 + 0.08 * i;
            text.append("s%d,%s,%s,0.3,9%n".formatted(i, x, 0.1 * random.nextGaussian()));
        }
        MiniStudy study = study(folder, "  line: {kind: gradient, x: fe_h, y: dage, method: ols}\n")
                .file("stars.csv", text.toString());
        Illustration one = drawn("lone-mean", study);
        assertThat(one.caption()).doesNotContain("means in bins");
        assertThat(layers(one, ErrorBars.class).stream().filter(b -> b.x().length > 0))
                .hasSize(1);
    }

    private static String many(int n) {
        Random random = new Random(3);
        var text = new StringBuilder("name,feh,dage,edage,n\n");
        for (int i = 0; i < n; i++) {
            double x = -0.5 + random.nextDouble();
            text.append("s%d,%s,%s,0.3,%d%n".formatted(i, x, 1 - 2 * x + random.nextGaussian(), 1 + i));
        }
        return text.toString();
    }

    @Test
    void manyStarsAreNotCirclesAndTheCaptionSaysSo(@TempDir Path folder) throws IOException {
        MiniStudy study = study(
                        folder,
                        CIRCLES.replace(", outline: {where: \"name = 'NGC_2682'\", label: M 67}, line: zero", ""))
                .file("stars.csv", many(1500));
        assertThat(drawn("many", study).caption()).contains("where all slices have fewer than 1,000 stars");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ols                                           | 100 draws from the normal distribution",
                "scatter-vertical                              | 100 draws of the posterior",
                "'{name: ols, resample: \"bootstrap:200\"}'    | 100 replicates of the bootstrap",
                "theil-sen                                     | gives no draws"
            })
    void drawsStandInPlaceOfTheBand(String method, String told, @TempDir Path folder) throws IOException {
        String product = "  line: {kind: gradient, x: fe_h, y: dage, method: %s, draws: 100%s}\n"
                .formatted(method, method.startsWith("scatter") ? ", y-error: edage" : "");
        MiniStudy study = study(folder, product).file("stars.csv", many(3000));
        Illustration one = drawn("draws-" + method.replaceAll("[^a-z]", ""), study);
        assertThat(one.caption()).contains(told).contains("means in bins");
        List<Line> lines = layers(one, Line.class);
        if (method.equals("theil-sen")) {
            assertThat(lines).hasSize(1);
            return;
        }
        assertThat(one.caption()).doesNotContain("band");
        assertThat(lines).hasSize(2);
        assertThat(Arrays.stream(lines.getFirst().x()).filter(Double::isNaN).count())
                .isEqualTo(100);
        assertThat(lines.getFirst().style().widthPt())
                .isLessThan(0.5 * lines.getLast().style().widthPt());
        String svg = FigureWriter.svg(Objects.requireNonNull(one.figure()));
        assertThat(svg).hasSizeLessThan(300_000);
    }
}
