package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.FileColumn;
import org.cellarius.engine.PlaceColumns;
import org.cellarius.engine.Progress;
import org.cellarius.engine.ScaledColumn;
import org.cellarius.engine.SkyMatch;
import org.cellarius.engine.SkyMatch.Join;
import org.cellarius.engine.SkyMatchResult;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.sky.FileMatch;
import org.cellarius.engine.sky.HeldTable;
import org.cellarius.galaxy.frame.Epochs;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.galaxy.sky.SkyRadius;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Matches of files in memory against the same ones in the database. */
class FileMatchTest {

    private static final SkyRadius RADIUS = new SkyRadius(0.02);
    private static final double DEG_OF_RADIAN = Math.toDegrees(1);

    @TempDir
    Path folder;

    private DuckDbEngine engine =
            DuckDbEngine.open(EngineSettings.in(Path.of(System.getProperty("java.io.tmpdir")), List.of()));

    private Path fileA = Path.of("");
    private Path fileB = Path.of("");

    /** Who is carried to the epoch of the other. */
    private enum Moved {
        NONE,
        A,
        B
    }

    @BeforeEach
    void makeFiles() {
        engine.close();
        engine = DuckDbEngine.open(EngineSettings.in(folder, List.of()));
        // Numbers, whole numbers, words and truth values with gaps; A's declination in radians; places missing, motions
        // missing.
        fileA = file("a", """
                SELECT i AS id, CASE WHEN i % 29 <> 3 THEN 10 * (i * 7919 % 10007) / 10007.0 + 355 * (i % 2) END AS ra,
                  radians(89.9 - 10 * (i * 6841 % 9973) / 9973.0) AS dec,
                  CASE WHEN i % 7 <> 0 THEN 900.0 * (i % 5) END AS pmra, CASE WHEN i % 7 <> 0 THEN -900.0 * (i % 3) END AS pmdec,
                  CASE WHEN i % 3 <> 0 THEN i * 1000003 END AS n, CASE WHEN i % 4 <> 0 THEN 'star ' || i END AS word,
                  CASE WHEN i % 5 <> 0 THEN i % 2 = 0 END AS truth FROM range(3000) t(i)""", "rad");
        fileB = file("b", """
                SELECT i AS id, CASE WHEN i % 31 <> 4 THEN 10 * (i * 7919 % 10007) / 10007.0 + 355 * (i % 2) + 0.01 END AS ra,
                  89.9 - 10 * (i * 6841 % 9973) / 9973.0 + 0.004 * (i % 3 - 1) AS dec,
                  CASE WHEN i % 6 <> 0 THEN 700.0 * (i % 5) END AS pmra, 0.0 AS pmdec,
                  i AS n, CASE WHEN i % 4 <> 1 THEN 'other ' || i END AS word, i % 2 = 0 AS truth FROM range(2, 4500) t(i)""", "deg");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Path file(String name, String query, String unitOfDec) {
        List<TableColumn> columns = List.of(
                new TableColumn("id", ColumnType.LONG, "", "its number"),
                new TableColumn("ra", ColumnType.DOUBLE, "deg", ""),
                new TableColumn("dec", ColumnType.DOUBLE, unitOfDec, ""),
                new TableColumn("pmra", ColumnType.DOUBLE, "mas/yr", ""),
                new TableColumn("pmdec", ColumnType.DOUBLE, "mas/yr", ""),
                new TableColumn("n", ColumnType.LONG, "", ""),
                new TableColumn("word", ColumnType.TEXT, "", ""),
                new TableColumn("truth", ColumnType.BOOLEAN, "", ""));
        Path file = folder.resolve(name + ".fits");
        engine.export(engine.database().write(query, columns, folder.resolve(name + ".parquet")), file);
        return file;
    }

    static Stream<Arguments> matches() {
        return Stream.of(Find.EACH, Find.BEST, Find.SYMMETRIC)
                .flatMap(find -> Stream.of(Join.values())
                        .flatMap(join -> Stream.of(Moved.values()).map(moved -> Arguments.of(find, join, moved))));
    }

    @ParameterizedTest
    @MethodSource("matches")
    void memoryAndDatabaseGiveTheSameBytes(Find find, Join join, Moved moved) throws IOException {
        var match = new SkyMatch(RADIUS, find, join);
        PlaceColumns a = places(DEG_OF_RADIAN, moved == Moved.A);
        PlaceColumns b = places(1, moved == Moved.B);
        Path fromMemory = folder.resolve("memory.fits");
        FileMatch.Written written = files(match)
                .write(a, b, match, fromMemory, TableFormat.FITS, 3, Progress.SILENT, () -> {})
                .orElseThrow();

        SkyMatchResult result = engine.match(
                a.in(read(fileA)), b.in(read(fileB)), match, folder.resolve("matched.parquet"), Progress.SILENT);
        Path fromDatabase = folder.resolve("database.fits");
        engine.export(result.table(), fromDatabase);

        assertThat(written.summary()).isEqualTo(result.summary());
        assertThat(written.summary().pairs()).isGreaterThan(500);
        assertThat(written.summary().candidates())
                .isGreaterThan(written.summary().pairs() + 100);
        assertThat(written.rows()).isEqualTo(result.table().rows());
        assertThat(written.columns().all()).isEqualTo(result.table().columns());
        assertThat(Files.mismatch(fromMemory, fromDatabase)).isEqualTo(-1);
    }

    private PlaceColumns places(double factorOfDec, boolean moving) {
        return new PlaceColumns(
                new ScaledColumn("ra", 1),
                new ScaledColumn("dec", factorOfDec),
                moving
                        ? Optional.of(new PlaceColumns.Motion(
                                new ScaledColumn("pmra", 1), new ScaledColumn("pmdec", 1), new Epochs(2000, 2016)))
                        : Optional.empty());
    }

    private FileMatch files(SkyMatch match) {
        return FileMatch.of(open(fileA), open(fileB), match, TableFormat.FITS).orElseThrow();
    }

    private static TableFile open(Path file) {
        return TableFile.open(file, TableSelection.automatic());
    }

    private StarTable read(Path file) {
        return engine.importTable(
                open(file), Optional.empty(), folder.resolve(file.getFileName() + ".parquet"), Progress.SILENT);
    }

    @Test
    void whatNeedsTheDatabaseIsLeftToIt() {
        var each = new SkyMatch(RADIUS, Find.EACH, Join.INNER);
        TableFile a = open(fileA);
        TableFile parquet = open(folder.resolve("b.parquet"));
        assertThat(FileMatch.of(a, open(fileB), each, TableFormat.PARQUET)).isEmpty();
        assertThat(FileMatch.of(a, parquet, each, TableFormat.FITS)).isEmpty();
        assertThat(FileMatch.of(a, open(fileB), new SkyMatch(RADIUS, Find.ALL, Join.INNER), TableFormat.FITS))
                .isEmpty();
        var withErrors = new SkyMatch(RADIUS, Find.EACH, Join.INNER, "", OptionalDouble.of(3));
        assertThat(FileMatch.of(a, open(fileB), withErrors, TableFormat.FITS)).isEmpty();
    }

    @Test
    void wordsThatAreTooLongForTheMemoryAreNotHeld() {
        var file = (StreamedTable) open(fileA);
        List<FileColumn> columns = FileColumn.of(file.columns());
        // Of 3000 rows three in four have a word: 'star ' and the number.
        var room = new AtomicLong(30_000);
        assertThat(HeldTable.read(file, columns, room, Progress.SILENT)).isPresent();
        long taken = 30_000 - room.get();
        assertThat(taken).isBetween(3000 * 3 / 4 * 8L, 3000 * 3 / 4 * 9L);
        assertThat(HeldTable.read(file, columns, new AtomicLong(taken - 1), Progress.SILENT))
                .isEmpty();
    }

    @Test
    void aFileThatIsCutMeanwhileIsAnErrorAndLeavesNoOutput() throws IOException {
        var match = new SkyMatch(RADIUS, Find.EACH, Join.INNER);
        FileMatch files = files(match);
        try (var channel = java.nio.channels.FileChannel.open(fileB, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(fileB) / 2);
        }
        Path out = folder.resolve("out.fits");
        assertThatThrownBy(() -> files.write(
                        places(DEG_OF_RADIAN, false),
                        places(1, false),
                        match,
                        out,
                        TableFormat.FITS,
                        2,
                        Progress.SILENT,
                        () -> {}))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("b.fits");
        assertThat(out).doesNotExist();
    }
}
