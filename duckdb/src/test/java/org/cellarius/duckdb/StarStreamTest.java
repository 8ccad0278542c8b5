package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.Derived;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.PassedStars;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.Tally;
import org.cellarius.engine.expression.Column;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.stream.StreamBlock;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream gives what its steps give one after the other, each with a table of its own. */
class StarStreamTest {

    private static final int ROWS = 12_345;

    @TempDir
    Path folder;

    /** Roots of numbers; negative ones have none. */
    private static final ColumnKernel ROOT = new ColumnKernel() {
        @Override
        public List<String> inputs() {
            return List.of("value");
        }

        @Override
        public List<OutputColumn> outputs() {
            return List.of(new OutputColumn("root", "kpc", "square root"));
        }

        @Override
        public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
            for (int i = 0; i < rows; i++) {
                out[0][i] = Math.sqrt(in[0][i]);
                status[i] = Double.isNaN(out[0][i]) ? StarStatus.NO_DISTANCE : StarStatus.OK;
            }
        }
    };

    private static final List<TableColumn> MAPPED = List.of(
            new TableColumn("id", ColumnType.LONG, "", ""),
            new TableColumn("value", ColumnType.DOUBLE, "kpc", "a value"),
            new TableColumn("name", ColumnType.TEXT, "", ""));
    private static final List<String> EXPRESSIONS =
            List.of("id", "CASE WHEN value <> -9999 THEN value / 10 END", "'<' || name || '>'");
    private static final String CUT = "root > 3 AND id % 3 <> 0";

    @ParameterizedTest
    @CsvSource({"1,1000", "2,4096", "2,12345", "4,500", "2,100000"})
    void aFileGivesWhatItsStepsGive(int threads, long batchRows) throws IOException {
        TableFile file = open(csv(ROWS, ""));
        try (var engine = engine(threads)) {
            Tally losses = losses();
            StarStream stream =
                    rooted(engine, engine.stream(file, List.of("name", "id", "value"), Progress.SILENT), losses);
            PassedStars passed = engine.write(
                    stream.count(statuses()).keep(engine.expression(CUT, stream.shape(), "the test")),
                    folder.resolve("one.parquet"),
                    batchRows,
                    Progress.SILENT);
            StarTable raw = engine.importTable(file, Optional.empty(), folder.resolve("raw.parquet"), Progress.SILENT);
            assertSameAsStepByStep(engine, raw, passed, losses);
        }
    }

    /** The same steps in memory and in the database, to the last bit; joined texts are for the database alone. */
    @ParameterizedTest
    @CsvSource({
        "1, root > 3 and value < 17.25",
        "2, root > 3 and value < 17.25",
        "4, value between 0.5 and 12 or value is null",
        "3, not (value in_range)",
        "2, status = 'OK' and root / 3 - 1 > -0.25",
        "2, value > 1e9"
    })
    void inMemoryIsTheSameAsInTheDatabase(int threads, String cut) throws IOException {
        String condition = cut.replace("in_range", "between 3 and 4");
        TableFile file = open(csv(ROWS, ""));
        try (var engine = engine(threads)) {
            Tally losses = losses();
            StarStream source = engine.stream(file, List.of("name", "id", "value"), Progress.SILENT);
            StarStream rooted = source.count(losses)
                    .project(derived(
                            engine,
                            source,
                            List.of("id", "case when value <> -9999 and isfinite(value) then value / 10 end", "name")))
                    .compute(ROOT, List.of(Expression.number("value")), List.of("id", "value", "name"));
            StarStream all = rooted.count(statuses()).keep(engine.expression(condition, rooted.shape(), "the test"));
            assertThat(StreamBlock.fits(all)).isTrue();
            PassedStars one = engine.write(all, folder.resolve("memory.parquet"), Progress.SILENT);
            PassedStars other = engine.inDatabase(all, folder.resolve("database.parquet"), 4096, Progress.SILENT);
            assertThat(one.found()).isEqualTo(other.found());
            assertThat(one.table().columns()).isEqualTo(other.table().columns());
            assertThat(one.table().rows()).isEqualTo(other.table().rows());
            assertThat(engine.database().rows("SELECT * FROM " + DuckDbTable.sql(one.table())))
                    .isEqualTo(engine.database().rows("SELECT * FROM " + DuckDbTable.sql(other.table())));
            StarTable raw = engine.importTable(
                    file, Optional.of(List.of("name", "id", "value")), folder.resolve("raw.parquet"), Progress.SILENT);
            var parquet = new StarStream(
                    engine.stream(open(folder.resolve("raw.parquet")), raw.names(), Progress.SILENT)
                            .source(),
                    all.steps(),
                    all.columns());
            assertThat(StreamBlock.fits(parquet)).isTrue();
            PassedStars third = engine.write(parquet, folder.resolve("third.parquet"), Progress.SILENT);
            assertThat(third.found()).isEqualTo(other.found());
            assertThat(engine.database().rows("SELECT * FROM " + DuckDbTable.sql(third.table())))
                    .isEqualTo(engine.database().rows("SELECT * FROM " + DuckDbTable.sql(other.table())));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1000, 12_345, 500_000})
    void aTableGivesWhatItsStepsGive(long batchRows) throws IOException {
        try (var engine = engine(2)) {
            StarTable raw = engine.importTable(
                    open(csv(ROWS, "")), Optional.empty(), folder.resolve("raw.parquet"), Progress.SILENT);
            Tally losses = losses();
            StarStream stream = rooted(engine, engine.stream(raw), losses);
            PassedStars passed = engine.write(
                    stream.count(statuses()).keep(engine.expression(CUT, stream.shape(), "the test")),
                    folder.resolve("one.parquet"),
                    batchRows,
                    Progress.SILENT);
            assertSameAsStepByStep(engine, raw, passed, losses);
        }
    }

    private static StarStream rooted(DuckDbEngine engine, StarStream source, Tally losses) {
        return source.count(losses)
                .project(derived(engine, source, EXPRESSIONS))
                .compute(ROOT, List.of(Expression.number("value")), List.of("id", "value", "name"));
    }

    private static List<Derived> derived(DuckDbEngine engine, StarStream source, List<String> expressions) {
        return IntStream.range(0, MAPPED.size())
                .mapToObj(k ->
                        new Derived(MAPPED.get(k), engine.expression(expressions.get(k), source.shape(), "the test")))
                .toList();
    }

    private void assertSameAsStepByStep(DuckDbEngine engine, StarTable raw, PassedStars passed, Tally losses) {
        StarTable mapped = engine.database()
                .write(
                        "SELECT " + EXPRESSIONS.get(0) + " AS id, " + EXPRESSIONS.get(1) + " AS value, "
                                + EXPRESSIONS.get(2) + " AS name FROM " + DuckDbTable.sql(raw),
                        MAPPED,
                        folder.resolve("mapped.parquet"));
        StarTable rooted = engine.applyKernel(
                mapped,
                ROOT,
                List.of(mapped.value("value")),
                List.of("id", "value", "name"),
                folder.resolve("rooted.parquet"),
                Progress.SILENT);
        StarTable kept = engine.database()
                .write(
                        "SELECT * FROM " + DuckDbTable.sql(rooted) + " WHERE " + CUT,
                        rooted.columns(),
                        folder.resolve("kept.parquet"));
        assertThat(passed.table().columns()).isEqualTo(kept.columns());
        assertThat(passed.table().rows()).isEqualTo(kept.rows()).isBetween(1000L, (long) ROWS - 1000);
        assertThat(engine.database().rows("SELECT * FROM " + DuckDbTable.sql(passed.table())))
                .isEqualTo(engine.database().rows("SELECT * FROM " + DuckDbTable.sql(kept)));
        double[] seen = engine.database()
                .numbers("SELECT count(*), count(*) FILTER (value = -9999), count(*) FILTER (value = 17),"
                        + " count(*) FILTER (value = 18) FROM " + DuckDbTable.sql(raw));
        assertThat(passed.found().get(0).rows()).isEqualTo((long) seen[0]);
        assertThat(passed.found().get(0).found()).containsExactly((long) seen[1], (long) seen[2], (long) seen[3]);
        assertThat(passed.found().get(0)).isEqualTo(engine.count(raw, losses));
        assertThat(passed.found().get(1)).isEqualTo(engine.count(rooted, statuses()));
    }

    /** Several row groups in a batch, which the database reads with several threads: results of kernels stay beside their rows. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void rowsKeepTheirOrderAndTheirKernels(int threads) {
        try (var engine = engine(threads)) {
            StarTable numbers = engine.database()
                    .write(
                            "SELECT i AS id, 's' || i AS name, (i * 7919 % 1000003)::DOUBLE AS value FROM range(600000) t(i)",
                            List.of(
                                    new TableColumn("id", ColumnType.LONG, "", ""),
                                    new TableColumn("name", ColumnType.TEXT, "", ""),
                                    new TableColumn("value", ColumnType.DOUBLE, "", "")),
                            folder.resolve("numbers.parquet"));
            StarStream stream = engine.stream(numbers)
                    .compute(ROOT, List.of(numbers.value("value")), List.of("id", "name", "value"));
            Expression third = engine.expression("id % 3 = 0", stream.shape(), "the test");
            PassedStars passed =
                    engine.write(stream.keep(third), folder.resolve("roots.parquet"), 500_000, Progress.SILENT);
            assertThat(engine.database()
                            .numbers("SELECT count(*), count(*) FILTER (name <> 's' || id),"
                                    + " count(*) FILTER (root <> sqrt(value)), count(*) FILTER (id <> 3 * file_row_number) FROM "
                                    + DuckDbTable.of(passed.table()).numberedSql()))
                    .containsExactly(200_000, 0, 0, 0);
        }
    }

    @Test
    void aFileWithoutRowsGivesATableWithoutRows() throws IOException {
        try (var engine = engine(2)) {
            StarStream source = engine.stream(open(csv(0, "")), List.of("id", "value", "name"), Progress.SILENT);
            StarStream stream = source.project(derived(engine, source, List.of("id", "value", "name")))
                    .compute(ROOT, List.of(Expression.number("value")), List.of("id"));
            PassedStars passed =
                    engine.write(stream.count(statuses()), folder.resolve("none.parquet"), Progress.SILENT);
            assertThat(passed.table().rows()).isZero();
            assertThat(passed.table().names()).containsExactly("id", "root", "status");
            assertThat(passed.found().getFirst().rows()).isZero();
        }
    }

    @Test
    void aFileThatBreaksOffLeavesNothing() throws IOException {
        Path broken = csv(ROWS, "7,8\n");
        try (var engine = engine(2)) {
            assertThatExceptionOfType(InputError.class).isThrownBy(() -> {
                TableFile file = open(broken);
                StarStream stream = engine.stream(file, List.of("id"), Progress.SILENT);
                engine.inDatabase(stream, folder.resolve("broken.parquet"), 1000, Progress.SILENT);
            });
            assertThatExceptionOfType(InputError.class).isThrownBy(() -> {
                StarStream stream = engine.stream(open(broken), List.of("id"), Progress.SILENT);
                engine.write(stream, folder.resolve("broken.parquet"), Progress.SILENT);
            });
            assertThat(folder.resolve("broken.parquet")).doesNotExist();
            assertThat(engine.database().rows("SELECT table_name FROM duckdb_tables()"))
                    .isEmpty();
        }
    }

    @Test
    void wideSourcesComeInSmallerBatches() {
        assertThat(StarStreamRun.batchRows(12)).isEqualTo(491_520);
        assertThat(StarStreamRun.batchRows(100)).isEqualTo(83_886);
        assertThat(StarStreamRun.batchRows(3_000)).isEqualTo(2_796);
        assertThat(StarStreamRun.batchRows(30_000)).isEqualTo(2_048);
    }

    @Test
    void rowsGoBeforeNoKernel() throws IOException {
        try (var engine = engine(1)) {
            StarStream cut = engine.stream(open(csv(10, "")), List.of("id", "value"), Progress.SILENT)
                    .keep(new Column("id", ColumnType.LONG).isAbove(Expression.of(3L)));
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> cut.compute(ROOT, List.of(Expression.number("value")), List.of("id")))
                    .withMessageContaining("kernels come before");
        }
    }

    private static Tally losses() {
        return new Tally(List.of(
                Tally.Count.of(valueIs(-9999)),
                new Tally.Count(valueIs(17), Optional.of(valueIs(17).or(valueIs(18)))),
                new Tally.Count(valueIs(18), Optional.of(valueIs(17).or(valueIs(18))))));
    }

    private static Expression valueIs(double value) {
        return Expression.number("value").isEqualTo(Expression.of(value));
    }

    private static Tally statuses() {
        return new Tally(Arrays.stream(StarStatus.values())
                .map(s -> Tally.Count.of(Expression.text("status").isEqualTo(Expression.of(s.name()))))
                .toList());
    }

    private static TableFile open(Path file) {
        return TableFile.open(file, TableSelection.automatic());
    }

    private DuckDbEngine engine(int threads) {
        return DuckDbEngine.open(new EngineSettings(folder, List.of(), List.of(), threads, 1024));
    }

    /** Numbers with fillers, missing values, negative ones, and names in which a comma stands. */
    private Path csv(int rows, String end) throws IOException {
        String text = IntStream.range(0, rows)
                .mapToObj(i -> i + "," + (i % 11 == 0 ? "-9999" : i % 13 == 0 ? "" : Integer.toString(i / 40 - 20))
                        + ",\"star " + i + ", ä\"\n")
                .collect(Collectors.joining());
        return Files.writeString(folder.resolve("stars-" + rows + ".csv"), "id,value,name\n" + text + end);
    }
}
