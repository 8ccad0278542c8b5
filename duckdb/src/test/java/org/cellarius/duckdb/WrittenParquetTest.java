package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.parquet.ParquetWriter;
import org.cellarius.catalogue.parquet.ParquetWriter.Codec;
import org.cellarius.catalogue.parquet.ParquetWriter.Column;
import org.cellarius.engine.EngineSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What our own writer of Parquet writes is what the database reads, a program that knows nothing of it. */
class WrittenParquetTest {

    private static final List<Column> COLUMNS = List.of(
            new Column("x", ColumnType.DOUBLE),
            new Column("full", ColumnType.DOUBLE),
            new Column("none", ColumnType.DOUBLE),
            new Column("n", ColumnType.LONG),
            new Column("yes", ColumnType.BOOLEAN),
            new Column("same", ColumnType.TEXT),
            new Column("few, \"quoted\"", ColumnType.TEXT),
            new Column("many", ColumnType.TEXT),
            new Column("sometimes", ColumnType.TEXT),
            new Column("never", ColumnType.TEXT));

    private static final double[] ODD_NUMBERS = {
        0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN
    };

    /** Spectra as texts: row groups are cut by what they take, and every text is there. */
    @ParameterizedTest
    @CsvSource({"3000, 50000", "40, 4000000"})
    void longTextsMakeSmallRowGroups(int rows, int length, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("long.parquet");
        try (var writer =
                new ParquetWriter(file, List.of(new Column("spectrum", ColumnType.TEXT)), Map.of(), Codec.ZSTD, 2)) {
            int block = 500;
            for (int from = 0; from < rows; from += block) {
                int count = Math.min(block, rows - from);
                String[] texts = new String[count];
                for (int i = 0; i < count; i++) {
                    texts[i] = Character.toString('a' + (from + i) % 26).repeat(length - 1) + (from + i) % 10;
                }
                writer.append(
                        List.of(new ColumnBuffer.Texts(texts)),
                        IntStream.range(0, count).toArray(),
                        count);
            }
            writer.finish();
        }
        try (var engine = DuckDbEngine.open(new EngineSettings(folder, List.of(), List.of(), 2, 512))) {
            String source = "read_parquet(" + Sql.text(file.toString()) + ")";
            assertThat(engine.database()
                            .numbers("SELECT count(*), sum(length(spectrum)), sum(ascii(spectrum)) FROM " + source))
                    .containsExactly(
                            rows,
                            (double) rows * length,
                            IntStream.range(0, rows)
                                    .mapToDouble(i -> 'a' + i % 26)
                                    .sum());
            assertThat(engine.database()
                            .numbers("SELECT count(DISTINCT row_group_id) FROM parquet_metadata("
                                    + Sql.text(file.toString()) + ")")[0])
                    .isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, ZSTD",
        "1, ZSTD",
        "7, UNCOMPRESSED",
        "2047, ZSTD",
        "122880, ZSTD",
        "300000, ZSTD",
        "300000, UNCOMPRESSED"
    })
    void theDatabaseReadsWhatWasWritten(int rows, Codec codec, @TempDir Path folder) throws Exception {
        List<ColumnBuffer> table = table(rows);
        Path file = folder.resolve("table.parquet");
        write(file, table, rows, codec, 2);
        try (var engine = DuckDbEngine.open(new EngineSettings(folder, List.of(), List.of(), 2, 512));
                Statement statement = engine.database().connection().createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT * FROM read_parquet(" + Sql.text(file.toString()) + ")")) {
            for (int i = 0; i < rows; i++) {
                assertThat(found.next()).isTrue();
                for (int k = 0; k < COLUMNS.size(); k++) {
                    assertThat(cell(found, k)).as("row %s, column %s", i, k).isEqualTo(cell(table.get(k), i));
                }
            }
            assertThat(found.next()).isFalse();
            for (int k = 0; k < COLUMNS.size(); k++) {
                assertThat(found.getMetaData().getColumnName(k + 1))
                        .isEqualTo(COLUMNS.get(k).name());
            }
        }
    }

    @Test
    void bytesDoNotDependOnThreadsOrPortions(@TempDir Path folder) throws IOException {
        int rows = 260_000;
        List<ColumnBuffer> table = table(rows);
        var files = new ArrayList<byte[]>();
        for (int threads : new int[] {1, 2, 5}) {
            Path file = folder.resolve(threads + ".parquet");
            write(file, table, rows, Codec.ZSTD, threads);
            files.add(Files.readAllBytes(file));
        }
        assertThat(files.get(1)).isEqualTo(files.get(0));
        assertThat(files.get(2)).isEqualTo(files.get(0));
    }

