package org.cellarius.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class TableWriterTest {
    private static final List<ColumnDescription> COLUMNS = List.of(
            new ColumnDescription("source_id", ColumnType.LONG, "", "identifier"),
            new ColumnDescription(
                    "parallax", ColumnType.DOUBLE, "mas", "parallax, \"as\" measured", "pos.parallax.trig"),
            new ColumnDescription("transits", ColumnType.LONG, "", ""),
            new ColumnDescription("flag", ColumnType.BOOLEAN, "", ""),
            new ColumnDescription(
                    "name", ColumnType.TEXT, "", "Barnard's star; ".repeat(20).strip()),
            new ColumnDescription("mag[0]", ColumnType.DOUBLE, "mag", "", "phot.mag"),
            new ColumnDescription("mag[1]", ColumnType.DOUBLE, "mag", "", "phot.mag"));

    private static final long LARGE_ID = 4267180339403392768L;

    @TempDir
    Path folder;

    /** Rows whose cells follow from the row number: every seventh number, ninth integer, fifth flag and third name lack. */
    private static final class MadeRows implements BlockReader {
        private final long count;
        private long given;
        private final long[] ids = new long[BLOCK_ROWS];
        private final double[] parallaxes = new double[BLOCK_ROWS];
        private final long[] transits = new long[BLOCK_ROWS];
        private final boolean[] noTransits = new boolean[BLOCK_ROWS];
        private final boolean[] flags = new boolean[BLOCK_ROWS];
        private final boolean[] noFlag = new boolean[BLOCK_ROWS];
        private final @Nullable String[] names = new @Nullable String[BLOCK_ROWS];
        private final List<ColumnBuffer> buffers = List.of(
                new ColumnBuffer.Longs(ids, new boolean[BLOCK_ROWS]),
                new ColumnBuffer.Doubles(parallaxes),
                new ColumnBuffer.Longs(transits, noTransits),
                new ColumnBuffer.Booleans(flags, noFlag),
                new ColumnBuffer.Texts(names),
                new ColumnBuffer.Doubles(parallaxes),
                new ColumnBuffer.Doubles(new double[BLOCK_ROWS]));

        private final int[] indices;

        MadeRows(long count, int[] indices) {
            this.count = count;
            this.indices = indices.clone();
        }

        @Override
        public int next() {
            int rows = (int) Math.min(BLOCK_ROWS, count - given);
            for (int i = 0; i < rows; i++) {
                long row = given + i;
                ids[i] = LARGE_ID + row;
                parallaxes[i] = parallax(row);
                noTransits[i] = row % 9 == 3;
                transits[i] = noTransits[i] ? 0 : -row;
                noFlag[i] = row % 5 == 1;
                flags[i] = !noFlag[i] && row % 2 == 0;
                names[i] = name(row);
            }
            given += rows;
            return rows;
        }

        static double parallax(long row) {
            return row % 7 == 2 ? Double.NaN : 0.1 + row / 3.0;
        }

        static @Nullable String name(long row) {
            return row % 3 == 1 ? null : "Günther α " + row;
        }

        @Override
        public ColumnBuffer column(int index) {
            return buffers.get(indices[index]);
        }

        @Override
        public void close() {}
    }

    private Path write(String name, long rows) {
        Path file = folder.resolve(name);
        StreamedTable.Rows opened = indices -> new MadeRows(rows, indices);
        TableWriter.write(
                file,
                TableFormat.ofOutput(file),
                COLUMNS,
                rows,
                opened,
                Map.of("study", "thin disc", "sha256_of_input", "0a1b"),
                note -> {});
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "t.fits, 5000",
        "t.vot, 5000",
        "t.fits, 0",
        "t.vot, 0",
        "t.fits, 2048",
        "t.vot, 2048",
        "t.h5, 5000",
        "t.feather, 5000",
        "t.h5, 2048",
        "t.feather, 0"
    })
    void everyCellSurvivesTheRoundTrip(String name, int rows) {
        StreamedTable table = Blocks.open(write(name, rows));
        assertThat(table.columns()).isEqualTo(COLUMNS);
        assertThat(Blocks.readAll(table)).isEqualTo(rows);
        List<@Nullable Object> ids = Blocks.column(table, "source_id");
        List<@Nullable Object> parallaxes = Blocks.column(table, "parallax");
        List<@Nullable Object> transits = Blocks.column(table, "transits");
        List<@Nullable Object> flags = Blocks.column(table, "flag");
        List<@Nullable Object> magnitudes = Blocks.column(table, "mag[0]");
        assertThat(Blocks.column(table, "mag[1]")).allMatch(zero -> (Double) zero == 0);
        List<@Nullable Object> names = Blocks.column(table, "name");
        for (int row = 0; row < rows; row++) {
            assertThat(ids.get(row)).isEqualTo(LARGE_ID + row);
            assertThat(parallaxes.get(row)).isEqualTo(MadeRows.parallax(row));
            assertThat(transits.get(row)).isEqualTo(row % 9 == 3 ? null : -(long) row);
            assertThat(flags.get(row)).isEqualTo(row % 5 == 1 ? null : row % 2 == 0);
            assertThat(magnitudes.get(row)).isEqualTo(MadeRows.parallax(row));
            assertThat(names.get(row)).isEqualTo(name.endsWith(".fits") ? inAscii(row) : MadeRows.name(row));
        }
    }

    private static @Nullable String inAscii(long row) {
        String name = MadeRows.name(row);
        return name == null ? null : name.replaceAll("[üα]", "?");
    }

    @Test
    void ecsvIsWrittenWithUnitsTypesAndEmptyFieldsForWhatIsMissing() throws IOException {
        Path file = write("t.ecsv", 4);
        StreamedTable table = Blocks.open(file);
        assertThat(Blocks.names(table))
                .containsExactly("source_id", "parallax", "transits", "flag", "name", "mag[0]", "mag[1]");
        assertThat(table.columns())
                .extracting(ColumnDescription::ucd)
                .containsExactly("", "pos.parallax.trig", "", "", "", "phot.mag", "phot.mag");
        assertThat(table.columns())
                .extracting(ColumnDescription::unit)
                .containsExactly("", "mas", "", "", "", "mag", "mag");
        assertThat(table.columns())
                .extracting(ColumnDescription::description)
                .startsWith("identifier", "parallax, \"as\" measured");
        assertThat(table.columns())
                .extracting(ColumnDescription::type)
                .isEqualTo(COLUMNS.stream().map(ColumnDescription::type).toList());
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.subList(lines.size() - 4, lines.size()))
                .containsExactly(
                        "4267180339403392768 0.1 0 True \"Günther α 0\" 0.1 0.0",
                        "4267180339403392769 0.43333333333333335 -1 \"\" \"\" 0.43333333333333335 0.0",
                        "4267180339403392770 \"\" -2 True \"Günther α 2\" \"\" 0.0",
                        "4267180339403392771 1.1 \"\" False \"Günther α 3\" 1.1 0.0");
        assertThat(Files.readString(file)).contains("thin disc");
    }

    @ParameterizedTest
    @EnumSource(names = {"FITS", "VOTABLE", "ECSV", "FEATHER"})
    void theSameTableGivesTheSameBytes(TableFormat format) throws IOException {
        byte[][] files = new byte[2][];
        for (int i = 0; i < 2; i++) {
            Path file = folder.resolve("same" + i);
            TableWriter.write(
                    file,
                    format,
                    COLUMNS,
                    100,
                    indices -> new MadeRows(100, indices),
                    Map.of("study", "s"),
                    note -> {});
            files[i] = Files.readAllBytes(file);
        }
        assertThat(files[0]).isEqualTo(files[1]);
        assertThat(new String(files[0], StandardCharsets.ISO_8859_1))
                .as("no date of writing")
                .doesNotContain(LocalDate.now(ZoneOffset.UTC).toString());
    }

    @Test
    void factsAboutTheTableStandInTheFitsHeader() throws IOException {
        String bytes = Files.readString(write("t.fits", 1), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("thin disc").contains("0a1b");
    }

    @Test
    void vectorsAreWrittenAsSuch() throws IOException {
        String header = Files.readString(write("t.fits", 1), StandardCharsets.ISO_8859_1);
        assertThat(header)
                .contains("TTYPE6  = 'mag     '")
                .contains("TFORM6  = '2D      '")
                .doesNotContain("TTYPE7");
        assertThat(Files.readString(write("t.vot", 1))).containsPattern("arraysize=\"2\"[^>]*name=\"mag\"");
    }

    @Test
    void aWrongRowCountIsFoundOut() {
        assertThatThrownBy(() -> TableWriter.write(
                        folder.resolve("t.vot"),
                        TableFormat.VOTABLE,
                        COLUMNS,
                        7,
                        indices -> new MadeRows(5, indices),
                        Map.of(),
                        note -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("5 rows came where 7 were announced");
    }

    @Test
    void aFolderThatDoesNotExistIsExplained() {
        assertThatThrownBy(() -> TableWriter.write(
                        folder.resolve("no").resolve("t.fits"),
                        TableFormat.FITS,
                        COLUMNS,
                        1,
                        indices -> new MadeRows(1, indices),
                        Map.of(),
                        note -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.resolve("no").resolve("t.fits").toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "TSV", "TEXT", "CDS", "PARQUET"})
    void formatsWrittenElsewhereAreRefused(TableFormat format) {
        assertThatThrownBy(() -> TableWriter.write(
                        folder.resolve("t"),
                        format,
                        COLUMNS,
                        1,
                        indices -> new MadeRows(1, indices),
                        Map.of(),
                        note -> {}))
                .isInstanceOf(InputError.class);
    }
}
