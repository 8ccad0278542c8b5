package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The traits of public reports as a user meets them, from the command line; the right values are those of docs/validation.md. */
class PublicTroubleTest {

    @TempDir
    Path folder;

    private static Path given(String name) {
        try {
            return Path.of(Objects.requireNonNull(PublicTroubleTest.class.getResource("trouble/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** duckdb#3292: stars without a logarithm passed the cut; then n = 6 and the slope +0.0457. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "g + 5*log10(parallax) - 10 > 4; 4; -0.1",
                "not (g + 5*log10(parallax) - 10 <= 4); 4; -0.1",
                "log10(parallax) > -99; 5; -0.1",
                "sqrt(parallax) between 0.5 and 1e300; 5; -0.1"
            })
    void aStarWithoutTheNumberPassesNoCut(String where, int n, double slope) throws IOException {
        for (String ending : List.of("csv", "parquet")) {
            Path table = folder.resolve("t." + ending);
            Outcome.of("convert", given("01-cut-on-not-a-number.csv"), table);
            var fit = Outcome.of("fit", table, "--x", "r", "--y", "fe_h", "--where", where, "--method", "ols", "--json")
                    .json();
            assertThat(fit.path("n").asInt()).isEqualTo(n);
            assertThat(fit.path("slope").asDouble()).isCloseTo(slope, org.assertj.core.data.Offset.offset(1e-12));
        }
    }

    /** duckdb#17226: six rows below a description with one quote in it. */
    @Test
    void aQuoteInADescriptionSwallowsNoRows() throws IOException {
        Path out = folder.resolve("out.csv");
        assertThat(Outcome.of("convert", given("03-quoted-word-in-description.ecsv"), out)
                        .code())
                .isZero();
        assertThat(Files.readAllLines(out)).hasSize(7);
    }

    /** duckdb#10431, and the leaves of HATS: a folder's name is no value of a column, and no pattern. */
    @ParameterizedTest
    @ValueSource(strings = {"fe_h=0", "Norder=1/Dir=0/Npix=3", "a [1] *b?", "snr=99"})
    void aFoldersNameChangesNoValue(String name) throws IOException {
        Path there = Files.createDirectories(folder.resolve(name));
        Path csv = Files.copy(given("04-copy-into-folder.csv"), there.resolve("in.csv"));
        List<String> before = Files.readAllLines(csv);
        Path parquet = there.resolve("out.parquet");
        assertThat(Outcome.of("convert", csv, parquet).code()).isZero();
        for (Path in : List.of(csv, parquet)) {
            Path kept = there.resolve("kept.csv");
            Outcome outcome = Outcome.of(
                    "deduplicate",
                    in,
                    kept,
                    "--radius",
                    "0.1arcsec",
                    "--keep",
                    "highest:snr",
                    "--units",
                    "canonical",
                    "--force");
            assertThat(outcome.code()).as(outcome.err()).isZero();
            assertThat(Files.readAllLines(kept)).isEqualTo(before);
            Path matched = there.resolve("matched.csv");
            outcome = Outcome.of("match", in, csv, matched, "--radius", "1arcsec", "--find", "best", "--force");
            assertThat(outcome.code()).as(outcome.err()).isZero();
            assertThat(Files.readAllLines(matched).stream().map(line -> firstFields(line, before.getFirst())))
                    .isEqualTo(before);
        }
    }

    private static String firstFields(String line, String header) {
        int fields = header.split(",").length;
        return Arrays.stream(line.split(",")).limit(fields).collect(Collectors.joining(","));
    }

    /** duckdb#13168, #25824: 1_11 and 11_1 are two plates. */
    @Test
    void underscoresStay() throws IOException {
        Path out = folder.resolve("out.csv");
        Outcome.of("convert", given("05-underscores.csv"), out);
        assertThat(Files.readAllLines(out)).isEqualTo(Files.readAllLines(given("05-underscores.csv")));
    }

    /** astroquery#2839, lsdb#157: identifiers beyond 2^63 are the same digits in every format. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "ecsv", "parquet", "fits", "vot", "h5", "feather"})
    void identifiersAreExactInEveryFormat(String ending) throws IOException {
        for (String name : List.of("06-ids-above-2to63.csv", "06c-uint64.parquet")) {
            Path direct = folder.resolve("direct.csv");
            Path there = folder.resolve("there." + ending);
            Path back = folder.resolve("back.csv");
            Outcome.of("convert", given(name), direct, "--force");
            Outcome.of("convert", given(name), there, "--force");
            Outcome.of("convert", there, back, "--force");
            assertThat(Files.readAllLines(back)).isEqualTo(Files.readAllLines(direct));
            assertThat(Files.readString(direct))
                    .contains(name.endsWith("csv") ? "9223372036854775810" : "18446744073709551615");
        }
    }

    /** A CSV of 1,200 columns and 3 rows took 80 s and 11 GB: here the database has its least memory. */
    @Test
    void aWideTableNeedsLittleMemory() throws IOException {
        String names = IntStream.range(0, 1200).mapToObj(k -> "c" + k).collect(Collectors.joining(","));
        String row = IntStream.range(0, 1200).mapToObj(k -> k + ".5").collect(Collectors.joining(","));
        Path wide = Files.writeString(folder.resolve("wide.csv"), names + "\n" + (row + "\n").repeat(3));
        var told = Outcome.of("describe", wide, "--json", "--memory", "512").json();
        assertThat(told.path("rows").asInt()).isEqualTo(3);
        assertThat(told.path("columns").size()).isEqualTo(1200);
        assertThat(told.at("/columns/1199/max").asDouble()).isEqualTo(1199.5);
    }
}