    @Test
    void aWideTableHasSmallerGroupsAndItsNotes(@TempDir Path folder) throws Exception {
        int rows = 10_000;
        int width = 600;
        List<Column> columns = IntStream.range(0, width)
                .mapToObj(k -> new Column("c" + k, ColumnType.LONG))
                .toList();
        List<ColumnBuffer> buffers = IntStream.range(0, width)
                .mapToObj(k -> (ColumnBuffer) new ColumnBuffer.Longs(
                        IntStream.range(0, rows).mapToLong(i -> 1_000L * i + k).toArray(), new boolean[rows]))
                .toList();
        Path file = folder.resolve("wide.parquet");
        try (var writer = new ParquetWriter(file, columns, Map.of("unit:c1", "km s⁻¹"), Codec.ZSTD, 2)) {
            writer.append(buffers, IntStream.range(0, rows).toArray(), rows);
            writer.finish();
        }
        try (var engine = DuckDbEngine.open(new EngineSettings(folder, List.of(), List.of(), 2, 512))) {
            assertThat(engine.database()
                            .numbers(
                                    "SELECT count(*), sum(c0), sum(c599), sum(c0 - file_row_number * 1000) FROM read_parquet("
                                            + Sql.text(file.toString()) + ", file_row_number = true)"))
                    .containsExactly(
                            rows, 1000.0 * rows * (rows - 1) / 2, 1000.0 * rows * (rows - 1) / 2 + 599.0 * rows, 0);
            assertThat(engine.database()
                            .rows("SELECT decode(key), decode(value) FROM parquet_kv_metadata("
                                    + Sql.text(file.toString()) + ")"))
                    .hasToString("[[Optional[unit:c1], Optional[km s⁻¹]]]");
        }
    }

    private static void write(Path file, List<ColumnBuffer> table, int rows, Codec codec, int threads) {
        try (var writer = new ParquetWriter(file, COLUMNS, Map.of(), codec, threads)) {
            int at = 0;
            int portion = 1;
            while (at < rows) {
                int count = Math.min(rows - at, portion);
                writer.append(table, IntStream.range(at, at + count).toArray(), count);
                at += count;
                portion = portion * 3 % (1_000 * threads + 7) + 1;
            }
            writer.finish();
        }
    }

    private static List<ColumnBuffer> table(int rows) {
        var random = new Random(5);
        double[] x = new double[rows];
        double[] full = new double[rows];
        double[] none = new double[rows];
        Arrays.fill(none, Double.NaN);
        long[] n = new long[rows];
        boolean[] without = new boolean[rows];
        boolean[] yes = new boolean[rows];
        boolean[] unknown = new boolean[rows];
        @Nullable String[] same = new @Nullable String[rows];
        @Nullable String[] few = new @Nullable String[rows];
        @Nullable String[] many = new @Nullable String[rows];
        @Nullable String[] sometimes = new @Nullable String[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = random.nextInt(5) == 0 ? ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)] : random.nextGaussian();
            full[i] = random.nextGaussian();
            without[i] = random.nextInt(7) == 0;
            n[i] = without[i] ? 0 : random.nextLong();
            unknown[i] = random.nextInt(3) == 0;
            yes[i] = !unknown[i] && random.nextBoolean();
            same[i] = "apogee";
            few[i] = random.nextInt(9) == 0 ? null : "word " + random.nextInt(256);
            many[i] = random.nextInt(9) == 0 ? null : "Gaia DR3 " + random.nextLong();
            // The dictionary is given up late, and words are of all lengths and letters.
            sometimes[i] = i % 4 == 0 ? null : i < 5_000 ? "α Cen" : "✶".repeat(i % 6) + i;
        }
        return List.of(
                new ColumnBuffer.Doubles(x),
                new ColumnBuffer.Doubles(full),
                new ColumnBuffer.Doubles(none),
                new ColumnBuffer.Longs(n, without),
                new ColumnBuffer.Booleans(yes, unknown),
                new ColumnBuffer.Texts(same),
                new ColumnBuffer.Texts(few),
                new ColumnBuffer.Texts(many),
                new ColumnBuffer.Texts(sometimes),
                new ColumnBuffer.Texts(new @Nullable String[rows]));
    }

    private static String cell(ColumnBuffer buffer, int row) {
        return switch (buffer) {
            case ColumnBuffer.Doubles d ->
                Double.isNaN(d.values()[row]) ? "-" : Long.toHexString(Double.doubleToRawLongBits(d.values()[row]));
            case ColumnBuffer.Longs l -> l.missing()[row] ? "-" : Long.toString(l.values()[row]);
            case ColumnBuffer.Booleans b -> b.missing()[row] ? "-" : Boolean.toString(b.values()[row]);
            case ColumnBuffer.Texts t -> t.values()[row] == null ? "-" : String.valueOf(t.values()[row]);
        };
    }

    private static String cell(ResultSet found, int column) throws SQLException {
        String cell = switch (COLUMNS.get(column).type()) {
            case DOUBLE -> Long.toHexString(Double.doubleToRawLongBits(found.getDouble(column + 1)));
            case LONG -> Long.toString(found.getLong(column + 1));
            case BOOLEAN -> Boolean.toString(found.getBoolean(column + 1));
            case TEXT -> String.valueOf(found.getString(column + 1));
        };
        return found.wasNull() ? "-" : cell;
    }
}
