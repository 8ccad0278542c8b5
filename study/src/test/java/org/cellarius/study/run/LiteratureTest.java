package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.cellarius.catalogue.InputError;
import org.cellarius.figure.ErrorBars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slopes of other papers beside ours. */
class LiteratureTest {

    @TempDir
    Path folder;

    private MiniStudy study(String settings) {
        var random = new SplittableRandom(4);
        var text = new StringBuilder("x,y,z\n");
        for (int i = 0; i < 400; i++) {
            double x = 10 * random.nextDouble();
            text.append(String.format(
                    Locale.ROOT, "%.4f,%.4f,%.4f%n", x, -0.05 * x + 0.1 * random.nextGaussian(), random.nextDouble()));
        }
        return new MiniStudy(folder)
                .file("stars.csv", text.toString())
                .study(MiniStudy.of(
                        "{x: {from: x, unit: kpc}, fe_h: {from: y, unit: dex}, z: {from: z, unit: kpc}}",
                        "products:\n  p: {kind: gradient, x: x, y: fe_h, method: ols, " + settings + "}\n"));
    }

    @Test
    void slopesOfAnotherPaperAreDrawnAgainstTheSlices() {
        var result = study(
                        "slices: {of: z, edges: [0, 0.5, 1]}, literature: [{label: Paper, at: [0.2, 0.7], slope: [-0.3, -0.05], error: [0.01, 0.02]}, {label: Other, at: [0.4], slope: [0.1]}]")
                .replace()
                .products()
                .getFirst();
        var figure = result.illustrations().stream()
                .filter(i -> i.name().equals("p-slopes"))
                .findFirst()
                .orElseThrow()
                .figure();
        var bars = figure.panels().getFirst().layers().stream()
                .filter(ErrorBars.class::isInstance)
                .map(ErrorBars.class::cast)
                .toList();
        assertThat(bars.stream().map(ErrorBars::legend)).containsExactly("this study", "Paper", "Other");
        assertThat(bars.get(1).x()).containsExactly(0.2, 0.7);
        assertThat(bars.get(1).y()).containsExactly(-0.3, -0.05);
        assertThat(bars.get(1).yPlus()).containsExactly(0.01, 0.02);
        // The axis holds them, though ours are near -0.05.
        assertThat(figure.panels().getFirst().y().min()).isLessThan(-0.31);
        assertThat(figure.panels().getFirst().y().max()).isGreaterThan(0.1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "literature: [{label: A, at: [1], slope: [1]}]                                                     | Add  slices",
                "slices: {of: z, edges: [0, 1]}, literature: [{label: A, at: [1, 2], slope: [1]}]                  | as many of each",
                "slices: {of: z, edges: [0, 1]}, literature: [{label: A, at: [1], slope: [1], error: [1, 2]}]      | as many of each",
                "slices: {of: z, edges: [0, 1]}, literature: [{label: A, slope: [1]}]                              | at"
            })
    void mistakesHaveAPlace(String settings, String told) {
        assertThatThrownBy(() -> study(settings.strip()).replace())
                .isInstanceOf(InputError.class)
                .hasMessageContaining(told)
                .hasMessageContaining("study.yaml:");
    }
}
