package org.cellarius.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadMeNullsTest {
    private static final double NONE = Double.NaN;

    @TempDir
    Path folder;

    @Test
    void nullMarksOfAReadMe() {
        StreamedTable table = Blocks.open(Trouble.file("09-cds/table1.dat"));
        assertThat(Blocks.numbers(table, "[Fe/H]")).containsExactly(-0.1, NONE, NONE, 0.0, -1.0);
        assertThat(Blocks.numbers(table, "[Mg/H]")).containsExactly(-0.2, NONE, 0.1, 0.0, -9.9);
        assertThat(Blocks.numbers(table, "Vmag")).containsExactly(12.34, NONE, 13.0, 9.99, 10.0);
        assertThat(Blocks.numbers(table, "plx")).containsExactly(1.234, -0.5, NONE, 51.0, 0.1);
        assertThat(Blocks.column(table, "Teff")).containsExactly(5000L, null, null, 9500L, 4000L);
        assertThat(Blocks.numbers(table, "L")).containsExactly(12.3, NONE, 150, 0.001, -1.0);
        assertThat(Blocks.numbers(table, "Age")).containsExactly(2.5, 1.0, 13.0, NONE, 5.0);
        assertThat(Blocks.numbers(table, "RV")).containsExactly(-12.3, NONE, 5.0, 0.0, 1.0);
        assertThat(Blocks.column(table, "l_Age")).containsExactly(null, "<", ">", null, null);
        assertThat(Blocks.column(table, "Nobs")).containsExactly(5L, -1L, 2L, 3L, 4L);
    }

    private StreamedTable table(String format, String remark, String cell) throws IOException {
        Files.writeString(folder.resolve("ReadMe"), """
                Byte-by-byte Description of file: t.dat
                --------------------------------------------------------------------------------
                   Bytes Format Units   Label     Explanations
                --------------------------------------------------------------------------------
                   1- 22  %-5s  ---     x         %s
                --------------------------------------------------------------------------------
                """.formatted(format, remark));
        return Blocks.open(Files.writeString(folder.resolve("t.dat"), "%22s\n%22s\n".formatted("7", cell)));
    }

    @ParameterizedTest
    @CsvSource({
        "F22.3, ?=- Words, -",
        "F22.3, ?=- Words, --",
        "F22.3, ?=- Words, ---",
        "F22.3, ?=- Words, ----",
        "F22.3, ?=-- Words, ---",
        "I22, ?=- Words, --",
        "F22.3, ?=-9.99 Words, -9.9900",
        "F22.3, ?=-9.99 Words, -0.999E+01",
        "F22.3, ?=99.99 Words, 99.99",
        "I22, ?=-1 Words, -1",
        "I22, ?=-1 Words, -01",
        "F22.3, '?=\"\" Words', '\"\"'",
        "F22.3, Words, NaN",
        "F22.3, ? Words, null",
        "F22.3, ?=-999. Words, -999",
        "A22, ?=- Words, ---",
        "A22, ?=none Words, none"
    })
    void missing(String format, String remark, String cell) throws IOException {
        Object value = Blocks.column(table(format, remark, cell), "x").getLast();
        assertThat(value == null || value.equals(Double.NaN)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "A22, Sign, -, -",
        "A22, ?=-9.99 Text, --, --",
        "F22.3, ?=-9.99 Words, -9.9, -9.9",
        "F22.3, ?=- Words, 1.5D+01, 15.0",
        "I22, Words, 9223372036854775809, 9223372036854775809",
        "I22, ?=-9223372036854775809 Words, 12, 12"
    })
    void present(String format, String remark, String cell, String value) throws IOException {
        assertThat(Blocks.column(table(format, remark, cell), "x").getLast()).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource({"F22.3, 1_0", "F22.3, '3,14'", "F22.3, 1f", "I22, 1.5", "F22.3, 0x10"})
    void whatIsNoNumberIsAnError(String format, String cell) throws IOException {
        StreamedTable table = table(format, "Words", cell);
        assertThatThrownBy(() -> Blocks.readAll(table))
                .isInstanceOf(InputError.class)
                .hasMessageContaining(cell)
                .hasMessageContaining("line 2");
    }
}
