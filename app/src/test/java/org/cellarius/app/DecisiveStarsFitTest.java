package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One wrong cell of a table does not decide a line in silence. */
class DecisiveStarsFitTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ols",
                "wls",
                "odr",
                "theil-sen",
                "quantile",
                "scatter-vertical",
                "scatter-perpendicular",
                "scatter-structural",
                "student-t",
                "hogg2010-printed"
            })
    void aRadiusOf1e30IsToldWithItsRow(String method) throws IOException {
        Path bad = table("bad.csv", true);
        JsonNode whole = fit(bad, method, "");
        JsonNode rest = fit(bad, method, "x < 1e6");
        assertThat(whole.at("/warnings").toString()).contains("one star", "row 17, x = 1.00e+30");
        assertThat(whole.at("/decisive_stars/stars/0/x").asDouble()).isEqualTo(1e30);
        assertThat(whole.at("/decisive_stars/slope_without").asDouble())
                .isCloseTo(rest.path("slope").asDouble(), within(1e-9));
        assertThat(whole.at("/decisive_stars/slope_without_sd").asDouble())
                .isCloseTo(rest.path("slope_sd").asDouble(), within(1e-9));
        assertThat(rest.has("decisive_stars")).isFalse();
        assertThat(fit(table("good.csv", false), method, "").has("decisive_stars"))
                .isFalse();
    }

    @Test
    void theRowIsThatOfTheTableWhateverTheCondition() throws IOException {
        Path bad = table("bad.csv", true);
        assertThat(fit(bad, "wls", "y < 100 and e > 0.04 or x > 1e20")
                        .at("/warnings")
                        .toString())
                .contains("row 17, ");
    }

    @Test
    void theTerminalSaysIt() throws IOException {
        Outcome outcome = Outcome.of("fit", table("bad.csv", true), "--x", "x", "--y", "y", "--method", "ols");
        assertThat(outcome.err())
                .contains("note: one star decides the slope (row 17, x = 1.00e+30")
                .contains("Cook's distance")
                .contains("without it the slope is -0.0");
    }

    @Test
    void ofAMillionStarsTheFurthestAreLookedAt() throws IOException {
        var text = new StringBuilder("x,y,e\n");
        var random = new Random(5);
        for (int i = 0; i < 1_000_100; i++) {
            double x = 5 + random.nextInt(8000) * 1e-3;
            text.append(i == 500 ? "1e30" : Double.toString(x))
                    .append(',')
                    .append(Double.toString(Math.rint(1e3 * (0.5 - 0.06 * x + 0.1 * random.nextGaussian())) / 1e3))
                    .append(",0.1\n");
        }
        Path large = folder.resolve("large.csv");
        Files.writeString(large, text);
        for (String method : new String[] {"ols", "wls"}) {
            JsonNode fit = fit(large, method, "");
            assertThat(fit.at("/warnings").toString()).contains("one star decides the slope (x = 1.00e+30");
            assertThat(fit.at("/decisive_stars/slope_without").asDouble()).isCloseTo(-0.06, within(3e-4));
        }
    }

    private static JsonNode fit(Path table, String method, String where) throws IOException {
        return where.isEmpty()
                ? Outcome.of("fit", table, "--x", "x", "--y", "y", "--y-error", "e", "--method", method, "--json")
                        .json()
                : Outcome.of(
                                "fit",
                                table,
                                "--x",
                                "x",
                                "--y",
                                "y",
                                "--y-error",
                                "e",
                                "--method",
                                method,
                                "--where",
                                where,
                                "--json")
                        .json();
    }

    private Path table(String name, boolean spoiled) throws IOException {
        var random = new Random(3);
        var text = new StringBuilder("x,y,e\n");
        for (int i = 0; i < 60; i++) {
            double x = 6 + 6 * random.nextDouble();
            double e = 0.03 + 0.05 * random.nextDouble();
            double y = 0.5 - 0.06 * x + 0.1 * random.nextGaussian();
            text.append(spoiled && i == 16 ? "1e30" : Double.toString(x)).append("," + y + "," + e + "\n");
        }
        Path table = folder.resolve(name);
        Files.writeString(table, text);
        return table;
    }
}
