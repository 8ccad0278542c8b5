package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.Engine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A result folder appears whole or not at all, and what was there before is never lost. */
class ResultFolderTest {

    private static final String COLUMNS = "{id: id, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}";

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void study() {
        mini = new MiniStudy(folder)
                .file("stars.csv", "id,x,y\n1,1,1\n2,2,3\n3,3,2\n4,4,5\n")
                .study(MiniStudy.of(COLUMNS, MiniStudy.LINE));
    }

    @Test
    void aRunLeavesEveryFormatOfEveryTableAndFigure() {
        mini.run();
        assertThat(contents(mini.output()))
                .containsOnlyKeys(
                        "figures/line.pdf",
                        "figures/line.png",
                        "figures/line.svg",
                        "provenance.json",
                        "report.html",
                        "result.json",
                        "stars.parquet",
                        "study.resolved.yaml",
                        "study.yaml",
                        "tables/cutflow.csv",
                        "tables/cutflow.ecsv",
                        "tables/cutflow.parquet",
                        "tables/cutflow.tex",
                        "tables/line.csv",
                        "tables/line.ecsv",
                        "tables/line.parquet",
                        "tables/line.tex");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "fits; stars.fits",
                "[fits, votable, ecsv, csv, hdf5, feather]; stars.fits stars.vot stars.ecsv stars.csv stars.h5 stars.feather",
                "[csv, csv]; stars.csv",
                "[]; ''"
            })
    void theStarTableIsWrittenInOtherFormatsToo(String words, String files) throws IOException {
        mini.study(MiniStudy.of(COLUMNS, "stars: " + words + "\n" + MiniStudy.LINE))
                .run();
        var expected = new ArrayList<>(List.of("stars.parquet"));
        Stream.of(files.split(" ")).filter(f -> !f.isEmpty()).forEach(expected::add);
        assertThat(contents(mini.output()).keySet().stream().filter(f -> f.startsWith("stars.")))
                .containsExactlyInAnyOrderElementsOf(expected);
        String report = Files.readString(mini.output().resolve("report.html"));
        for (String file : expected) {
            assertThat(report).contains("href=\"" + file + "\"");
            try (var engine = Engine.open(EngineSettings.in(folder, List.of(mini.output())))) {
                StarTable read = engine.importTable(
                        TableFile.open(mini.output().resolve(file), TableSelection.automatic()),
                        Optional.empty(),
                        folder.resolve("read.parquet"),
                        Progress.SILENT);
                assertThat(MiniStudy.rows("SELECT string_agg(id || ' ' || x || ' ' || y, ', ' ORDER BY id) FROM '"
                                + folder.resolve("read.parquet") + "'"))
                        .isEqualTo(List.of(List.of("1 1.0 1.0, 2 2.0 3.0, 3 3.0 2.0, 4 4.0 5.0")));
                if (!file.endsWith("csv")) {
                    assertThat(read.column("x").orElseThrow().unit()).isEqualTo("kpc");
                }
            }
        }
        assertThat(Files.readString(mini.output().resolve("study.resolved.yaml")))
                .contains("stars:");
    }

    @Test
    void anUnknownFormatOfTheStarTableIsTold() {
        mini.study(MiniStudy.of(COLUMNS, "stars: fist\n" + MiniStudy.LINE));
        assertThatThrownBy(mini::run)
                .isInstanceOf(InputError.class)
                .hasMessageContaining("fist")
                .hasMessageContaining("fits")
                .hasMessageContaining("study.yaml");
    }

    @Test
    void theProvenanceNamesInputsByHashAndTheStudyFile() throws IOException {
        mini.run();
        var provenance =
                JsonMapper.shared().readTree(Files.readString(mini.output().resolve("provenance.json")));
        assertThat(provenance.at("/inputs/0/file").asString()).isEqualTo("stars.csv");
        // sha256sum of the file above
        assertThat(provenance.at("/inputs/0/sha256").asString())
                .isEqualTo("bd958739b9c54b29282475024543a90e2b5b5d16482bdda51a3e70ac0a264978");
        assertThat(provenance.at("/study_file/name").asString()).isEqualTo("study.yaml");
    }

    @Test
    void theResolvedStudyIsAStudyAndGivesTheSameNumbers() throws IOException {
        mini.run();
        String tables = Files.readString(mini.output().resolve("tables/line.csv"));
        mini.study(Files.readString(mini.output().resolve("study.resolved.yaml")));
        Path again = folder.resolve("again");
        mini.prepared(again, mini.cache(), Overwrite.REFUSE, 2).run();
        assertThat(Files.readString(again.resolve("tables/line.csv"))).isEqualTo(tables);
    }

    @Test
    void anExistingFolderIsRefusedAndStaysAsItIs() throws IOException {
        Files.createDirectory(mini.output());
        Files.writeString(mini.output().resolve("mine.txt"), "years of work");
        assertThatThrownBy(mini::run)
                .isInstanceOf(InputError.class)
                .hasMessage("the result folder '" + mini.output()
                        + "' exists. Choose another with --out, or replace it with --force");
        assertThat(contents(mini.output())).containsExactly(Map.entry("mine.txt", "years of work"));
        assertThat(mini.cache()).doesNotExist();
    }

    @Test
    void aFolderThatIsNoResultIsNotReplacedEvenByForce() throws IOException {
        Files.createDirectory(mini.output());
        Files.writeString(mini.output().resolve("mine.txt"), "years of work");
        assertThatThrownBy(mini::replace)
                .isInstanceOf(InputError.class)
                .hasMessageContaining("'" + mini.output() + "' holds no result of Cellarius and is not replaced");
        assertThat(contents(mini.output())).containsExactly(Map.entry("mine.txt", "years of work"));
    }

    @Test
    void aResultWithTheAstronomersOwnFilesIsNotReplaced() throws IOException {
        mini.run();
        Files.writeString(mini.output().resolve("notes.txt"), "years of work");
        assertThatThrownBy(mini::replace)
                .isInstanceOf(InputError.class)
                .hasMessageContaining("holds also what Cellarius did not write: notes.txt");
        assertThat(mini.output().resolve("notes.txt")).hasContent("years of work");
    }

    @Test
    void aFolderThatAppearsDuringTheRunIsNotReplaced() throws IOException {
        var late = mini.prepared(mini.output(), mini.cache(), Overwrite.REFUSE, 2);
        var target = ResultFolder.at(mini.output(), Overwrite.REFUSE);
        target.check();
        late.run();
        Map<String, String> first = contents(mini.output());
        Path finished = target.reserve();
        Files.writeString(finished.resolve("report.html"), "second");
        assertThatThrownBy(() -> target.publish(finished))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("exists. Choose another with --out");
        assertThat(contents(mini.output())).isEqualTo(first);
        org.cellarius.engine.PartialFiles.discard(finished);
    }

    @Test
    void aResultThatAKilledRunTookAwayIsPutBack() throws IOException, InterruptedException {
        mini.run();
        Map<String, String> before = contents(mini.output());
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        Files.move(mini.output(), folder.resolve(".out.replaced-" + process.pid()));
        assertThatThrownBy(mini::run).isInstanceOf(InputError.class).hasMessageContaining("exists");
        assertThat(contents(mini.output())).isEqualTo(before);
        assertThat(MiniStudy.names(folder)).containsExactly("cache", "out", "stars.csv", "study.yaml");
    }

    @Test
    void aLinkToAResultIsReplacedWhereItPoints() throws IOException {
        mini.run();
        Path link = Files.createSymbolicLink(folder.resolve("link"), mini.output());
        mini.file("stars.csv", "id,x,y\n1,1,10\n2,2,20\n3,3,30\n");
        mini.prepared(link, mini.cache(), Overwrite.REPLACE, 2).run();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(mini.output().resolve("tables/line.csv"))).contains("\n1,,,3,OK,10.0,");
    }

    @Test
    void aDamagedStageIsMadeAnew() throws IOException {
        mini.run();
        for (String name : MiniStudy.names(mini.cache())) {
            Files.writeString(mini.cache().resolve(name), "PAR1 cut");
        }
        mini.replace();
        assertThat(Files.readString(mini.output().resolve("tables/line.csv"))).contains("\n1,,,4,OK,");
    }

    @Test
    void forceReplacesAResultWhole() throws IOException {
        mini.run();
        Files.writeString(mini.output().resolve("tables/stale.csv"), "old");
        mini.file("stars.csv", "id,x,y\n1,1,10\n2,2,20\n3,3,30\n");
        mini.replace();
        assertThat(mini.output().resolve("tables/stale.csv")).doesNotExist();
        assertThat(Files.readString(mini.output().resolve("tables/line.csv"))).contains("\n1,,,3,OK,10.0,");
        assertThat(MiniStudy.names(folder)).containsExactly("cache", "out", "stars.csv", "study.yaml");
    }

    @Test
    void aRunThatFailsHalfWayKeepsTheOldResultAndLeavesNothingElse() {
        mini.run();
        Map<String, String> before = contents(mini.output());
        mini.study(MiniStudy.of(COLUMNS, MiniStudy.LINE.replace("line: {", "late: {where: x > 99, ")));
        assertThatThrownBy(mini::replace)
                .isInstanceOf(InputError.class)
                .hasMessageContaining("no star is left for the product 'late'");
        assertThat(contents(mini.output())).isEqualTo(before);
        assertThat(MiniStudy.names(folder)).containsExactly("cache", "out", "stars.csv", "study.yaml");
    }

    @Test
    void aRunThatFailsHalfWayLeavesNoResultFolder() {
        mini.study(MiniStudy.of(COLUMNS, MiniStudy.LINE.replace("line: {", "late: {where: x > 99, ")));
        assertThatThrownBy(mini::run).isInstanceOf(InputError.class);
        assertThat(MiniStudy.names(folder)).containsExactly("cache", "stars.csv", "study.yaml");
        assertThat(MiniStudy.names(mini.cache()))
                .allMatch(n -> n.endsWith(".parquet") || n.endsWith(".parquet.crc32c"));
    }

    @Test
    void aCheckOfAGoodStudyTellsThePlanAndWritesNothing() {
        assertThat(mini.check())
                .containsExactly(
                        "read survey from stars.csv: 3 columns",
                        "measure line",
                        "write the report to " + mini.output());
        assertThat(MiniStudy.names(folder)).containsExactly("stars.csv", "study.yaml");
    }

    @Test
    void aCheckFindsMistakesInColumnsAndExpressionsAndWritesNothing() {
        for (String[] mistake : new String[][] {
            {"x: {from: x, unit: kpc}", "x: {from: xx, unit: kpc}", "there is no column 'xx'; did you mean 'x'?"},
            {
                "x: {from: x, unit: kpc}",
                "x: {from: x, unit: km/s}",
                "the unit 'km/s' of 'x' cannot be converted to 'kpc'"
            },
            {"y: y, method", "y: yy, method", "names the column 'yy', which does not exist; did you mean 'y'?"},
            {"kind: gradient", "where: y +, kind: gradient", "'y +' cannot be understood"},
            {"kind: gradient", "where: y, kind: gradient", "'y' is not a condition"},
            {"kind: gradient", "where: sin(yy) > 0, kind: gradient", "names the column 'yy'"},
            {"kind: gradient", "where: median(y) > 0, kind: gradient", "uses the function 'median', which is not known"
            },
            {"kind: gradient", "where: x in (select 1), kind: gradient", "not"}
        }) {
            mini.study(MiniStudy.of(COLUMNS, MiniStudy.LINE).replace(mistake[0], mistake[1]));
            assertThatThrownBy(mini::check)
                    .as(mistake[1])
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining(mistake[2])
                    .hasMessageContaining("study.yaml:");
            assertThat(MiniStudy.names(folder)).containsExactly("stars.csv", "study.yaml");
        }
    }

    /** Relative path to content, of all files in a folder. */
    static Map<String, String> contents(Path folder) {
        var contents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
