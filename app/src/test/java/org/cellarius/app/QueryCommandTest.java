package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions to an archive that runs on this machine, answers well and badly. */
class QueryCommandTest {

    private static final String ADQL =
            "SELECT source_id, parallax FROM gaiadr3.gaia_source WHERE parallax > 1 AND dec < '+5 & %'";

    @TempDir
    Path folder;

    private ArchiveServer archive = archive();
    private Path out = Path.of("");

    @BeforeEach
    void name() {
        out = folder.resolve("stars.csv");
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private static ArchiveServer archive() {
        try {
            return new ArchiveServer(ArchiveServer.votable(3, false));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void oneRequestGivesTheTable() throws IOException {
        Outcome outcome = Outcome.of(
                "query", ADQL, "--service", archive.at("/tap"), "--sync", "--maxrec", 10, "-o", out, "--json");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(Files.readString(out))
                .isEqualTo(
                        "source_id,parallax\n4611686018427387905,1.5\n4611686018427387906,\n4611686018427387907,1.5\n");
        assertThat(outcome.json().path("rows").asInt()).isEqualTo(3);
        assertThat(outcome.json().path("overflow").asBoolean()).isFalse();
        assertThat(archive.bodies.getFirst())
                .contains(
                        "REQUEST=doQuery",
                        "LANG=ADQL",
                        "MAXREC=10",
                        "QUERY=" + URLEncoder.encode(ADQL, StandardCharsets.UTF_8));
        assertThat(names()).containsExactly("stars.csv");
    }

    @Test
    void aJobIsCreatedStartedWaitedForFetchedAndDeleted() throws IOException {
        archive.phases("PENDING", "QUEUED", "EXECUTING", "EXECUTING", "COMPLETED");
        Outcome outcome =
                Outcome.of("query", ADQL, "--service", archive.at("/tap/"), "-o", out, "--timeout", "4s", "--json");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(4);
        assertThat(outcome.json().path("job").asString()).isEqualTo(archive.at("/tap/async/1763"));
        assertThat(outcome.err()).contains("queued", "executing", "completed");
        assertThat(archive.bodies).contains("PHASE=RUN");
        // UWS 1.1 lets the archive answer late: asked for with the phase that is known, and for half of the silence
        // that is allowed.
        assertThat(archive.requests)
                .contains("GET /tap/async/1763?WAIT=2&PHASE=QUEUED", "GET /tap/async/1763?WAIT=2&PHASE=EXECUTING");
        assertThat(archive.requests.getLast()).isEqualTo("DELETE /tap/async/1763");
        assertThat(names()).containsExactly("stars.csv");
    }

    @Test
    void theAnswerOfGaiasArchiveIsReadAsItIs() throws IOException {
        Path recorded =
                Path.of(System.getProperty("cellarius.root", ".."), "../shared/data/formats/gaia_dr2_source_small.vot");
        assumeTrue(Files.exists(recorded), "the recorded answer of Gaia's archive is not beside this checkout");
        archive.table = Files.readAllBytes(recorded);
        Path parquet = folder.resolve("gaia.parquet");
        assertThat(Outcome.of("query", ADQL, "--service", archive.at("/tap"), "--sync", "-o", parquet)
                        .code())
                .isZero();
        var told = Outcome.of("describe", parquet, "--json").json();
        assertThat(told.path("rows").asInt()).isEqualTo(100);
    }

    @Test
    void missingRowsAreAWarning() {
        archive.table = ArchiveServer.votable(5, true);
        Outcome outcome = Outcome.of("query", ADQL, "--service", archive.at("/tap"), "--sync", "-o", out, "--json");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("warning: rows are missing: the archive stopped after 5", "--maxrec");
        assertThat(outcome.json().path("overflow").asBoolean()).isTrue();
        archive.table = ArchiveServer.votable(5, false);
        Outcome full = Outcome.of(
                "query", ADQL, "--service", archive.at("/tap"), "--sync", "-o", out, "--maxrec", 5, "--force");
        assertThat(full.err()).contains("exactly as many rows as --maxrec");
        archive.table = ArchiveServer.votable(2000, false);
        Outcome cut = Outcome.of("query", ADQL, "--service", archive.at("/tap"), "--sync", "-o", out, "--force");
        assertThat(cut.err()).contains("exactly 2,000 rows");
    }

    @Test
    void aTableGoesAlong() throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "source_id\n4611686018427387905\n");
        Outcome outcome = Outcome.of(
                "query",
                "SELECT * FROM TAP_UPLOAD.stars",
                "--service",
                archive.at("/tap"),
                "--sync",
                "--upload",
                "stars=" + list,
                "-o",
                out);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(archive.bodies.getFirst())
                .contains(
                        "name=\"UPLOAD\"",
                        "stars,param:stars",
                        "name=\"stars\"; filename=\"stars.vot\"",
                        "<FIELD",
                        "source_id");
        assertThat(Outcome.of(
                                "query",
                                "SELECT 1",
                                "--service",
                                archive.at("/tap"),
                                "--upload",
                                "2=" + list,
                                "-o",
                                out,
                                "--force")
                        .code())
                .isEqualTo(2);
    }

    /** What a kill leaves: the address beside the output. The same command goes on, another one starts anew. */
    @Test
    void theSameCommandGoesOnWithItsJob() throws IOException {
        archive.phases("PENDING", "EXECUTING", "COMPLETED");
        archive.resultIsDown = true;
        Object[] command = {"query", ADQL, "--service", archive.at("/tap"), "-o", out, "--timeout", "1s"};
        Outcome broken = Outcome.of(command);
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).contains("HTTP 503", "down for maintenance");
        assertThat(names()).containsExactly(".stars.csv.tap-job");
        assertThat(archive.count("DELETE /tap/async/1763")).isZero();
        archive.resultIsDown = false;
        Outcome whole = Outcome.of(command);
        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(whole.err()).contains("going on with the job " + archive.at("/tap/async/1763"));
        assertThat(archive.count("POST /tap/async")).isEqualTo(1);
        assertThat(names()).containsExactly("stars.csv");
    }

