package org.cellarius.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of delimited text: none is lost, no word becomes a number that it is not. */
class DelimitedReaderTest {
    @TempDir
    Path folder;

    private StreamedTable open(String name, String text) throws IOException {
        return Blocks.open(Files.writeString(folder.resolve(name), text));
    }

    private StreamedTable column(String... words) throws IOException {
        return open("c.csv", "k,v\n0," + String.join("\n0,", words) + "\n");
    }

    private static ColumnType type(StreamedTable table, String name) {
        return table.columns().stream()
                .filter(c -> c.name().equals(name))
                .map(ColumnDescription::type)
                .findFirst()
                .orElseThrow();
    }

    /** Words, the type that their column has, and whether each is missing (x) or there (o). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "1_11 11_1 2_22        | TEXT    | ooo", // duckdb#13168
                "2019_03_01 2019_03_02 | TEXT    | oo", // duckdb#25824
                "1 2_0 3               | TEXT    | ooo",
                "1 2 -                 | LONG    | oox",
                "1 null NULL 4         | LONG    | oxxo",
                "1.5 -- --- N/A        | DOUBLE  | oxxx",
                "1.5d3 1D-2 2e1        | DOUBLE  | ooo",
                "1f 2f                 | TEXT    | oo",
                "1d 2                  | TEXT    | oo",
                "0x1F 3                | TEXT    | oo",
                "inf -Infinity 3       | DOUBLE  | ooo",
                "nan 1 NaN             | LONG    | xox",
                "true FALSE null       | BOOLEAN | oox",
                "true 1                | TEXT    | oo",
                "+ - +                 | TEXT    | ooo",
                "9223372036854775807 1 | LONG    | oo",
                "9223372036854775809 1 | TEXT    | oo",
                "18446744073709551615 - | TEXT   | ox",
                "1.0 18446744073709551615 | DOUBLE | oo",
                "007 8                 | LONG    | oo",
                "M31 NA                | TEXT    | ox",
                "M31 - Sun             | TEXT    | ooo",
                "- -- NA               | DOUBLE  | xxx"
            })
    void aColumnIsWhatAllItsWordsAre(String words, ColumnType type, String there) throws IOException {
        StreamedTable table = column(words.strip().split(" +"));
        assertThat(type(table, "v")).isEqualTo(type);
        List<Object> values = new java.util.ArrayList<>(Blocks.column(table, "v"));
        for (int i = 0; i < there.length(); i++) {
            Object value = values.get(i);
            boolean missing = value == null || value.equals(Double.NaN);
            assertThat(missing).as("word " + (i + 1)).isEqualTo(there.charAt(i) == 'x');
        }
    }

    @Test
    void identifiersBeyond64BitsAreTheirOwnDigits() throws IOException {
        StreamedTable table = column("9223372036854775809", "9223372036854775810", "11258999068426240001", "1");
        assertThat(Blocks.column(table, "v"))
                .containsExactly("9223372036854775809", "9223372036854775810", "11258999068426240001", "1");
    }

    @Test
    void identifiersThatBecameDecimalsAreTold() throws IOException {
        assertThat(column("4267180339403392905.0", "4267180339403392906.0").notes())
                .singleElement()
                .asString()
                .contains("'v'")
                .contains("4267180339403392905.0");
        assertThat(column("4.267180339403392905e18", "1").notes()).hasSize(1);
        assertThat(column("1.5", "-9999.0").notes()).isEmpty();
    }

    @Test
    void numbersAreTheNearestDoubles() throws IOException {
        var random = new Random(4);
        String[] words = new String[5000];
        for (int i = 0; i < words.length; i++) {
            double value = Math.scalb(random.nextGaussian(), random.nextInt(80) - 40);
            words[i] = i % 3 == 0 ? "%.3f".formatted(value) : i % 3 == 1 ? " " + value : "%+.9e".formatted(value);
        }
        double[] read = Blocks.numbers(column(words), "v");
        for (int i = 0; i < words.length; i++) {
            assertThat(read[i]).as(words[i]).isEqualTo(Double.parseDouble(words[i].strip()));
        }
    }

    @Test
    void quotesHoldDelimitersLineEndsAndQuotes() throws IOException {
        StreamedTable table =
                open("q.csv", "name,v\r\n\"a, \"\"b\"\"\r\nc\",1\r\n\"\",2\n  \"d\" ,3\rBarnard's 5\" star,4");
        assertThat(Blocks.column(table, "name")).containsExactly("a, \"b\"\r\nc", null, "d", "Barnard's 5\" star");
        assertThat(Blocks.column(table, "v")).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aBlankLineOfOneColumnIsAMissingValueAndOfMoreColumnsNothing() throws IOException {
        assertThat(Blocks.column(open("one.csv", "a\n1\n\n2\n"), "a")).containsExactly(1L, null, 2L);
        assertThat(Blocks.column(open("two.csv", "a,b\n\n1,2\n   \n\n3,4\n\n"), "b"))
                .containsExactly(2L, 4L);
    }

    /** duckdb#17226: a quote in a comment swallowed the rows below it. */
    @ParameterizedTest
    @ValueSource(strings = {"# 5\" aperture\n", "# the \"thin\" disc, and \"\n", "#\"\n#\n"})
    void aQuoteInACommentIsNothing(String comments) throws IOException {
        assertThat(Blocks.readAll(open("a.csv", comments + "ra,dec\n1,2\n3,4\n")))
                .isEqualTo(2);
        assertThat(Blocks.readAll(open("a.tsv", comments + "ra\tdec\n1\t2\n3\t4\n")))
                .isEqualTo(2);
        String ecsv =
                "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: a, datatype: float64, description: 'a \"word\" and \"'}\n"
                        + comments.replaceAll("(?m)^#", "# #") + "a\n1\n2\n3\n";
        assertThat(Blocks.readAll(open("a.ecsv", ecsv))).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "1,2;3,4,5;6,7 | 3 values where 2 | line 3",
                "1,2;3 | 1 value where 2 | line 3",
                "1,2;\"3,4;5,6 | never closed | line 3",
                "1,2;\"3\"x,4 | behind a closing quote | line 3",
                "1,2;\"a;b\",4;5 | 1 value where 2 | line 5"
            })
    void whatIsNoRowIsAnErrorWithItsLine(String rows, String message, String line) {
        assertThatThrownBy(() -> Blocks.readAll(open("bad.csv", "a,b\n" + rows.replace(';', '\n') + "\n")))
                .isInstanceOf(InputError.class)
                .hasMessageContaining(message)
                .hasMessageContaining(line);
    }

    @Test
    void aWordThatADeclaredTypeDoesNotHoldIsAnErrorWithItsLine() throws IOException {
        for (String row : List.of("x 1 True", "1 1.5 True", "1 1_0 True", "1 1 2", "1,5 1 True")) {
            String ecsv =
                    "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: a, datatype: float64}\n# - {name: b, datatype: int64}\n"
                            + "# - {name: c, datatype: bool}\na b c\n1.5 2 False\n" + row + "\n";
            StreamedTable table = open("t.ecsv", ecsv);
            assertThatThrownBy(() -> Blocks.readAll(table))
                    .as(row)
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining("line 9");
        }
    }

    @Test
    void unsignedIdentifiersOfEcsvAreExact() throws IOException {
        String head = "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: id, datatype: uint64}\nid\n";
        assertThat(Blocks.column(open("t.ecsv", head + "18446744073709551615\n1\n"), "id"))
                .containsExactly("18446744073709551615", "1");
        assertThat(Blocks.column(open("u.ecsv", head + "9223372036854775807\n1\n"), "id"))
                .containsExactly(Long.MAX_VALUE, 1L);
    }

    @Test
    void bytesThatAreNoTextAreAnError() throws IOException {
        Path file = Files.write(
                folder.resolve("l.csv"), "id,name\n1,a\n2,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Blocks.readAll(Blocks.open(file)))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("UTF-8")
                .hasMessageContaining("line 3");
    }

    @Test
    void recordsMayCrossTheBuffersEnd() throws IOException {
        var text = new StringBuilder("id,name,v\n");
        var random = new Random(1);
        for (int i = 0; i < 40_000; i++) {
            text.append(i)
                    .append(",\"")
                    .append("xy\"\"z".repeat(random.nextInt(12)))
                    .append("\",")
                    .append(i * 0.5)
                    .append(i % 3 == 0 ? "\r\n" : "\n");
        }
        StreamedTable table = open("long.csv", text.toString());
        double[] values = Blocks.numbers(table, "v");
        assertThat(values).hasSize(40_000);
        assertThat(values[39_999]).isEqualTo(19_999.5);
        assertThat(Blocks.column(table, "id")).contains(39_999L);
    }
}
