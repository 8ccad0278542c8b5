package org.cellarius.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WhitespaceTablesTest {
    @TempDir
    Path folder;

    private StreamedTable open(String text) throws IOException {
        return Blocks.open(Files.writeString(folder.resolve("stars.dat"), text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id ra dec name\n1 10.5 -3 a\n2 nan 4 b\n",
                "# id ra dec name\n1 10.5 -3 a\n2 nan 4 b\n",
                "#id\tra  dec\tname\r\n1\t10.5   -3 a  \r\n\r\n  2 nan\t\t4 b",
                "\ufeff# a catalogue\n#\n# id ra dec name\n#=====\n1 10.5 -3 a\n# a remark\n2 nan 4 b\n",
                "# made in 2024 by nobody\nid ra dec name\n1 10.5 -3 a\n2 --- 4 b\n"
            })
    void headersAndBlanksOfEveryKindGiveTheSameTable(String text) throws IOException {
        StreamedTable table = open(text);
        assertThat(table.format()).isEqualTo(TableFormat.TEXT);
        assertThat(table.rowCount()).hasValue(2);
        assertThat(table.columns())
                .containsExactly(
                        ColumnDescription.of("id", ColumnType.LONG),
                        ColumnDescription.of("ra", ColumnType.DOUBLE),
                        ColumnDescription.of("dec", ColumnType.LONG),
                        ColumnDescription.of("name", ColumnType.TEXT));
        assertThat(Blocks.column(table, "id")).containsExactly(1L, 2L);
        assertThat(Blocks.column(table, "ra")).containsExactly(10.5, Double.NaN);
        assertThat(Blocks.column(table, "dec")).containsExactly(-3L, 4L);
        assertThat(Blocks.column(table, "name")).containsExactly("a", "b");
    }

    @Test
    void unitsInNamesArePartedOff() throws IOException {
        StreamedTable table = open("l[deg]  dist[kpc] pml[masyr] vlos[kms] age[] apogee[0,1] id\n1.5 2 3 4 -99 0 x\n");
        assertThat(Blocks.names(table)).containsExactly("l", "dist", "pml", "vlos", "age", "apogee[0,1]", "id");
        assertThat(table.columns().stream().map(ColumnDescription::unit))
                .containsExactly("deg", "kpc", "masyr", "kms", "", "", "");
    }

    @Test
    void aWordInTheLastRowMakesTheColumnText() throws IOException {
        StringBuilder text = new StringBuilder("id type\n");
        for (int i = 0; i < 5000; i++) {
            text.append(i).append(' ').append(i).append('\n');
        }
        StreamedTable table = open(text + "5000 5F\n");
        assertThat(table.columns().get(1).type()).isEqualTo(ColumnType.TEXT);
        assertThat(Blocks.column(table, "type")).hasSize(5001).endsWith("4999", "5F");
    }

    @Test
    void identifiersOf64BitsAreExactAndLongerOnesStayText() throws IOException {
        StreamedTable table = open("a b\n4267180339403392768 99999999999999999999\n-9223372036854775808 1\n");
        assertThat(Blocks.column(table, "a")).containsExactly(4267180339403392768L, Long.MIN_VALUE);
        assertThat(Blocks.column(table, "b")).containsExactly("99999999999999999999", "1");
    }

    @Test
    void missingIntegersTruthValuesQuotesAndFortranExponentsAreUnderstood() throws IOException {
        StreamedTable table = open("n t x name empty\n1 True 1.5D+02 \"NGC 188\" -\n- false inf M67 nan\n");
        assertThat(Blocks.column(table, "n")).containsExactly(1L, null);
        assertThat(Blocks.column(table, "t")).containsExactly(true, false);
        assertThat(Blocks.column(table, "x")).containsExactly(150.0, Double.POSITIVE_INFINITY);
        assertThat(Blocks.column(table, "name")).containsExactly("NGC 188", "M67");
        assertThat(Blocks.column(table, "empty")).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void aRaggedLineNamesFileLineAndCounts() {
        assertThatThrownBy(() -> open("# comment\na b c\n1 2 3\n\n4 5\n"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("2 words where the header has 3")
                .hasMessageContaining("stars.dat, line 5");
    }

    @Test
    void dataWithoutNamesAreRefused() {
        assertThatThrownBy(() -> open("1 2 3\n4 5 6\n"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("no line of column names");
        assertThatThrownBy(() -> open("# two words\n1 2 3\n")).hasMessageContaining("no line of column names");
    }

    @Test
    void aCompressedFileReadsTheSame() throws IOException {
        Path zipped = folder.resolve("stars.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write("# a b\n1 x\n2 y\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Blocks.column(Blocks.open(zipped), "b")).containsExactly("x", "y");
    }

    @ParameterizedTest
    @CsvSource({
        "12, INTEGER",
        "+12, INTEGER",
        "-0, INTEGER",
        "1., DECIMAL",
        ".5, DECIMAL",
        "-1.5e-3, DECIMAL",
        "1D5, DECIMAL",
        "inf, DECIMAL",
        "-Infinity, DECIMAL",
        "2d, WORD",
        "5F, WORD",
        "0x1p3, WORD",
        "1e, WORD",
        "., WORD",
        "+, WORD",
        "'', WORD",
        "1_000, WORD",
        "00:01:59, WORD",
        "K1V, WORD",
        "1e5f, WORD",
        "١٢, WORD"
    })
    void wordsThatOnlyJavaTakesForNumbersAreWords(String word, NumberText.Kind kind) {
        assertThat(NumberText.kindOf(word)).isEqualTo(kind);
    }

    @Test
    void quotesInsideQuotesAreDoubled() throws IOException {
        Path file = Files.writeString(
                folder.resolve("q.txt"), "id name\n1 \"a \"\"b\"\" c\"\n2 \"\"\n3 \"\"\"x\"\"\"\n4 5\"\n5 \"open\n");
        assertThat(Blocks.column(Blocks.open(file), "name"))
                .containsExactly("a \"b\" c", null, "\"x\"", "5\"", "\"open");
    }
}
