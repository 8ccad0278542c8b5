package org.cellarius.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns of single precision are known in every format, and are written as short as they are. */
final class PrecisionTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "fits-types.fits, e c[0] c[1] ve[0] ve[1]",
        "astropy-tabledata.vot, f32 c64[0] c64[1] floats[0] floats[1]",
        "astropy-binary2.vot, f32 c64[0] c64[1] floats[0] floats[1]",
        "h5py-records.h5, f16 f32 vec[0] vec[1]",
        "pyarrow-types.feather, f16 f32 vecf[0] vecf[1]",
        "astropy-types.ecsv, float16 float32"
    })
    void columnsOfSinglePrecisionAreKnown(String file, String expected) {
        StreamedTable table = Blocks.open(Trouble.file(file));
        assertThat(table.columns().stream()
                        .filter(c -> c.precision() == Precision.SINGLE)
                        .map(ColumnDescription::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void ecsvWritesAndReadsThemAsTheyAre() throws IOException {
        ColumnDescription single = ColumnDescription.of("e", ColumnType.DOUBLE).inSinglePrecision(true);
        ColumnDescription full = ColumnDescription.of("d", ColumnType.DOUBLE);
        double[] values = {
            0.05f, Float.MAX_VALUE, 16777218, -Float.MIN_VALUE, 123456.79f, Double.NaN, Double.NEGATIVE_INFINITY
        };
        Path file = folder.resolve("t.ecsv");
        TableWriter.write(
                file,
                TableFormat.ECSV,
                List.of(single, full),
                values.length,
                indices -> rows(values),
                Map.of(),
                told -> {});
        assertThat(Files.readAllLines(file))
                .contains("# - {name: 'e', datatype: float32}", "# - {name: 'd', datatype: float64}")
                .contains("0.05 0.05000000074505806");
        StreamedTable back = Blocks.open(file);
        assertThat(Blocks.numbers(back, "e")).containsExactly(values);
        assertThat(Blocks.numbers(back, "d")).containsExactly(values);
        assertThat(back.columns().getFirst().precision()).isEqualTo(Precision.SINGLE);
    }

    private static BlockReader rows(double[] values) {
        var column = (ColumnBuffer.Doubles) ColumnBuffer.forBlock(ColumnType.DOUBLE);
        System.arraycopy(values, 0, column.values(), 0, values.length);
        return new BlockReader() {
            private boolean read;

            @Override
            public int next() {
                int rows = read ? 0 : values.length;
                read = true;
                return rows;
            }

            @Override
            public ColumnBuffer column(int index) {
                return column;
            }

            @Override
            public void close() {}
        };
    }
}
