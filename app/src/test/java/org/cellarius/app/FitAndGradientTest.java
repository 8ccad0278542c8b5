package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code cellarius fit} and a gradient of a study are one line through the same stars: the same numbers, and the same refusals. */
class FitAndGradientTest {

    @TempDir
    Path folder;

    private Path stars(int count) throws IOException {
        var random = new Random(8);
        var text = new StringBuilder("x,fe_h,e,ex,age,age_e\n");
        for (int i = 0; i < count; i++) {
            double x = 4 + 8 * random.nextDouble();
            text.append(String.format(
                    Locale.ROOT,
                    "%.6f,%s,%s,%.4f,%.3f,%.3f%n",
                    x,
                    i % 97 == 5 ? "" : String.format(Locale.ROOT, "%.6f", 0.4 - 0.06 * x + 0.1 * random.nextGaussian()),
                    i % 53 == 7 ? "0" : String.format(Locale.ROOT, "%.5f", 0.05 + 0.1 * random.nextDouble()),
                    0.05 + 0.1 * random.nextDouble(),
                    13 * random.nextDouble(),
                    0.5));
        }
        return Files.writeString(folder.resolve("stars.csv"), text);
    }

    private Outcome gradient(String settings) throws IOException {
        Files.writeString(folder.resolve("study.yaml"), """
                study: mini
                title: A mini study
                catalogues:
                  survey: {file: stars.csv, columns: {x: {from: x, unit: kpc}, fe_h: {from: fe_h, unit: dex}, e: {from: e, unit: dex}, ex: {from: ex, unit: kpc}, age: {from: age, unit: Gyr}, age_e: {from: age_e, unit: Gyr}}}
                products:
                  line: {kind: gradient, x: x, y: fe_h, %s}
                """.formatted(settings));
        return Outcome.of(
                "run", folder, "--out", folder.resolve("out"), "--cache", folder.resolve("cache"), "--force", "--json");
    }

    private double[] slopeOf(String settings) throws IOException {
        Outcome outcome = gradient(settings);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("out/tables/line.csv")).stream()
                .filter(l -> !l.startsWith("#"))
                .toList();
        List<String> names = List.of(lines.get(0).split(",", -1));
        String[] values = lines.get(1).split(",", -1);
        return Arrays.stream(new String[] {"n", "slope", "slope_sd", "intercept", "intercept_sd"})
                .mapToDouble(name -> number(values[names.indexOf(name)]))
                .toArray();
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private double[] fit(Path table, String... options) {
        var all = new ArrayList<Object>(List.of("fit", table, "--x", "x", "--y", "fe_h", "--json"));
        all.addAll(List.of(options));
        JsonNode told = Outcome.of(all.toArray()).json();
        return Arrays.stream(new String[] {"n", "slope", "slope_sd", "intercept", "intercept_sd"})
                .mapToDouble(name ->
                        number(told.path(name).isNull() ? "" : told.path(name).toString()))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "method: ols                                          | --method ols",
                "method: wls, y-error: e                              | --method wls --y-error e",
                "method: odr, y-error: e, x-error: ex                 | --method odr --y-error e --x-error ex",
                "method: theil-sen                                    | --method theil-sen",
                "method: {name: ols, age-bin: [2, 5]}, age: age             | --method ols --age age --age-bin 2,5",
                "method: {name: wls, age-bin: [2, 5]}, y-error: e, age: age | --method wls --y-error e --age age --age-bin 2,5"
            })
    void bothGiveTheSameNumbers(String settings, String options) throws IOException {
        Path table = stars(1500);
        double[] product = slopeOf(settings.strip());
        double[] command = fit(table, options.strip().split(" +"));
        assertThat(command[0]).isEqualTo(product[0]).isGreaterThan(300);
        for (int k = 1; k < product.length; k++) {
            // A line without an error has none in either.
            assertThat(command[k])
                    .isEqualTo(product[k], within(Double.isNaN(product[k]) ? 0 : 1e-14 * Math.abs(product[k])));
        }
    }

    /** Above a million stars both go by sums, and count those that were chosen, not those of the table. */
    @Test
    void bothGoBySumsFromTheSameNumberOfStarsOn() throws IOException {
        Path table = stars(1_100_000);
        for (String where : new String[] {"x > 4.1", "x > 8"}) {
            double[] product = slopeOf("method: wls, y-error: e, where: " + where);
            double[] command = fit(table, "--method", "wls", "--y-error", "e", "--where", where);
            assertThat(command).as(where).containsExactly(product, within(1e-14));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "method: wls                    | --method wls                   | y-error",
                "method: student-t              | --method student-t             | y-error",
                "method: {name: ols, age-bin: [2, 5]} | --method ols --age-bin 2,5     | age",
                "method: wls, y-error: nothing  | --method wls --y-error nothing | 'nothing'",
                "method: {name: ols, bin-width: 1}    | --method ols --bin-width 1     | bin-width"
            })
    void bothRefuseTheSame(String settings, String options, String told) throws IOException {
        Path table = stars(50);
        Outcome product = gradient(settings.strip());
        var all = new ArrayList<Object>(List.of("fit", table, "--x", "x", "--y", "fe_h"));
        all.addAll(List.of(options.strip().split(" +")));
        Outcome command = Outcome.of(all.toArray());
        assertThat(product.code()).as(product.err()).isEqualTo(2);
        assertThat(command.code()).as(command.err()).isEqualTo(2);
        assertThat(product.err()).contains(told);
        assertThat(command.err()).contains(told);
    }
}
