package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What convert and describe promise: any format in, the format of the ending out, nothing overwritten or half-written. */
class TableToolsTest {

    private static final String STARS =
            "source_id,ra[deg],fe_h[dex],name,member\n4611686018427387905,10.5,-0.25,a b,true\n2,11.5,,c,false\n3,12.5,nan,,\n";

    @TempDir
    Path folder;

    private Path csv = Path.of("");

    @BeforeEach
    void write() throws IOException {
        csv = Files.writeString(folder.resolve("stars.csv"), STARS);
    }

    @Test
    void describeTellsRowsColumnsUnitsTypesAndMissingValues() {
        Outcome outcome = Outcome.of("describe", csv, "--json");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        JsonNode told = outcome.json();
        assertThat(told.path("rows").asLong()).isEqualTo(3);
        assertThat(told.path("columns").valueStream())
                .extracting(TableToolsTest::line)
                .containsExactly(
                        "source_id||long|0",
                        "ra|deg|double|0",
                        "fe_h|dex|double|2",
                        "name||text|1",
                        "member||boolean|1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "; source_id,ra,fe_h,name,member",
                "--write-as=csv; source_id,ra,fe_h,name,member",
                "--write-as=tsv; source_id\tra\tfe_h\tname\tmember",
                "--write-as=text; source_id ra fe_h name member",
                "--write-as=ecsv; # %ECSV 1.0"
            })
    void aDashWritesTheTableAndNothingElseToStandardOutput(@Nullable String option, String firstLine)
            throws IOException {
        List<Object> line = new ArrayList<>(List.of("convert", csv, "-"));
        Optional.ofNullable(option).ifPresent(line::add);
        Outcome outcome = Outcome.of(line.toArray());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines().findFirst().orElse("")).isEqualTo(firstLine);
        assertThat(outcome.err()).contains("standard output: 3 rows, 5 columns");
        Path file = folder.resolve(
                "out." + (option == null ? "csv" : option.substring(11).replace("text", "txt")));
        Outcome.of("convert", csv, file);
        assertThat(outcome.out()).isEqualTo(Files.readString(file));
    }

    @Test
    void everyToolWritesToStandardOutput() throws IOException {
        Path stars =
                Files.writeString(folder.resolve("s.csv"), "ra[deg],dec[deg],distance[kpc],m\n10,20,1,3\n10,20,1,4\n");
        for (List<Object> line : List.<List<Object>>of(
                List.of("phase-space", stars, "-", "--sun", "hawkins2023"),
                List.of("match", stars, stars, "-", "--radius", "1arcsec", "--find", "best"),
                List.of("deduplicate", stars, "-", "--radius", "1arcsec", "--keep", "highest:m"))) {
            Outcome outcome = Outcome.of(line.toArray());
            assertThat(outcome.code()).as(outcome.err()).isZero();
            assertThat(outcome.out()).startsWith("ra,dec,distance,m");
            assertThat(outcome.out().lines()).hasSize(line.getFirst().equals("deduplicate") ? 2 : 3);
        }
    }

    @Test
    void whatFailsWritesNothingToStandardOutputAndLeavesNothing() throws IOException {
        long before = leftovers();
        Path bad = Files.writeString(folder.resolve("bad.csv"), "a,b\n1,2\n3\n");
        Outcome outcome = Outcome.of("convert", bad, "-");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        outcome = Outcome.of("convert", csv, "-", "--json");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("cannot both go to standard output");
        outcome = Outcome.of("convert", csv, folder.resolve("o.csv"), "--write-as", "tsv");
        assertThat(outcome.err()).contains("the format of a file is that of its ending");
        outcome = Outcome.of("convert", csv, "-", "--write-as", "fits");
        assertThat(outcome.err()).contains("format for standard output", "csv");
        assertThat(leftovers()).isEqualTo(before);
    }

    private static long leftovers() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().contains("cellarius-output"))
                    .count();
        }
    }

    /** An input of any size is not looked at when the output is refused. */
    @Test
    void anExistingOutputIsRefusedBeforeTheInputIsRead() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), "a,b\n1,2\n3\n");
        Path there = Files.writeString(folder.resolve("there.csv"), "mine");
        for (List<Object> line : List.<List<Object>>of(
                List.of("convert", bad, there),
                List.of("phase-space", bad, there, "--sun", "hawkins2023"),
                List.of("match", bad, bad, there, "--radius", "1arcsec", "--find", "best"),
                List.of("deduplicate", bad, there, "--radius", "1arcsec", "--keep", "highest:m"))) {
            assertThat(Outcome.of(line.toArray()).err()).contains("exists").doesNotContain("a line has");
        }
        assertThat(there).hasContent("mine");
    }

    @Test
    void describeTellsMeanMedianAndDescription() throws IOException {
        Path table = Files.writeString(folder.resolve("t.ecsv"), """
                # %ECSV 1.0
                # ---
                # datatype:
                # - {name: e, datatype: float32, unit: dex, description: 'error of [Fe/H]'}
                # - {name: n, datatype: int64}
                # - {name: yes, datatype: bool}
                # - {name: name, datatype: string}
                # - {name: none, datatype: float64}
                e n yes name none
                0.05 1 True a ""
                0.06 2 False b ""
                0.1 10 True c ""
                "" 4 "" d ""
                """);
        JsonNode told = Outcome.of("describe", table, "--json").json();
        assertThat(told.path("columns").valueStream())
                .extracting(c -> c.path("name").asString() + " " + c.path("mean") + " " + c.path("median") + " "
                        + c.path("median_exact"))
                .containsExactly(
                        "e " + ((double) 0.05f + (double) 0.06f + (double) 0.1f) / 3 + " " + (double) 0.06f + " true",
                        "n 4.25 3.0 true",
                        "yes 0.6666666666666666 null true",
                        "name null null true",
                        "none null null true");
        assertThat(told.at("/columns/0/min").asDouble()).isEqualTo(0.05);
        assertThat(told.at("/columns/0/description").asString()).isEqualTo("error of [Fe/H]");
        assertThat(told.at("/sample/0/0").asString()).isEqualTo("0.05");
        assertThat(Outcome.of("describe", table).out())
                .containsPattern(
                        "e +double +dex +1 +0.05 +0.1 +0.07 +0.06 +0.05, 0.06, 0.1, –\\n    error of \\[Fe/H\\]\\n")
                .containsPattern("n +long +0 +1 +10 +4.25 +3 +1, 2, 10, 4\\n");
    }

    private static String line(JsonNode column) {
        return String.join(
                "|",
                column.path("name").asString(),
                column.path("unit").asString(),
                column.path("type").asString(),
                column.path("nulls").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fits", "vot", "ecsv", "parquet", "h5", "feather"})
    void unitsTypesAndMissingValuesSurviveTheWayThroughEveryFormatThatKeepsThem(String ending) {
        Path there = folder.resolve("there." + ending);
        Path back = folder.resolve("back.ecsv");
        assertThat(Outcome.of("convert", csv, there).code()).isZero();
        assertThat(Outcome.of("convert", there, back).code()).isZero();
        JsonNode told = Outcome.of("describe", back, "--json").json();
        assertThat(told.path("rows").asLong()).isEqualTo(3);
        assertThat(told.path("columns").valueStream())
                .extracting(TableToolsTest::line)
                .startsWith("source_id||long|0", "ra|deg|double|0", "fe_h|dex|double|2")
                .anySatisfy(name -> assertThat(name).startsWith("name||text|"))
                .contains("member||boolean|1");
        assertThat(told.at("/sample/0/0").asString()).isEqualTo("4611686018427387905");
        assertThat(told.at("/sample/0/2").asString()).isEqualTo("-0.25");
        assertThat(told.at("/sample/0/3").asString()).isEqualTo("a b");
    }

    @Test
    void mixedLineEndsAndAByteOrderMarkAreRead() throws IOException {
        Path mixed = Files.writeString(folder.resolve("mixed.csv"), "\ufeffra,dec\r\n1,2\n3,4\r\n5,\n");
        JsonNode told = Outcome.of("describe", mixed, "--json").json();
        assertThat(told.path("rows").asLong()).isEqualTo(3);
        assertThat(told.at("/sample").toString()).isEqualTo("[[\"1\",\"2\"],[\"3\",\"4\"],[\"5\",null]]");
    }

    @Test
    void bytesThatAreNoUtf8AreToldWithTheirLine() throws IOException {
        Path latin = Files.write(
                folder.resolve("latin.csv"),
                "ra,name\n1,caf\u00e9\n2,b\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        Outcome outcome = Outcome.of("describe", latin);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("no UTF-8").contains("line 2").contains("iconv");
    }

    @Test
    void vectorsAndUcdsSurviveTheWayThroughEveryFormatThatHasThem() throws IOException {
        Path first = Files.writeString(folder.resolve("v.ecsv"), """
                # %ECSV 1.0
                # ---
                # datatype:
                # - {name: ra, unit: deg, datatype: float64, description: right ascension, meta: !!omap [{ucd: pos.eq.ra}]}
                # - {name: 'mag[0]', unit: mag, datatype: float64}
                # - {name: 'mag[1]', unit: mag, datatype: float64}
                # schema: astropy-2.0
                ra mag[0] mag[1]
                1.5 10.25 ""
                """);
        Path fits = folder.resolve("v0.fits");
        assertThat(Outcome.of("convert", first, fits).code()).isZero();
        for (String ending : java.util.List.of("vot", "ecsv", "parquet", "h5", "feather")) {
            Path there = folder.resolve("v." + ending + "." + ending);
            Path back = folder.resolve("v-" + ending + ".fits");
            assertThat(Outcome.of("convert", fits, there).code()).isZero();
            assertThat(Outcome.of("convert", there, back).code()).isZero();
            assertThat(Files.readAllBytes(back)).as(ending).isEqualTo(Files.readAllBytes(fits));
        }
        assertThat(Files.readString(fits, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("'2D      '")
                .contains("pos.eq.ra");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "tsv", "csv.gz"})
    void numbersSurviveTheWayThroughDelimitedTextWhichLosesUnitsAndSaysSo(String ending) throws IOException {
        Path there = folder.resolve("there." + ending);
        Path back = folder.resolve("back.csv");
        Outcome outcome = Outcome.of("convert", csv, there);
        assertThat(outcome.err())
                .contains("note: this format keeps no units; .ecsv, .fits, .vot, .parquet, .h5 and .feather do");
        assertThat(Outcome.of("convert", there, back).code()).isZero();
        assertThat(Files.readString(back))
                .isEqualTo(
                        "source_id,ra,fe_h,name,member\n4611686018427387905,10.5,-0.25,a b,true\n2,11.5,,c,false\n3,12.5,,,\n");
    }

    @Test
    void jsonIsOneObjectOnStandardOutput() {
        Outcome outcome = Outcome.of("convert", csv, folder.resolve("out.csv"), "--json");
        assertThat(outcome.json().propertyNames()).containsExactly("out", "rows", "columns");
        assertThat(outcome.json().path("rows").asLong()).isEqualTo(3);
        assertThat(outcome.err()).contains("keeps no units");
    }

    @ParameterizedTest
    @ValueSource(strings = {"convert", "phase-space"})
    void anExistingOutputIsRefusedAndUnchanged(String command) throws IOException {
        Path out = Files.writeString(folder.resolve("out.csv"), "years of work");
        Outcome outcome = command.equals("convert")
                ? Outcome.of(command, csv, out)
                : Outcome.of(command, csv, out, "--sun", "hawkins2023");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("'" + out + "' exists. Choose another name, or replace it with --force");
        assertThat(out).hasContent("years of work");
        assertThat(names()).containsExactly("out.csv", "stars.csv");
    }

    @Test
    void forceReplacesAnExistingOutput() throws IOException {
        Path out = Files.writeString(folder.resolve("out.csv"), "years of work");
        assertThat(Outcome.of("convert", csv, out, "--force").code()).isZero();
        assertThat(Files.readString(out)).startsWith("source_id,ra,");
        assertThat(names()).containsExactly("out.csv", "stars.csv");
    }

    @Test
    void theInputIsNeverReplacedByItself() {
        Outcome outcome = Outcome.of("convert", csv, csv, "--force");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("'" + csv + "' is the input itself");
        assertThat(csv).hasContent(STARS);
    }

    @Test
    void aFailedConversionLeavesAnExistingOutputAsItIs() throws IOException {
        Path ragged = Files.writeString(folder.resolve("ragged.csv"), "a,b\n1,2\n3\n");
        Path out = Files.writeString(folder.resolve("out.fits"), "years of work");
        assertThat(Outcome.of("convert", ragged, out, "--force").code()).isEqualTo(2);
        assertThat(out).hasContent("years of work");
        assertThat(names()).containsExactly("out.fits", "ragged.csv", "stars.csv");
    }

    @Test
    void anUnknownEndingIsRefusedWithTheKnownOnes() {
        Outcome outcome = Outcome.of("convert", csv, folder.resolve("out.xyz"));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("the ending of the file says no table format")
                .contains(".fits", ".vot", ".ecsv", ".csv", ".parquet");
        assertThat(names()).containsExactly("stars.csv");
    }

    @Test
    void aFolderInPlaceOfAnOutputIsRefused() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out.csv"));
        assertThat(Outcome.of("convert", csv, out, "--force").err()).contains("is a folder");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void badFilesAreToldInOneSentence() throws IOException {
        assertThat(Outcome.of("convert", csv, folder.resolve("whole.fits")).code())
                .isZero();
        byte[] fits = Files.readAllBytes(folder.resolve("whole.fits"));
        Files.write(folder.resolve("cut.fits"), Arrays.copyOf(fits, fits.length - 2880));
        Files.writeString(folder.resolve("ragged.csv"), "a,b\n1,2\n3\n4,5\n");
        Files.writeString(folder.resolve("empty.csv"), "");
        assertRefused(folder.resolve("nowhere.csv"), "the file does not exist (" + folder.resolve("nowhere.csv"));
        assertRefused(folder.resolve("cut.fits"), "cut.fits");
        assertRefused(folder.resolve("ragged.csv"), "a line has 1 value where 2 are expected");
        assertRefused(folder.resolve("ragged.csv"), "ragged.csv, line 3). Mend or remove the line");
        assertRefused(folder.resolve("empty.csv"), "the file is empty");
        assertRefused(folder, "this is a folder");
    }

    private void assertRefused(Path in, String message) {
        List<String> before = names();
        Outcome outcome = Outcome.of("convert", in, folder.resolve("out.parquet"));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message).hasLineCount(1);
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void anUnknownFormatIsRefusedWithTheKnownOnes() {
        Outcome outcome = Outcome.of("describe", csv, "--format", "excel");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no format 'excel'").contains("fits, votable, ecsv, csv");
    }

    private List<String> names() {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aCompressedFileThatEndsEarlyIsRefused() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(bytes)) {
            gzip.write(("a,b\n" + "1.25,2\n".repeat(50_000)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path cut = Files.write(
                folder.resolve("cut.csv.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.toByteArray().length / 2));
        Path out = folder.resolve("out.fits");
        Outcome outcome = Outcome.of("convert", cut, out);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("the compressed file ends early or is damaged", "(" + cut + "). Fetch it again");
        assertThat(out).doesNotExist();
    }

    @Test
    void aLinkedOutputIsWrittenWhereItPoints() throws IOException {
        Path real = Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
        assertThat(Outcome.of("convert", csv, link, "--force").code()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).contains("source_id");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        Outcome outcome = Outcome.of("convert", csv, file.resolve("out.csv"));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("no files can be made in '" + file + "'")
                .doesNotContain("partial");
    }

    @ParameterizedTest
    @ValueSource(strings = {"convert", "deduplicate", "phase-space"})
    void aFolderThatDoesNotExistIsNotMade(String command) throws IOException {
        Files.createDirectories(folder.resolve("results"));
        Path out = folder.resolve("reslts/out.parquet");
        List<Object> line = new ArrayList<>(List.of(command, csv, out));
        line.addAll(
                switch (command) {
                    case "deduplicate" -> List.of("--radius", "1arcsec", "--keep", "highest:source_id");
                    case "phase-space" -> List.of("--sun", "hawkins2023");
                    default -> List.of();
                });
        Outcome outcome = Outcome.of(line.toArray());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("the folder '" + out.getParent() + "' does not exist; did you mean '"
                        + folder.resolve("results") + "'?")
                .contains("mkdir -p");
        assertThat(out.getParent()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10:41:38.9 | hours or degrees, minutes and seconds",
                "-05 13 24.1 | hours or degrees, minutes and seconds",
                "1,5 | decimal point",
                "low | --fillers"
            })
    void textsWhereNumbersAreWantedAreToldWithTheirWayOut(String text, String way) throws IOException {
        Path in = Files.writeString(
                folder.resolve("texts.csv"),
                "ra[deg];dec[deg];distance[kpc];radius\n1.5;2;1;1\n\"" + text + "\";3;1;1\n");
        Outcome outcome = Outcome.of("phase-space", in, folder.resolve("o.csv"), "--sun", "hawkins2023");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("'ra' does not hold numbers, for example '" + text + "'")
                .contains(way);
        Outcome match = Outcome.of("match", in, in, folder.resolve("m.csv"), "--radius", "1arcsec", "--find", "best");
        assertThat(match.code()).isEqualTo(2);
        assertThat(match.err()).contains(way);
    }

    @Test
    void convertTakesNamedFillersOut() throws IOException {
        Path in = Files.writeString(folder.resolve("in.csv"), "n,v,name\n-99,1.5,-99\n2,-99,b\n");
        Path out = folder.resolve("out.csv");
        assertThat(Outcome.of("convert", in, out, "--fillers=-99").code()).isZero();
        assertThat(Files.readAllLines(out)).containsExactly("n,v,name", ",1.5,-99", "2,,b");
    }
}
