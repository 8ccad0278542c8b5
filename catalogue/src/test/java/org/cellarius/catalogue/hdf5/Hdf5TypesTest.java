package org.cellarius.catalogue.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableWriter;
import org.cellarius.catalogue.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types and forms of HDF5 tables against what h5py, PyTables, pandas and astropy wrote. */
final class Hdf5TypesTest {
    private static final double NONE = Double.NaN;

    @TempDir
    Path folder;

    private static StreamedTable open(String name) {
        return Blocks.open(Trouble.file(name));
    }

    @Test
    void recordsWithoutMetadata() {
        StreamedTable table = open("14-records.h5");
        assertThat(Blocks.names(table)).containsExactly("source_id", "fe_h");
        assertThat(Blocks.readAll(table)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h5py-records.h5", "h5py-gzip-records.h5"})
    void everyTypeInRecords(String file) {
        StreamedTable table = open(file);
        assertThat(Blocks.column(table, "id")).containsExactly(1L, -2L, Long.MAX_VALUE);
        assertThat(Blocks.column(table, "u8")).containsExactly(200L, 0L, 255L);
        assertThat(Blocks.column(table, "u16")).containsExactly(65535L, 1L, 2L);
        assertThat(Blocks.column(table, "u32")).containsExactly(4000000000L, 1L, 2L);
        assertThat(Blocks.column(table, "u64")).containsExactly("18446744073709551615", "1", "2");
        assertThat(Blocks.numbers(table, "f16")).containsExactly(0.5, -0.0999755859375, NONE);
        assertThat(Blocks.numbers(table, "f32")).containsExactly(0.1f, NONE, Double.POSITIVE_INFINITY);
        assertThat(Blocks.numbers(table, "f64")).containsExactly(0.1, NONE, -1e300);
        assertThat(Blocks.column(table, "name")).containsExactly("M67", null, "NGC188");
        assertThat(Blocks.column(table, "yes")).containsExactly(true, false, true);
        assertThat(Blocks.numbers(table, "vec[1]")).containsExactly(2, 4, 6);
        assertThat(table.unreadable()).isEmpty();
    }

    @Test
    void complexNumbersAreTwoColumns() {
        assertThat(Blocks.numbers(open("h5py-records.h5"), "c[1]")).containsExactly(2, 0, 0);
        StreamedTable columns = open("h5py-complex.h5");
        assertThat(columns.otherTables()).isEmpty();
        assertThat(Blocks.numbers(columns, "x")).containsExactly(1, 2);
        assertThat(Blocks.numbers(columns, "c[0]")).containsExactly(1, 3);
        assertThat(Blocks.numbers(columns, "c[1]")).containsExactly(2, -4);
        assertThat(Blocks.numbers(columns, "cf[1]")).containsExactly(2, -4);
    }

    @Test
    void textsOfVariableLength() {
        assertThat(Blocks.column(open("h5py-vlen-records.h5"), "s")).containsExactly("é", null);
    }

    /** Bytes that the file calls ASCII, as h5py reads them: UTF-8, or Latin-1 where they are none. */
    @Test
    void textsInArraysKeepTheirLetters() {
        StreamedTable columns = open("h5py-text-arrays.h5");
        assertThat(Blocks.column(columns, "n[0]")).containsExactly("é", "aß");
        assertThat(Blocks.column(columns, "n[1]")).containsExactly("b", "c");
        assertThat(Blocks.column(columns, "z[0]")).containsExactly("b", null);
        assertThat(Blocks.column(columns, "z[1]")).containsExactly("ζ", "Miré");
        assertThat(Blocks.column(columns, "plain")).containsExactly("étoile", "é");
        StreamedTable records = open("h5py-text-array-records.h5");
        assertThat(Blocks.column(records, "n[0]")).containsExactly("é", "aß");
        assertThat(Blocks.column(records, "n[1]")).containsExactly("b", "c");
        assertThat(Blocks.column(records, "m")).containsExactly("ö", "k");
        StreamedTable frame = open("pandas-text-blocks.h5");
        assertThat(Blocks.column(frame, "values_block_0[0]")).containsExactly("é", "aß");
        assertThat(Blocks.column(frame, "values_block_0[1]")).containsExactly("b", "ζ");
    }

    @Test
    void pytablesAndPandas() {
        StreamedTable stars = open("pytables.h5");
        assertThat(Blocks.column(stars, "yes")).containsExactly(true, false);
        assertThat(Blocks.column(stars, "u")).containsExactly(65535L, 0L);
        assertThat(Blocks.column(stars, "name")).containsExactly("ab", null);
        StreamedTable frame = open("pandas-table.h5");
        assertThat(Blocks.column(frame, "id")).containsExactly(1L, 2L, 3L);
        assertThat(Blocks.numbers(frame, "fe_h")).containsExactly(0.1, NONE, -0.5);
        assertThat(Blocks.column(frame, "name")).containsExactly("a", "bb", null);
        assertThat(frame.notes()).isEmpty();
    }

    @Test
    void pandasBlocksAreToldAndItsFixedFormatRefused() {
        StreamedTable blocks = open("pandas-table-blocks.h5");
        assertThat(blocks.notes()).singleElement().asString().contains("data_columns=True");
        assertThat(Blocks.numbers(blocks, "values_block_1[0]")).containsExactly(0.1, NONE, -0.5);
        assertThatThrownBy(() -> open("pandas-fixed.h5"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("fixed format of pandas")
                .hasMessageContaining("data_columns=True");
    }

    @Test
    void astropyWithoutMetadata() {
        StreamedTable table = open("astropy-plain.h5");
        assertThat(Blocks.column(table, "id")).containsExactly(1L, 2L);
        assertThat(Blocks.column(table, "name")).containsExactly("a", "bé");
    }

    @Test
    void vaexWithItsTextsAndMasks() {
        StreamedTable table = open("vaex.h5");
        assertThat(table.otherTables()).isEmpty();
        assertThat(Blocks.names(table)).containsExactly("id", "ra", "n", "name", "word");
        assertThat(Blocks.column(table, "name")).containsExactly("M67", null, "NGC é", null);
        assertThat(Blocks.column(table, "word")).containsExactly("a", "b", "c", "d");
        assertThat(Blocks.column(table, "n")).containsExactly(10L, null, 30L, 40L);
        assertThat(Blocks.numbers(table, "ra")).containsExactly(1.5, NONE, 2.5, 3.5);
    }

    @Test
    void tablesOfSeveralLengthsAreTold() {
        StreamedTable table = open("h5py-lengths.h5");
        assertThat(Blocks.names(table)).containsExactly("a", "c");
        assertThat(table.otherTables()).singleElement().asString().contains("2 rows");
    }

    @Test
    void enumerationsAndWhatIsNoColumn() {
        StreamedTable table = open("h5py-enum.h5");
        assertThat(Blocks.column(table, "colour")).containsExactly("RED", "BLUE", "GREEN");
        assertThat(Blocks.column(table, "yes")).containsExactly(true, false, true);
        assertThat(Blocks.column(table, "u64")).containsExactly("18446744073709551615", "1", "2");
        assertThat(Blocks.numbers(table, "f16")).containsExactly(0.5, 1, 2);
        assertThat(Blocks.column(table, "u8")).containsExactly(200L, 1L, 255L);
        assertThat(table.unreadable()).singleElement().asString().contains("'cube'", "3 dimensions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h5py-empty.h5", "h5py-empty-records.h5"})
    void typesAreKnownWithoutRows(String file) {
        StreamedTable table = open(file);
        assertThat(Blocks.readAll(table)).isZero();
        assertThat(table.columns().stream().filter(c -> c.name().equals("name")).map(ColumnDescription::type))
                .containsExactly(ColumnType.TEXT);
        assertThat(table.columns().stream().filter(c -> c.name().equals("yes")).map(ColumnDescription::type))
                .containsExactly(ColumnType.BOOLEAN);
        assertThat(Blocks.names(table)).contains("id");
    }

    /** No rows, in the formats of the writer; h5py 3.7.0 reads the file as well. */
    @ParameterizedTest
    @ValueSource(strings = {"e.h5", "e.fits", "e.vot", "e.feather", "e.ecsv"})
    void tablesWithoutRowsAreWritten(String name) {
        List<ColumnDescription> columns = List.of(
                new ColumnDescription("id", ColumnType.LONG, "", ""),
                new ColumnDescription("ra", ColumnType.DOUBLE, "deg", "right ascension"),
                new ColumnDescription("v[0]", ColumnType.DOUBLE, "", ""),
                new ColumnDescription("v[1]", ColumnType.DOUBLE, "", ""),
                new ColumnDescription("yes", ColumnType.BOOLEAN, "", ""),
                new ColumnDescription("name", ColumnType.TEXT, "", ""));
        Path file = folder.resolve(name);
        TableWriter.write(
                file,
                TableFormat.ofOutput(file),
                columns,
                0,
                indices -> new NoRows(columns, indices),
                Map.of(),
                note -> {});
        if (!name.endsWith("ecsv")) {
            StreamedTable back = Blocks.open(file);
            assertThat(Blocks.names(back)).containsExactly("id", "ra", "v[0]", "v[1]", "yes", "name");
            assertThat(back.columns().get(1).unit()).isEqualTo("deg");
            assertThat(back.columns().stream().map(ColumnDescription::type))
                    .containsExactlyElementsOf(
                            columns.stream().map(ColumnDescription::type).toList());
            assertThat(Blocks.readAll(back)).isZero();
        }
        assertThat(file).isNotEmptyFile();
    }

    private record NoRows(List<ColumnDescription> columns, int[] indices) implements BlockReader {
        @Override
        public int next() {
            return 0;
        }

        @Override
        public ColumnBuffer column(int index) {
            return ColumnBuffer.forBlock(columns.get(indices[index]).type());
        }

        @Override
        public void close() {}
    }
}
