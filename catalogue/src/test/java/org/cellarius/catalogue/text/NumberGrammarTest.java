package org.cellarius.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.StreamedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of docs/guide/catalogues.md, word by word. */
final class NumberGrammarTest {
    @TempDir
    Path folder;

    private StreamedTable open(String name, String text) throws IOException {
        return Blocks.open(Files.writeString(folder.resolve(name), text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1_000",
                "1_11",
                "2019_03_01",
                "3,14",
                "0x1F",
                "0x1p3",
                "1f",
                "1F",
                "1d",
                "2D",
                "1.5L",
                "1e",
                "1e+",
                "1+03",
                "+-1",
                "1.2.3",
                "1e5.0",
                "\u0661",
                "infinite",
                "in",
                "1 2",
                "٣",
                "½",
                "1e1_0",
                "NaN1",
                "1e-",
                ".",
                "+",
                "-."
            })
    void whatIsNoNumberIsAWord(String word) {
        assertThat(NumberText.kindOf(word)).isEqualTo(NumberText.Kind.WORD);
        byte[] bytes = word.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(NumberBytes.value(bytes, 0, bytes.length)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "1.5d+03, 1500",
        "1D3, 1000",
        "1.5E-3, 0.0015",
        ".5, 0.5",
        "5., 5",
        "+7, 7",
        "-0.25d1, -2.5",
        "inf, Infinity",
        "-INF, -Infinity",
        "+Infinity, Infinity",
        "1e400, Infinity"
    })
    void numbersHaveTheirValues(String word, double value) {
        assertThat(NumberText.kindOf(word)).isNotEqualTo(NumberText.Kind.WORD);
        assertThat(NumberText.value(word)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-", "--", "---", "nan", "NaN", "NAN", "null", "NULL", "N/A", "n/a", "NA", "None", "<NA>", "-nan",
                "+NaN", "-NAN", "#N/A"
            })
    void missingWordsAreMissingInNumbersOfEveryTextFormat(String word) throws IOException {
        StreamedTable blanks = open("a.txt", "id x\n1 2.5\n2 " + word + "\n");
        assertThat(Blocks.numbers(blanks, "x")).containsExactly(2.5, Double.NaN);
        StreamedTable vizier = open("b.tsv", "#\nid\tx\n\tmag\n---\t---\n1\t2.5\n2\t " + word + " \n");
        assertThat(Blocks.numbers(vizier, "x")).containsExactly(2.5, Double.NaN);
        StreamedTable bars = open("c.txt", "id | x\n1 | 2.5\n2 | " + word + "\n");
        assertThat(Blocks.numbers(bars, "x")).containsExactly(2.5, Double.NaN);
        StreamedTable commas = open("d.csv", "id,x\n1,2.5\n2," + word + "\n");
        assertThat(Blocks.numbers(commas, "x")).containsExactly(2.5, Double.NaN);
        StreamedTable integers = open("e.csv", "id,x\n1,9007199254740993\n2," + word + "\n");
        assertThat(Blocks.column(integers, "x")).containsExactly(9007199254740993L, null);
    }

    @Test
    void aRowThatBeginsWithAMissingWordIsNoComment() throws IOException {
        assertThat(Blocks.numbers(open("a.txt", "x id\n2.5 1\n#N/A 2\n# N/A\n"), "x"))
                .containsExactly(2.5, Double.NaN);
        assertThat(Blocks.numbers(open("b.csv", "x,id\n2.5,1\n#N/A,2\n"), "x")).containsExactly(2.5, Double.NaN);
        assertThat(Blocks.numbers(open("c.tsv", "#\nx\tid\nmag\t\n---\t---\n2.5\t1\n#N/A\t2\n"), "x"))
                .containsExactly(2.5, Double.NaN);
        assertThat(Blocks.numbers(open("d.txt", "x | id\n2.5 | 1\n#N/A| 2\n"), "x"))
                .containsExactly(2.5, Double.NaN);
    }

    @Test
    void wordsThatLookLikeNumbersMakeTheColumnText() throws IOException {
        StreamedTable table = open("t.txt", "a b c d\n1_11 3,14 1f 0x10\n11_1 2,71 2d 0x20\n");
        assertThat(table.columns()).allMatch(c -> c.type() == ColumnType.TEXT);
        assertThat(Blocks.column(table, "a")).containsExactly("1_11", "11_1");
        assertThat(Blocks.column(table, "b")).containsExactly("3,14", "2,71");
    }

    @Test
    void aDashBesidePlusIsASign() throws IOException {
        StreamedTable table = open("t.txt", "RAh DE- DEd\n1 + 10\n2 - 0\n3 + 5\n");
        assertThat(Blocks.column(table, "DE-")).containsExactly("+", "-", "+");
        StreamedTable texts = open("u.txt", "id type\n1 RGB\n2 -\n");
        assertThat(Blocks.column(texts, "type")).containsExactly("RGB", null);
    }

    @Test
    void integersBeyond64BitsAreExactTextForTheWholeColumn() throws IOException {
        StreamedTable table = open("t.txt", "id x\n9223372036854775809 1\n1 2\n11258999068426240001 3\n");
        assertThat(Blocks.column(table, "id")).containsExactly("9223372036854775809", "1", "11258999068426240001");
        assertThat(table.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4611686018427387905.0", "4.6116860184273879E+18", "1.1258999068426240e19"})
    void identifiersAsDecimalNumbersAreTold(String word) throws IOException {
        StreamedTable table = open("t.txt", "id x\n" + word + " 1\n17.0 2\n");
        assertThat(table.notes()).singleElement().asString().contains("'id'", word, "2^53");
        assertThat(open("u.txt", "id x\n17.0 1\n1e30 2\n").notes()).isEmpty();
    }

    @Test
    void aMixOfDecimalAndLongIntegerIsToldToo() throws IOException {
        assertThat(open("t.txt", "id\n4611686018427387905\n17.5\n").notes()).hasSize(1);
    }

    @Test
    void theListIsOne() {
        assertThat(MissingWords.all()).containsAll(List.of("", "-", "--", "---", "null", "NULL", "NaN", "N/A"));
    }
}