    @Test
    void aJobIsTakenUpByItsAddress() {
        archive.phases("EXECUTING", "COMPLETED");
        Outcome outcome = Outcome.of("query", "--resume", archive.at("/tap/async/1763"), "-o", out, "--timeout", "1s");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(out).exists();
        Outcome gone = Outcome.of("query", "--resume", archive.at("/tap/async/9"), "-o", folder.resolve("b.csv"));
        assertThat(gone.code()).isEqualTo(2);
        assertThat(gone.err()).contains("there is nothing at", "no such job");
    }

    @Test
    void anInterruptedCommandSaysHowToGoOn() throws IOException, InterruptedException {
        assumeTrue(OwnProcess.has("env") && OwnProcess.has("kill"), "this system has no env and kill programs");
        archive.phases("EXECUTING");
        Path log = folder.resolve("log.txt");
        Process process = OwnProcess.start(
                Cellarius.class,
                log,
                List.of("env", "--default-signal=INT"),
                List.of("query", ADQL, "--service", archive.at("/tap"), "-o", out.toString()));
        try {
            while (process.isAlive() && !Files.readString(log).contains("executing")) {
                process.waitFor(5, TimeUnit.MILLISECONDS);
            }
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(130);
        assertThat(Files.readString(log)).contains("cellarius query --resume " + archive.at("/tap/async/1763"));
        assertThat(names()).containsExactly(".stars.csv.tap-job", "log.txt");
    }

    @Test
    void whatTheArchiveSaysAboutTheQueryIsTold() throws IOException {
        archive.phases("PENDING", "ERROR");
        archive.error = "Unknown column \"parallx\"";
        Outcome outcome = Outcome.of(
                "query", "SELECT parallx FROM t", "--service", archive.at("/tap"), "-o", out, "--timeout", "1s");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("Unknown column \"parallx\"", "SELECT parallx FROM t");
        assertThat(names()).isEmpty();
        archive.phases("PENDING", "ABORTED");
        Outcome aborted = Outcome.of("query", ADQL, "--service", archive.at("/tap"), "-o", out, "--timeout", "1s");
        assertThat(aborted.code()).isEqualTo(1);
        assertThat(aborted.err()).contains("aborted");
        assertThat(names()).isEmpty();
    }

    @Test
    void anArchiveThatIsAwayForAWhileIsAskedAgain() throws IOException {
        archive.phases("PENDING", "EXECUTING", "DOWN", "DOWN", "EXECUTING", "COMPLETED");
        Outcome outcome = Outcome.of("query", ADQL, "--service", archive.at("/tap"), "-o", out, "--timeout", "1s");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        archive.phases("DOWN");
        Outcome away = Outcome.of(
                "query", ADQL, "--service", archive.at("/tap"), "-o", folder.resolve("b.csv"), "--timeout", "0.3s");
        assertThat(away.code()).isEqualTo(1);
        assertThat(away.err()).contains("HTTP 503", "The job goes on at the archive: " + archive.at("/tap/async/1763"));
        assertThat(names()).containsExactly(".b.csv.tap-job", "stars.csv");
    }

    /** A job that the archive has deleted in the meantime is asked for anew. */
    @Test
    void aRememberedJobThatIsLostIsNoObstacle() throws IOException {
        archive.phases("PENDING", "EXECUTING", "COMPLETED");
        archive.resultIsDown = true;
        Object[] command = {"query", ADQL, "--service", archive.at("/tap"), "-o", out, "--timeout", "1s"};
        assertThat(Outcome.of(command).code()).isEqualTo(1);
        archive.resultIsDown = false;
        archive.phases("ARCHIVED", "PENDING", "EXECUTING", "COMPLETED");
        Outcome anew = Outcome.of(command);
        assertThat(anew.code()).as(anew.err()).isZero();
        assertThat(anew.err()).contains("of no more use");
        assertThat(archive.count("POST /tap/async")).isEqualTo(2);
        assertThat(names()).containsExactly("stars.csv");
    }

    /** Path of the service, exit code, and what is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/html     | 1 | a page of HTML instead of a table: 'Please log in'",
                "/stall    | 1 | was silent for more than",
                "/silent   | 1 | was silent for more than",
                "/short    | 1 | broke off",
                "/cut      | 1 | cut short",
                "/cut-gzip | 1 | broke off",
                "/error    | 2 | unknown column 'parallx'",
                "/loop     | 1 | redirects more than 5 times",
                "/file     | 1 | no address that can be asked",
                "/endless  | 1 | larger than",
                "/empty    | 1 | no VOTable: nothing",
                "/nowhere  | 2 | there is nothing at"
            })
    void badAnswersAreToldAndLeaveNothing(String path, int code, String told) throws IOException {
        Outcome outcome = Outcome.of(
                "query",
                ADQL,
                "--service",
                archive.at(path),
                "--sync",
                "-o",
                out,
                "--timeout",
                "0.3s",
                "--max-size",
                "0.01");
        assertThat(outcome.err()).contains(told);
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/html", "/silent", "/nowhere", "/error", "/loop", "/empty"})
    void badAnswersToANewJobLeaveNothing(String path) throws IOException {
        Outcome outcome = Outcome.of("query", ADQL, "--service", archive.at(path), "-o", out, "--timeout", "0.3s");
        assertThat(outcome.code()).as(outcome.err()).isIn(1, 2);
        assertThat(outcome.err()).doesNotContain("defect");
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gzip", "/moved"})
    void packedAndMovedAnswersAreRead(String path) throws IOException {
        Outcome outcome = Outcome.of("query", ADQL, "--service", archive.at(path), "--sync", "-o", out);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(4);
        assertThat(archive.bodies).allMatch(b -> b.contains("QUERY="));
    }

    @Test
    void wrongCommandsAreExplained() {
        assertThat(Outcome.of("query", ADQL, "--service", "gaya", "-o", out).err())
                .contains("did you mean 'gaia'?");
        assertThat(Outcome.of("query", ADQL, "--service", "https://me:secret@example.org/tap", "-o", out)
                        .err())
                .contains("a user name or a password")
                .doesNotContain("defect");
        assertThat(Outcome.of("query", ADQL, "--service", "ftp://example.org/tap", "-o", out)
                        .code())
                .isEqualTo(2);
        assertThat(Outcome.of("query", ADQL, "--service", "gaia").err()).contains("-o OUT");
        assertThat(Outcome.of("query", ADQL, "-o", out).err()).contains("--service");
        assertThat(Outcome.of("query", "--service", "gaia", "-o", out).err()).contains("no query is given");
        assertThat(Outcome.of("query", ADQL, "--service", "gaia", "-o", out, "--timeout", "60")
                        .err())
                .contains("90s");
        assertThat(Outcome.of("query", ADQL, "--service", "http://127.0.0.1:1/tap", "--sync", "-o", out)
                        .err())
                .contains("cannot be reached");
    }

    @Test
    void recipesAreListedPrintedAndAsked() {
        assertThat(Outcome.of("query", "--recipes").out()).contains("hawkins2023-giants", "Bailer-Jones");
        Outcome printed = Outcome.of("query", "--recipe", "gaia-cone", "--set", "radius=0.25", "--print");
        assertThat(printed.out()).contains("-- title:", "CIRCLE('ICRS', 56.75, 24.12, 0.25)");
        assertThat(Outcome.of("query", "--recipe", "gaia-cone", "--service", archive.at("/tap"), "--sync", "-o", out)
                        .code())
                .isZero();
        assertThat(archive.bodies.getFirst()).contains("gaiadr3.gaia_source").doesNotContain("title");
        assertThat(Outcome.of("query", "--recipe", "gaia-cone", "--set", "radius=1)) OR (1=1", "--print")
                        .code())
                .isEqualTo(2);
        assertThat(Outcome.of("query", "--recipe", "gaia-kone", "--print").err())
                .contains("did you mean 'gaia-cone'?");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
