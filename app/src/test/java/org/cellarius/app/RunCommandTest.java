package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Running and checking studies from the command line: exit codes 0, 1 and 2, results on standard output, the rest on standard error. */
class RunCommandTest {

    private static final String STUDY = """
            study: mini
            title: A mini study
            catalogues:
              survey: {file: stars.csv, columns: {x: {from: x, unit: kpc}, y: {from: y, unit: kpc}, word: word}}
            products:
              line: {kind: gradient, x: x, y: y, method: ols, minimum-count: 3}
            report: {expected: expected.csv}
            """;

    @TempDir
    Path folder;

    private Path out = Path.of("");

    @BeforeEach
    void study() throws IOException {
        out = folder.resolve("out");
        Files.writeString(folder.resolve("stars.csv"), "x,y,word\n1,1,a\n2,2,b\n3,3,c\n");
        Files.writeString(
                folder.resolve("expected.csv"),
                "product,slice,quantity,value,error,sigmas,tolerance,source\nline,1,slope,1,,,0.01,by hand\nline,1,intercept,0,,,,by hand\n");
        Files.writeString(folder.resolve("study.yaml"), STUDY);
    }

    @Test
    void aRunThatIsDoneGivesZeroAndItsReport() {
        Outcome outcome = run();
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .startsWith("A mini study: 3 stars\n")
                .contains("agrees")
                .endsWith("report: " + out.resolve("report.html") + "\n");
        assertThat(out.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void jsonIsOneObjectOnStandardOutput() {
        JsonNode told = run("--json").json();
        assertThat(told.path("study").asString()).isEqualTo("mini");
        assertThat(told.path("stars").asLong()).isEqualTo(3);
        assertThat(told.path("folder").asString()).isEqualTo(out.toString());
        assertThat(told.at("/products/0").asString()).isEqualTo("line");
        assertThat(told.at("/comparison/agrees").asLong()).isEqualTo(1);
        assertThat(told.at("/comparison/informative").asLong()).isEqualTo(1);
    }

    /** Two slices of the plane y = 2 x + 1 with a little noise: one line of text and one object for each, values with their errors. */
    @Test
    void theTableOfAProductIsToldAsAJournalPrintsIt() throws IOException {
        Files.writeString(
                folder.resolve("stars.csv"),
                "x,y,word\n1,3.1,a\n2,4.9,b\n3,7.1,c\n4,8.9,a\n11,23.1,a\n12,24.9,b\n13,27.1,c\n14,28.9,a\n");
        Files.writeString(
                folder.resolve("study.yaml"),
                STUDY.replace("minimum-count: 3", "minimum-count: 3, slices: {of: x, edges: [0, 10, 20]}")
                        .replace("report: {expected: expected.csv}", ""));
        assertThat(run().out().lines())
                .anyMatch(l -> l.matches("0 ≤ X < 10 kpc +4 +1\\.\\d+ ± 0\\.0\\d+ +1\\.\\d+ ± 0\\.\\d+.*"));
        JsonNode table = run("--json", "--force").json().at("/tables/0");
        assertThat(table.path("table").asString()).isEqualTo("line");
        assertThat(table.path("rows_in_file").asLong()).isEqualTo(2);
        assertThat(table.at("/units/intercept").asString()).isEqualTo("kpc");
        assertThat(table.at("/rows/1/slice").asString()).isEqualTo("10 ≤ X < 20 kpc");
        assertThat(table.at("/rows/1/n").asLong()).isEqualTo(4);
        double slope = table.at("/rows/1/slope/value").asDouble();
        assertThat(slope).isBetween(1.9, 2.0);
        assertThat(table.at("/rows/1/slope/error").asDouble()).isBetween(0.0, 0.1);
        assertThat(table.at("/rows/1/slope/text").asString()).startsWith("1.9").contains(" ± 0.0");
    }

    /** y = x exactly: a slope of one without an error. */
    @Test
    void theKeyNumbersOfEveryProductAreTold() throws IOException {
        Outcome outcome = run();
        assertThat(outcome.out().lines())
                .anyMatch(l -> l.matches("line +slope +1 kpc/kpc +3 *") || l.matches("line +slope +1 +3 *"));
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("Key numbers")
                .contains("id=\"numbers\"");
        JsonNode number = run("--json", "--force").json().at("/numbers/0");
        assertThat(number.path("product").asString()).isEqualTo("line");
        assertThat(number.path("quantity").asString()).isEqualTo("slope");
        assertThat(number.path("value").asDouble()).isEqualTo(1);
        assertThat(number.path("n").asLong()).isEqualTo(3);
    }

    @Test
    void aProductWithoutAnyNumberGivesOneAndLeavesTheReport() throws IOException {
        Files.writeString(
                folder.resolve("study.yaml"),
                STUDY.replace("method: ols", "y-error: -y, method: wls")
                        .replace("report: {expected: expected.csv}", ""));
        Outcome outcome = run();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("the product 'line' has no number at all");
        assertThat(out.resolve("report.html")).isNotEmptyFile();
    }

    /** A run names all products that gave nothing, whatever their kind; the others stand beside them. */
    @Test
    void allProductsWithoutANumberAreNamed() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), STUDY.replace("report: {expected: expected.csv}", """
                          mdf: {kind: distribution, value: y, width: 1}
                          running: {kind: running-median, x: x, y: y, window: 10, overlap: 0.5}
                          plan: {kind: plane, statistic: median, plane: x-y, value: y, cell: 1 kpc}
                          medians: {kind: binned-median, x: x, y: y, width: 1}
                        """));
        Outcome outcome = run("--json");
        assertThat(outcome.code()).isEqualTo(1);
        for (String name : new String[] {"mdf", "running", "plan", "medians"}) {
            assertThat(outcome.err()).contains("the product '" + name + "' has no number at all");
        }
        assertThat(outcome.err())
                .doesNotContain("'line' has no number")
                .contains("'mdf' has no number at all: too few stars (3 of at least 30)");
        JsonNode numbers = outcome.json().path("numbers");
        assertThat(numbers.valueStream().map(n -> n.path("product").asString()).distinct())
                .containsExactly("line", "mdf", "running", "plan", "medians");
        assertThat(numbers.valueStream()
                        .filter(n -> n.path("product").asString().equals("mdf"))
                        .map(n -> n.path("status").asString()))
                .containsExactly("TOO_FEW_STARS");
        assertThat(Files.readString(out.resolve("report.html"))).contains("too few stars (3 of at least 30)");
        assertThat(run("--force").out().lines())
                .anyMatch(l -> l.startsWith("mdf ") && l.contains("too few stars (3 of at least 30)"));
    }

    /** Study and files are sound, there is only nothing in them: 1, as for a line that cannot be fitted. What cannot be read is 2. */
    @Test
    void noStarIsNoResultAndNoWrongStudy() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), STUDY.replace("report: {expected: expected.csv}", ""));
        Files.writeString(folder.resolve("stars.csv"), "x,y,word\n");
        Outcome empty = run();
        assertThat(empty.code()).as(empty.err()).isEqualTo(1);
        Files.writeString(folder.resolve("stars.csv"), "x,y,word\n1,1,a\n2,2,b\n3,3,c\n");
        for (String other : new String[] {
            "method: ols, where: x > 5, minimum-count: 3}",
            "method: ols, minimum-count: 3}\n  d: {kind: distribution, value: x / 0, width: 1}",
            "method: ols, slices: {of: x, edges: [7, 8]}, minimum-count: 3}"
        }) {
            Files.writeString(
                    folder.resolve("study.yaml"),
                    STUDY.replace("method: ols, minimum-count: 3}", other)
                            .replace("report: {expected: expected.csv}", ""));
            Outcome outcome = run("--force");
            assertThat(outcome.code()).as(other + ": " + outcome.err()).isEqualTo(1);
        }
        Files.writeString(folder.resolve("study.yaml"), STUDY.replace("x: x, y: y,", "x: z, y: y,"));
        assertThat(run("--force").code()).isEqualTo(2);
        Files.writeString(folder.resolve("stars.csv"), "");
        assertThat(run("--force").code()).isEqualTo(2);
    }

    @Test
    void aSpellingThatIsOftenMeantOtherwiseIsToldOnce() throws IOException {
        Files.writeString(
                folder.resolve("study.yaml"),
                STUDY.replace("x: x, y: y,", "x: log(x), y: y, where: log(x) > -1,")
                        .replace("report: {expected: expected.csv}", ""));
        String told = run().err();
        assertThat(told).containsOnlyOnce("'log(x)': log is the decimal logarithm");
    }

    @Test
    void anExistingResultIsRefusedAndUnchanged() throws IOException {
        Files.createDirectory(out);
        Files.writeString(out.resolve("mine.txt"), "years of work");
        Outcome outcome = run();
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("the result folder '" + out
                        + "' exists. Choose another with --out, or replace it with --force");
        assertThat(out.resolve("mine.txt")).hasContent("years of work");
        assertThat(out).isDirectoryNotContaining("glob:**.html");
    }

    @Test
    void forceReplacesAResult() {
        assertThat(run().code()).isZero();
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("--force").code()).isZero();
    }

    @Test
    void numbersThatDisagreeFailTheRunWhereAgreementIsRequired() throws IOException {
        Files.writeString(
                folder.resolve("expected.csv"),
                "product,slice,quantity,value,error,sigmas,tolerance,source\nline,1,slope,2,,,0.01,by hand\n");
        assertThat(run().code()).isZero();
        Outcome strict = run("--force", "--require-agreement");
        assertThat(strict.code()).isEqualTo(1);
        assertThat(strict.err()).contains("a number leaves the tolerance of the expected ones");
        // The report that shows the disagreement is there.
        assertThat(out.resolve("report.html")).content().contains("differs");
    }

    @Test
    void aStudyThatIsWrongGivesTwoAndOneSentence() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), STUDY.replace("method: ols", "method: olz"));
        for (String command : new String[] {"run", "check"}) {
            Outcome outcome = Outcome.of(command, folder, "--out", out, "--cache", folder.resolve("cache"));
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .hasLineCount(1)
                    .contains("there is no method named 'olz'; did you mean 'ols'?")
                    .contains(folder.resolve("study.yaml") + ":6:46")
                    .contains("Choose one of: ols, wls, odr,");
        }
    }

    @Test
    void aRunThatFailsGivesOne() throws IOException {
        Files.writeString(
                folder.resolve("study.yaml"), STUDY.replace("word: word", "value: {expression: cast(word as double)}"));
        Outcome outcome = run();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).hasLineCount(1).contains("Could not convert string 'a' to DOUBLE");
        assertThat(out).doesNotExist();
    }

    @Test
    void aDamagedParquetFileIsToldAsSuch() throws IOException {
        Path parquet = folder.resolve("stars.parquet");
        assertThat(Outcome.of("convert", folder.resolve("stars.csv"), parquet).code())
                .isZero();
        byte[] bytes = Files.readAllBytes(parquet);
        Arrays.fill(bytes, 4, 60, (byte) 0xff);
        Files.write(parquet, bytes);
        Files.writeString(folder.resolve("study.yaml"), STUDY.replace("stars.csv", "stars.parquet"));
        assertThat(run().code()).isEqualTo(1);
        assertThat(run().err()).startsWith("cellarius: ").contains("damaged");
        assertThat(out).doesNotExist();
    }

    @Test
    void detailsAreShownOnlyOnDemand() throws IOException {
        Files.delete(folder.resolve("stars.csv"));
        assertThat(run().err()).hasLineCount(1).contains("there is no file '" + folder.resolve("stars.csv") + "'");
        assertThat(run("--details").err()).contains("\tat org.cellarius.");
    }

    @Test
    void aCheckPrintsThePlanAndWritesNothing() throws IOException {
        Outcome text = Outcome.of("check", folder, "--cache", folder.resolve("cache"), "--out", out);
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).startsWith("The study 'mini' is in order. It would\n  1. read survey from stars.csv");
        JsonNode told = Outcome.of("check", folder, "--cache", folder.resolve("cache"), "--json")
                .json();
        assertThat(told.path("study").asString()).isEqualTo("mini");
        assertThat(told.path("plan").size()).isEqualTo(3);
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .extracting(f -> f.getFileName().toString())
                    .containsExactlyInAnyOrder("expected.csv", "stars.csv", "study.yaml");
        }
    }

    @Test
    void theStudyMayBeGivenAsAFileOrAsItsFolder() {
        assertThat(Outcome.of("check", folder.resolve("study.yaml")).code()).isZero();
        Outcome missing = Outcome.of("check", folder.resolve("nowhere"));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("there is no study '" + folder.resolve("nowhere") + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "run | missing required parameter: 'STUDY'",
                "run study.yaml --treads 3 | there is no option '--treads'; did you mean '--threads'?",
                "run study.yaml --thread=3 | there is no option '--thread'; did you mean '--threads'?",
                "run study.yaml --threads many | 'many' is not an int",
                "run study.yaml other.yaml | 'other.yaml' is one word too many",
                "fit table.csv --x a --y b | missing required option: '--method",
                "fit table.csv --x a --method ols | missing required option: '--y",
                "fit table.csv --x a --y b --method old | ols",
                "phase-space a.csv b.csv | missing required option",
                "phasespace a.csv b.csv | there is no command 'phasespace'; did you mean 'phase-space'?",
                "convert a.csv | missing required parameter: 'OUT'",
                "convert a.csv b.csv -f | there is no option '-f'"
            })
    void aCommandThatIsWrongIsToldInOneLineWithTheWayToItsHelp(String line, String told) {
        Outcome outcome = Outcome.of((Object[]) line.split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("cellarius: ").contains(told);
        assertThat(outcome.err().strip().lines()).hasSize(1);
        if (!outcome.err().contains("(--method)")) {
            assertThat(outcome.err()).contains("--help");
        }
    }

    @Test
    void aMisspeltCommandIsAnsweredWithTheNearestOne() {
        Outcome outcome = Outcome.of("runn");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no command 'runn'; did you mean 'run'?");
    }

    @Test
    void resourcesThatAreTooSmallAreACommandThatIsWrong() {
        assertThat(run("--threads", "0").code()).isEqualTo(2);
        assertThat(run("--threads", "0").err()).contains("0 threads").contains("At least one is needed");
        assertThat(run("--memory", "100").code()).isEqualTo(2);
        assertThat(run("--memory", "100").err())
                .contains("100 MiB of memory")
                .contains("At least 512 MiB are needed")
                .hasLineCount(1);
    }

    @Test
    void theSchemaIsPrintedForEditors() {
        JsonNode schema = Outcome.of("schema").json();
        assertThat(schema.path("title").asString()).isEqualTo("Cellarius study");
        assertThat(schema)
                .isEqualTo(JsonMapper.shared().readTree(Outcome.of("schema").out()));
    }

    @Test
    void theStudiesThatComeWithCellariusAreListed() {
        String before = System.getProperty("cellarius.home", "");
        System.setProperty("cellarius.home", System.getProperty("cellarius.root", ".."));
        try {
            Outcome outcome = Outcome.of("studies", "--json");
            assertThat(outcome.json().path("studies").valueStream())
                    .extracting(s -> s.path("name").asString())
                    .contains("first-light");
            assertThat(Outcome.of("studies").out()).contains("first-light");
        } finally {
            System.setProperty("cellarius.home", before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/nope", "/proc/nope/deeper", "study.yaml/results"})
    void aPlaceThatTakesNoResultIsTold(String place) {
        Path there = place.startsWith("/") ? Path.of(place) : folder.resolve(place);
        Outcome outcome = Outcome.of("run", folder, "--out", there, "--cache", folder.resolve("cache"));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("no folder can be made for '" + there + "'. Choose another place with --out")
                .doesNotContain("NoSuchFile");
        outcome = Outcome.of("convert", folder.resolve("stars.csv"), there.resolve("x.csv"));
        assertThat(outcome.code()).isPositive();
        assertThat(outcome.err())
                .doesNotContain("NoSuchFile")
                .doesNotContain("defect")
                .contains(there.toString());
    }

    /** A study that comes with Cellarius goes by its name from any folder. */
    @ParameterizedTest
    @ValueSource(strings = {"first-light", "studies/first-light", "./first-light"})
    void studiesThatComeWithCellariusGoByName(String name) {
        String before = System.getProperty("cellarius.home", "");
        System.setProperty(
                "cellarius.home",
                Path.of(System.getProperty("cellarius.root", ".."))
                        .toAbsolutePath()
                        .toString());
        try {
            Outcome outcome = Outcome.of("check", name);
            assertThat(outcome.code()).as(outcome.err()).isZero();
            assertThat(outcome.out()).contains("mock survey");
            assertThat(Outcome.of("check", "../studies-that-are-not").err()).contains("there is no study");
            assertThat(Outcome.of("check", "fist-light").err())
                    .contains("there is no study 'fist-light'; did you mean 'first-light'?");
            assertThat(Outcome.of("check", "tutoral").err()).contains("did you mean 'tutorial'?");
            assertThat(Outcome.of("check", "second-light").err()).contains("there is no study 'second-light'");
        } finally {
            System.setProperty("cellarius.home", before);
        }
    }

    @Test
    void helpIsForEveryCommand() {
        assertThat(Outcome.of("--help").code()).isZero();
        assertThat(Outcome.of("--version").out()).startsWith("Cellarius ");
        for (String command :
                new String[] {"run", "check", "studies", "describe", "convert", "phase-space", "fit", "schema"}) {
            Outcome help = Outcome.of(command, "--help");
            assertThat(help.code()).isZero();
            assertThat(help.out()).contains("Usage: cellarius " + command);
        }
    }

    private Outcome run(Object... more) {
        var arguments = new java.util.ArrayList<Object>(
                java.util.List.of("run", folder, "--out", out, "--cache", folder.resolve("cache")));
        arguments.addAll(java.util.List.of(more));
        return Outcome.of(arguments.toArray());
    }
}
