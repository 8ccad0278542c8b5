package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.RunFailure;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.TableSummary;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineSums;
import org.cellarius.galaxy.fit.LinesByGroup;
import org.cellarius.galaxy.population.Grouping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbEngineTest {

    @TempDir
    Path folder;

    /** Twice the input, and its square root with a status. */
    private static final ColumnKernel ROOTS = new ColumnKernel() {
        @Override
        public List<String> inputs() {
            return List.of("value");
        }

        @Override
        public List<OutputColumn> outputs() {
            return List.of(new OutputColumn("twice", "kpc", "twice the value"), new OutputColumn("root", "", ""));
        }

        @Override
        public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
            for (int i = 0; i < rows; i++) {
                out[0][i] = 2 * in[0][i];
                out[1][i] = Math.sqrt(in[0][i]);
                status[i] = in[0][i] >= 0 ? StarStatus.OK : StarStatus.NO_DISTANCE;
            }
        }
    };

    /** A killed run leaves parts; the next one takes whole parts over, makes damaged ones anew, and gives the same bytes. */
    @Test
    void aKernelInPartsGoesOnAfterTheLastWholePart() throws IOException {
        long rows = 3 * KernelRun.PART_ROWS - 1000;
        try (var engine = engine(2)) {
            StarTable table = engine.database()
                    .write(
                            "SELECT i AS id, (i - 100)::DOUBLE AS value FROM range(" + rows + ") t(i)",
                            List.of(
                                    new TableColumn("id", ColumnType.LONG, "", ""),
                                    new TableColumn("value", ColumnType.DOUBLE, "kpc", "a value")),
                            folder.resolve("in.parquet"));
            Path parts = folder.resolve("parts");
            StarTable first = inParts(engine, table, parts, "first.parquet");
            assertThat(parts.toFile().list((f, name) -> name.endsWith(".parquet")))
                    .hasSize(3);
            assertThat(engine.database()
                            .numbers("SELECT count(*), count(*) FILTER (twice <> 2 * (id - 100)),"
                                    + " count(*) FILTER (status <> 'OK') FROM " + DuckDbTable.sql(first)))
                    .containsExactly((double) rows, 0, 100);
            byte[] whole = Files.readAllBytes(DuckDbTable.of(first).parquet());
            Files.writeString(parts.resolve("part-0.parquet"), "PAR1 cut");
            Files.delete(parts.resolve("part-2.parquet"));
            var kept = Files.getLastModifiedTime(parts.resolve("part-1.parquet"));
            StarTable second = inParts(engine, table, parts, "second.parquet");
            assertThat(Files.readAllBytes(DuckDbTable.of(second).parquet())).isEqualTo(whole);
            assertThat(Files.getLastModifiedTime(parts.resolve("part-1.parquet")))
                    .isEqualTo(kept);
        }
    }

    private StarTable inParts(DuckDbEngine engine, StarTable table, Path parts, String output) {
        return engine.applyKernelInParts(
                table,
                ROOTS,
                List.of(table.value("value")),
                List.of("id"),
                parts,
                folder.resolve(output),
                Progress.SILENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void kernelRowsStayBesideTheRowsTheyCameFrom(int threads) {
        try (var engine = engine(threads)) {
            // Several row groups, a text column, missing values.
            StarTable table = engine.database()
                    .write(
                            "SELECT i AS id, 's' || i AS name, CASE WHEN i % 7 <> 0 THEN i - 100 END::DOUBLE AS value FROM range(500000) t(i)",
                            List.of(
                                    new TableColumn("id", ColumnType.LONG, "", ""),
                                    new TableColumn("value", ColumnType.DOUBLE, "kpc", "a value")),
                            folder.resolve("in.parquet"));
            StarTable out = engine.applyKernel(
                    table,
                    ROOTS,
                    List.of(table.value("value")),
                    List.of("id", "name"),
                    folder.resolve("out.parquet"),
                    Progress.SILENT);
            assertThat(out.rows()).isEqualTo(500_000);
            assertThat(out.names()).containsExactly("id", "name", "twice", "root", "status");
            assertThat(out.require("twice", "").unit()).isEqualTo("kpc");
            double[] wrong = engine.database()
                    .numbers("SELECT count(*) FILTER (name <> 's' || id), count(*) FILTER (twice <> 2 * (id - 100)),"
                            + " count(*) FILTER ((twice IS NULL) <> (id % 7 = 0)), count(*) FILTER (status = 'OK' AND root IS NULL), count(twice) FROM "
                            + DuckDbTable.sql(out));
            assertThat(wrong).containsExactly(0, 0, 0, 0, 500_000 - 71_429);
        }
    }

    @Test
    void sumsDoNotDependOnTheNumberOfThreads() {
        LineSums[] one = slope(1);
        LineSums[] four = slope(4);
        assertThat(four[0]).isEqualTo(one[0]);
        assertThat(one[0].n()).isBetween(260_000L, 270_000L);
    }

    private LineSums[] slope(int threads) {
        try (var engine = engine(threads)) {
            StarTable table = engine.database()
                    .write(
                            "SELECT (i * 7919) % 100003 / 1e4 AS x, sin(i) - 0.06 * ((i * 7919) % 100003) AS y FROM range(400000) t(i)",
                            List.of(), folder.resolve("xy" + threads + ".parquet"));
            var lines = new LinesByGroup(LineMethod.OLS, new Grouping.Everyone());
            return engine.fold(
                    Selection.of(table, List.of(table.value("x"), table.value("y")))
                            .where(engine.expression("(x * 1e4)::BIGINT % 3 <> 1", table, "the test")),
                    lines,
                    Progress.SILENT);
        }
    }

    @Test
    void catalogueFilesOfEveryTextKindComeInWithUnitsAndMissingValues() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("stars.csv"),
                "# made by hand\nid,dist[kpc],[Fe/H],name\n1,8.5,-0.1,a\n2,,nan,\"b, c\"\n9007199254740993,1e3,0.25,\n");
        try (var engine = engine(2)) {
            StarTable table = engine.importTable(
                    TableFile.open(csv, TableSelection.automatic()),
                    Optional.empty(),
                    folder.resolve("stars.parquet"),
                    Progress.SILENT);
            assertThat(table.columns())
                    .containsExactly(
                            new TableColumn("id", ColumnType.LONG, "", ""),
                            new TableColumn("dist", ColumnType.DOUBLE, "kpc", ""),
                            new TableColumn("[Fe/H]", ColumnType.DOUBLE, "", ""),
                            new TableColumn("name", ColumnType.TEXT, "", ""));
            assertThat(engine.database().rows("SELECT * FROM " + DuckDbTable.sql(table)))
                    .containsExactly(
                            List.of(Optional.of("1"), Optional.of("8.5"), Optional.of("-0.1"), Optional.of("a")),
                            List.of(Optional.of("2"), Optional.empty(), Optional.empty(), Optional.of("b, c")),
                            List.of(
                                    Optional.of("9007199254740993"),
                                    Optional.of("1000.0"),
                                    Optional.of("0.25"),
                                    Optional.empty()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fits", "vot", "ecsv", "csv", "tsv", "txt", "parquet", "csv.gz"})
    void aTableSurvivesTheWayThroughEveryFormat(String ending) {
        Path there = folder.resolve("there." + ending);
        try (var engine = engine(2)) {
            StarTable table = engine.database()
                    .write(
                            "SELECT i + 4611686018427387904 AS source_id, i / 3.0 AS distance, CASE WHEN i <> 2 THEN 'n' || i END AS name, CASE WHEN i <> 1 THEN i END AS visits, i > 1 AS good FROM range(5) t(i)",
                            List.of(new TableColumn("distance", ColumnType.DOUBLE, "kpc", "heliocentric distance")),
                            folder.resolve("table.parquet"));
            engine.export(table, there);
            StarTable back = engine.importTable(
                    TableFile.open(there, TableSelection.automatic()),
                    Optional.empty(),
                    folder.resolve("back.parquet"),
                    Progress.SILENT);
            assertThat(back.names()).isEqualTo(table.names());
            assertThat(engine.database().rows("SELECT * FROM " + DuckDbTable.sql(back)))
                    .isEqualTo(engine.database().rows("SELECT * FROM " + DuckDbTable.sql(table)));
            boolean keepsUnits = !ending.startsWith("csv") && !ending.equals("tsv") && !ending.equals("txt");
            assertThat(back.require("distance", "").unit()).isEqualTo(keepsUnits ? "kpc" : "");
        }
    }

    @Test
    void aRaggedLineIsNamedAndNothingIsLeftBehind() throws IOException {
        Path csv = Files.writeString(folder.resolve("ragged.csv"), "a,b,c\n1,2,3\n4,5\n6,7,8\n");
        try (var engine = engine(2)) {
            assertThatThrownBy(() -> engine.importTable(
                            TableFile.open(csv, TableSelection.automatic()),
                            Optional.empty(),
                            folder.resolve("out.parquet"),
                            Progress.SILENT))
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining("2 values where 3 are expected")
                    .hasMessageContaining("line 3");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder("ragged.csv");
        }
    }

    @Test
    void aWrongColumnIsAnErrorWithTheNearestName() throws IOException {
        Path csv = Files.writeString(folder.resolve("stars.csv"), "ra,dec,parallax\n1,2,3\n");
        try (var engine = engine(2)) {
            var file = TableFile.open(csv, TableSelection.automatic());
            assertThatThrownBy(() -> engine.importTable(
                            file,
                            Optional.of(List.of("ra", "paralax")),
                            folder.resolve("out.parquet"),
                            Progress.SILENT))
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining("did you mean 'parallax'?");
        }
    }

    @Test
    void expressionsGiveTheirType() {
        try (var engine = engine(1)) {
            StarTable table = engine.database()
                    .write("SELECT 1.5::DOUBLE AS z, 3 AS flag, 'a' AS name", List.of(), folder.resolve("t.parquet"));
            assertThat(engine.expression("abs(z) < 0.5 and flag & 4 = 0", table, "")
                            .type())
                    .isEqualTo(ColumnType.BOOLEAN);
            assertThat(engine.expression("case when z between 0 and 1 then -z else log10(z) end", table, "")
                            .type())
                    .isEqualTo(ColumnType.DOUBLE);
            assertThat(engine.expression("name in ('a', 'b') or name like 'c%' or z is not null -- why", table, "")
                            .type())
                    .isEqualTo(ColumnType.BOOLEAN);
            assertThat(engine.expression("coalesce(z, 0)::INTEGER % 2", table, "")
                            .type())
                    .isEqualTo(ColumnType.LONG);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(select max(z) from read_csv('/etc/passwd'))",
                "1) from read_text('/etc/hostname') where (1=1",
                "z; drop table stars",
                "random() < 0.5",
                "exists (select 1)",
                "sum(z) > 1",
                "row_number() over () < 3",
                "z in (select 1)",
                "getvariable('x')",
                "current_setting('threads')",
                "*",
                "columns('z')",
                "z > now()",
                "",
                "z >",
                "zz < 1",
                "'",
                "z) , (z",
                "2 * z) * (3",
                "z) + (z",
                "z > 1) or (true",
                "z > 1) -- (",
                "z) where (1 = 1",
                "z) order by (z",
                "z) limit (1",
                "z) group by (z",
                "z) qualify (true",
                "z) using sample (1",
                "z) union select (1",
                "1 as a",
                "list_sum([z])",
                "z; ",
                "$1 = 1",
                "nextval('s')"
            })
    void expressionsFromStrangersAreDataNotCode(String text) {
        try (var engine = engine(1)) {
            StarTable table = engine.database()
                    .write("SELECT 1.5::DOUBLE AS z, 3 AS flag", List.of(), folder.resolve("t.parquet"));
            assertThatThrownBy(() -> engine.expression(text, table, "study.yaml:3:9"))
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining("study.yaml:3:9");
        }
    }

    @Test
    void theDatabaseReadsNothingButWhatItWasGiven() throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
        Path given = Files.writeString(folder.resolve("given.csv"), "a\n1\n");
        try (var engine = DuckDbEngine.open(EngineSettings.in(work, List.of(given)))) {
            assertThat(engine.database().numbers("SELECT sum(a) FROM read_csv(" + Sql.text(given) + ")"))
                    .containsExactly(1);
            assertThatThrownBy(() -> engine.database().rows("SELECT * FROM read_csv(" + Sql.text(secret) + ")"))
                    .isInstanceOf(RunFailure.class)
                    .hasMessageContaining("disabled");
            assertThatThrownBy(() -> engine.database()
                            .rows("SELECT * FROM read_csv(" + Sql.text(work.resolve("../secret.csv")) + ")"))
                    .isInstanceOf(RunFailure.class);
            assertThatThrownBy(() -> engine.database().execute("SET threads = 9"))
                    .isInstanceOf(RunFailure.class);
            assertThatThrownBy(
                            () -> engine.database().execute("COPY (SELECT 1) TO " + Sql.text(folder.resolve("x.csv"))))
                    .isInstanceOf(RunFailure.class);
        }
        assertThat(folder.resolve("x.csv")).doesNotExist();
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNoPartialOne() throws IOException {
        try (var engine = engine(1)) {
            Path target = folder.resolve("kept.parquet");
            engine.database().write("SELECT 1 AS a", List.of(), target);
            byte[] before = Files.readAllBytes(target);
            assertThatThrownBy(() -> engine.database()
                            .write(
                                    "SELECT CASE WHEN i < 300000 THEN i ELSE error('broken') END FROM range(400000) t(i)",
                                    List.of(),
                                    target))
                    .isInstanceOf(RunFailure.class)
                    .hasMessageContaining("broken");
            assertThat(Files.readAllBytes(target)).isEqualTo(before);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(p -> p.getFileName().toString())).containsExactly("kept.parquet");
        }
    }

    @Test
    void aSummaryCountsMissingValuesAndRanges() {
        try (var engine = engine(1)) {
            StarTable table = engine.database()
                    .write(
                            "SELECT unnest([1.5, NULL, 'nan'::DOUBLE, -3]) AS z, unnest(['b', 'a', NULL, 'c']) AS name",
                            List.of(),
                            folder.resolve("t.parquet"));
            TableSummary summary =
                    engine.summary(engine.openForeign(DuckDbTable.of(table).parquet()), 2);
            assertThat(summary.rows()).isEqualTo(4);
            assertThat(summary.columns().get(0).nulls()).isEqualTo(2);
            assertThat(summary.columns().get(0).min()).contains("-3.0");
            assertThat(summary.columns().get(1).max()).contains("c");
            assertThat(summary.sample()).hasSize(2);
        }
    }

    @Test
    void aFileNameWithPatternCharactersIsOneFile() {
        try (var engine = engine(1)) {
            StarTable table = engine.database().write("SELECT 7 AS a", List.of(), folder.resolve("M[31] *?.parquet"));
            engine.database().write("SELECT 8 AS a", List.of(), folder.resolve("M3 xx.parquet"));
            assertThat(engine.database().numbers("SELECT sum(a) FROM " + DuckDbTable.sql(table))[0])
                    .isCloseTo(7, within(0.0));
        }
    }

    private DuckDbEngine engine(int threads) {
        return DuckDbEngine.open(new EngineSettings(folder, List.of(), List.of(), threads, 1024));
    }
}
