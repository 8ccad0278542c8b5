package org.cellarius.catalogue.feather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Schema;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.Trouble;
import org.cellarius.catalogue.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All types of Arrow against what pyarrow wrote; the middle row is null. */
final class FeatherTypesTest {
    @TempDir
    Path folder;

    private static final StreamedTable ALL = Blocks.open(Trouble.file("pyarrow-types.feather"));

    @Test
    void unsignedIntegersAndHalfFloats() {
        StreamedTable table = Blocks.open(Trouble.file("08-unsigned-and-half.feather"));
        assertThat(Blocks.names(table)).isNotEmpty();
        assertThat(table.columns().stream()
                        .flatMap(c -> Blocks.column(table, c.name()).stream())
                        .toList())
                .contains(200L, 4000000000L, 0.5)
                .doesNotContain(-56L, -294967296L, 14336.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "i8; -128; 127",
                "u8; 200; 255",
                "i16; -32768; 1",
                "u16; 65535; 40000",
                "i32; -2147483648; 1",
                "u32; 4000000000; 4294967295",
                "i64; -9223372036854775808; 9223372036854775807",
                "u64; 18446744073709551615; 9223372036854775808",
                "u64small; 1; 9223372036854775807",
                "f32; 0.10000000149011612; Infinity",
                "f64; 0.1; -1.0E300",
                "dec; 12.345; -0.001",
                "declong; 1234567890123456789.50000; 0.10000",
                "decid; 9223372036854775809; 1",
                "decint; 9223372036854775807; -1",
                "dec256; 1111111111111111111111111111111111111111; 2",
                "dec32; 1.5; 2.0",
                "date32; 2019-03-01; 1850-01-02",
                "date64; 2019-03-01; 1850-01-02",
                "t32s; 01:02:03; 23:59:59",
                "t32ms; 01:02:03.004; 00:00:00",
                "t64us; 01:02:03.000004; 00:00:00",
                "t64ns; 00:00:00.000000001; 00:00:00",
                "ts_s; 1970-01-01T00:00:00; 1969-12-31T23:59:59",
                "ts_ms; 1970-01-01T00:00:01.5; 1969-12-31T23:59:59.999",
                "ts_us; 1970-01-01T00:00:00.000001; 1969-12-31T23:59:59.999999",
                "ts_ns; 1970-01-01T00:00:00.000000001; 1969-12-31T23:59:59.999999999",
                "ts_utc; 2019-03-01T12:00:00Z; 1970-01-01T00:00:00Z",
                "ts_berlin; 2019-03-01T12:00:00Z; 1970-01-01T00:00:00Z",
                "dur; 5; -7",
                "yes; true; false",
                "text; é; null",
                "large; a b; c",
                "view; short; a text longer than twelve",
                "bin; M67; NGC 188",
                "fixbin; ab; cd",
                "binview; ab; c",
                "dict; x; y",
                "dictint; -7; 4000000000",
                "dictu8; q; p",
                "vec[0]; 1; 3",
                "vec[1]; 2; null",
                "list; [1.5, null]; null",
                "listu; [200, null]; [3]",
                "largelist; '[a]'; '[b, c]'"
            })
    void valuesAreThoseOfPyarrow(String column, String first, String last) {
        var cells = Blocks.column(ALL, column);
        assertThat(cells).hasSize(3);
        assertThat(String.valueOf(cells.get(0))).isEqualTo(first);
        assertThat(cells.get(1)).isIn((Object) null, Double.NaN);
        assertThat(String.valueOf(cells.get(2))).isEqualTo(last);
    }

    @Test
    void numbersWithNanAreNumbers() {
        assertThat(Blocks.numbers(ALL, "f16")).containsExactly(0.5, -0.0999755859375, Double.NaN);
        assertThat(Blocks.numbers(ALL, "vecf[1]")).containsExactly(2, 0, Double.NaN);
        assertThat(Blocks.numbers(ALL, "null")).containsOnly(Double.NaN);
        assertThat(ALL.columns().stream()
                        .filter(c -> c.name().equals("dur"))
                        .findFirst()
                        .orElseThrow()
                        .unit())
                .isEqualTo("ms");
    }

    @Test
    void whatIsNotReadIsNamed() {
        assertThat(ALL.unreadable().stream().map(Unreadable::column))
                .containsExactlyInAnyOrder("bytes", "listlist", "struct", "map", "mdn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "lz4", "slice"})
    void compressionAndSlices(String form) {
        StreamedTable table = Blocks.open(Trouble.file("pyarrow-" + form + ".feather"));
        if (form.equals("slice")) {
            assertThat(Blocks.column(table, "u8")).containsExactly(255L, 200L, null, 255L);
            assertThat(Blocks.column(table, "dict")).containsExactly("y", "x", null, "y");
            assertThat(Blocks.column(table, "vec[0]")).containsExactly(3L, 1L, null, 3L);
            assertThat(Blocks.column(table, "yes")).containsExactly(false, true, null, false);
            assertThat(Blocks.column(table, "list")).containsExactly(null, "[1.5, null]", null, null);
        } else {
            for (String name : Blocks.names(table)) {
                assertThat(Blocks.column(table, name)).as(name).isEqualTo(Blocks.column(ALL, name));
            }
        }
    }

    @Test
    void noRows() {
        StreamedTable table = Blocks.open(Trouble.file("pyarrow-empty.feather"));
        assertThat(Blocks.names(table)).contains("u8", "vec[1]");
        assertThat(Blocks.readAll(table)).isZero();
    }

    @Test
    void runsAreNamedOrRefused() {
        StreamedTable table = Blocks.open(Trouble.file("pyarrow-runends.feather"));
        assertThat(Blocks.column(table, "id")).containsExactly(1L, 2L, 3L);
        assertThat(table.unreadable()).singleElement().asString().contains("'ree'", "runs");
    }

    @ParameterizedTest
    @CsvSource({"v1.feather, version 1", "stream.arrows, stream"})
    void otherFormsAreRefusedByName(String name, String words) {
        assertThatThrownBy(() -> Blocks.open(Trouble.file(name)))
                .isInstanceOf(InputError.class)
                .hasMessageContaining(words);
    }

    @Test
    void bigEndianIsRefused() throws IOException {
        var builder = new FlatBufferBuilder();
        int fields = Schema.createFieldsVector(builder, new int[0]);
        Schema.startSchema(builder);
        Schema.addEndianness(builder, Endianness.Big);
        Schema.addFields(builder, fields);
        int schema = Schema.endSchema(builder);
        Footer.startFooter(builder);
        Footer.addSchema(builder, schema);
        builder.finish(Footer.endFooter(builder));
        byte[] footer = builder.sizedByteArray();
        ByteBuffer file = ByteBuffer.allocate(8 + footer.length + 10).order(ByteOrder.LITTLE_ENDIAN);
        file.put("ARROW1\0\0".getBytes(StandardCharsets.US_ASCII)).put(footer);
        file.putInt(footer.length).put("ARROW1".getBytes(StandardCharsets.US_ASCII));
        Path big = Files.write(folder.resolve("big.feather"), file.array());
        assertThatThrownBy(() -> Blocks.open(big))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("big-endian");
    }
}
