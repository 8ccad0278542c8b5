package org.cellarius.catalogue.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.Trouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every TFORM with TNULL, TSCAL, TZERO, NaN, in scalars, vectors and arrays of variable length, against astropy's values. */
final class FitsTypesTest {
    @TempDir
    Path folder;

    private static final StreamedTable BINARY = Blocks.open(Trouble.file("fits-types.fits"));
    private static final StreamedTable ASCII = Blocks.open(Trouble.file("fits-ascii.fits"));

    static Stream<List<String>> binary() throws IOException {
        return lines("fits-types.txt");
    }

    static Stream<List<String>> ascii() throws IOException {
        return lines("fits-ascii.txt");
    }

    private static Stream<List<String>> lines(String name) throws IOException {
        return Files.readAllLines(Trouble.file(name)).stream().map(l -> Arrays.asList(l.split("\t", -1)));
    }

    @ParameterizedTest
    @MethodSource("binary")
    void valuesOfABinaryTableAreThoseOfAstropyAndTheStandard(List<String> line) {
        assertValues(BINARY, line);
    }

    @ParameterizedTest
    @MethodSource("ascii")
    void valuesOfAnAsciiTableAreThoseOfAstropy(List<String> line) {
        assertValues(ASCII, line);
    }

    @Test
    void everyColumnIsTestedAndEmptyCellsAreNamed() throws IOException {
        assertThat(binary().map(List::getFirst)).hasSize(42).doesNotHaveDuplicates();
        assertThat(BINARY.unreadable()).singleElement().satisfies(u -> {
            assertThat(u.column()).isEqualTo("nothing");
            assertThat(u.reason()).contains("cells hold nothing");
        });
        assertThat(BINARY.columns().stream()
                        .map(c -> c.name().replaceFirst("\\[.*", ""))
                        .distinct())
                .hasSize(41);
        assertThat(ascii().count()).isEqualTo(ASCII.columns().size());
    }

    @Test
    void integersAreIntegersUnlessTheyAreScaled() {
        for (String name :
                List.of("b", "bnull", "bsigned", "i", "uint16", "uint16null", "j", "uint32", "k", "uint64")) {
            assertThat(type(BINARY, name)).as(name).isEqualTo(ColumnType.LONG);
        }
        assertThat(type(BINARY, "uint64large")).isEqualTo(ColumnType.TEXT);
        assertThat(type(BINARY, "iscaled")).isEqualTo(ColumnType.DOUBLE);
    }

    @Test
    void aTableWithoutRowsHasTheSameColumns() {
        StreamedTable empty = Blocks.open(Trouble.file("fits-types-empty.fits"));
        assertThat(Blocks.names(empty)).isEqualTo(Blocks.names(BINARY));
        assertThat(empty.rowCount()).hasValue(0);
        assertThat(Blocks.readAll(empty)).isZero();
    }

    @Test
    void aCompressedFileGivesTheSameValuesAndSaysWhatItCannotGive() throws IOException {
        Path gz = folder.resolve("t.fits.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            Files.copy(Trouble.file("fits-types.fits"), out);
        }
        StreamedTable table = Blocks.open(gz);
        assertThat(table.unreadable()).hasSize(8).anyMatch(u -> u.reason().contains("gunzip"));
        for (String name : Blocks.names(table)) {
            assertThat(Blocks.column(table, name)).as(name).isEqualTo(Blocks.column(BINARY, name));
        }
    }

    @Test
    void unsignedIntegersStoredByColumnsAreExactToo() {
        FitsFixture fixture = new FitsFixture()
                .binaryTable("t", 32, 1, 2)
                .column(1, "big", "2K")
                .card("TZERO1", "9223372036854775808")
                .column(2, "x", "2D");
        fixture.row(ByteBuffer.allocate(32)
                .putLong(5)
                .putLong(Long.MIN_VALUE)
                .putDouble(1)
                .putDouble(2));
        StreamedTable table = Blocks.open(fixture.end().write(folder.resolve("c.fits")));
        assertThat(Blocks.column(table, "big")).containsExactly("9223372036854775813", "0");
        assertThat(table.notes()).singleElement().asString().contains("colfits", "2 elements");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "F8.3; 12345; 12.345",
                "F8.3; -12345; -12.345",
                "F8.3; 5; 0.005",
                "F8.3; 1.5; 1.5",
                "F8.3; 12.; 12",
                "F8.3; .5; 0.5",
                "F8; 12345; 12345",
                "F8.0; 12345; 12345",
                "E10.3; 12345E2; 1234.5",
                "E10.3; 12345; 12.345",
                "E10.2; 1.5E-3; 0.0015",
                "E10.2; 1.5e-3; 0.0015",
                "E10.2; 1.5+3; 1500",
                "E10.2; 150-3; 0.0015",
                "D12.4; 15000D+02; 150",
                "D12.4; 1.5D-03; 0.0015",
                "D12.4; 1.5d2; 150",
                "D12.4; - 1.5; -1.5",
                "D25.17; 0.12345678901234567D+01; 1.2345678901234567",
                "I6; 12; 12",
                "I6; +12; 12",
                "I6; - 12; -12",
                "I20; 9223372036854775807; 9223372036854775807"
            })
    void numbersAreThoseOfTheStandard(String form, String field, double value) {
        int width = Integer.parseInt(form.substring(1).split("\\.", -1)[0]);
        for (String row : List.of(field + " ".repeat(width), " ".repeat(width) + field)) {
            String cut = row.startsWith(" ") ? row.substring(row.length() - width) : row.substring(0, width);
            StreamedTable table = one(form, "", cut);
            Object cell = Blocks.column(table, "x").getFirst();
            assertThat(((Number) java.util.Objects.requireNonNull(cell)).doubleValue())
                    .isEqualTo(value);
        }
    }

    @Test
    void impliedDecimalsAreTold() {
        StreamedTable table = Blocks.open(Trouble.file("19-ascii-implied-decimal.fits"));
        assertThat(Blocks.numbers(table, "p")).containsExactly(12.345, 12.345, 1.5);
        assertThat(Blocks.numbers(table, "q")).containsExactly(150, 150, -0.0015);
        assertThat(Blocks.column(table, "n")).containsExactly(null, 12L, 12L);
        assertThat(Blocks.numbers(table, "m")).containsExactly(Double.NaN, 1.25, 99.99);
        assertThat(Blocks.numbers(table, "s")).containsExactly(2.5, 1.5, Double.NaN);
        assertThat(table.notes()).anyMatch(n -> n.contains("'p'") && n.contains("12345 is 12.345"));
        assertThat(ASCII.notes()).isEmpty();
        assertThat(one("F8.3", "", "0       ").notes()).isEmpty();
        assertThat(one("F8.3", "99999", "   99999").notes()).as("TNULL").isEmpty();
    }

    @Test
    void integersBeyond64BitsAreExactText() {
        assertThat(Blocks.column(one("I20", "", "18446744073709551615"), "x")).containsExactly("18446744073709551615");
        assertThat(Blocks.column(one("I20", "", "                  12"), "x")).containsExactly(12L);
    }

    @Test
    void digitsWithABlankBetweenAreNoNumber() {
        for (String form : List.of("I6", "F6.2")) {
            assertThatThrownBy(() -> Blocks.column(one(form, "", "  1 2 "), "x"))
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining("'1 2'");
        }
    }

    @Test
    void tileCompressedTablesAndImagesAreRefusedByName() {
        Path given = Trouble.file("17-tile-compressed-table.fits.fz");
        assertThat(TableFile.tablesIn(given)).singleElement().asString().contains("5 rows");
        assertThatThrownBy(() -> Blocks.open(given))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("tile-compressed")
                .hasMessageContaining("ZTABLE")
                .hasMessageContaining("funpack");
        FitsFixture image = new FitsFixture()
                .binaryTable("SCI", 8, 1, 1)
                .column(1, "COMPRESSED_DATA", "1PB(0)")
                .card("ZIMAGE", "T");
        Path images = image.row(ByteBuffer.allocate(8)).end().write(folder.resolve("i.fits"));
        assertThatThrownBy(() -> Blocks.open(images))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("SCI")
                .hasMessageContaining("tile-compressed image");
    }

    @Test
    void aTableBehindACompressedImageIsRead() {
        FitsFixture both = new FitsFixture()
                .binaryTable("SCI", 8, 1, 1)
                .column(1, "COMPRESSED_DATA", "1PB(0)")
                .card("ZIMAGE", "T")
                .row(ByteBuffer.allocate(8))
                .end()
                .binaryTable("stars", 4, 1, 1)
                .column(1, "n", "J");
        StreamedTable table =
                Blocks.open(both.row(ByteBuffer.allocate(4).putInt(7)).end().write(folder.resolve("b.fits")));
        assertThat(Blocks.column(table, "n")).containsExactly(7L);
    }

    @Test
    void ztableFalseIsAPlainTable() {
        FitsFixture plain =
                new FitsFixture().binaryTable("t", 4, 1, 1).column(1, "n", "J").card("ZTABLE", "F");
        assertThat(Blocks.column(
                        Blocks.open(plain.row(ByteBuffer.allocate(4).putInt(7))
                                .end()
                                .write(folder.resolve("p.fits"))),
                        "n"))
                .containsExactly(7L);
    }

    private StreamedTable one(String form, String missing, String field) {
        FitsFixture fixture =
                new FitsFixture().asciiTable("t", field.length(), 1, 1).column(1, "x", form, 1);
        if (!missing.isEmpty()) {
            fixture.text("TNULL1", missing);
        }
        return Blocks.open(fixture.row(field).end().write(folder.resolve("one.fits")));
    }

    private static ColumnType type(StreamedTable table, String name) {
        return table.columns().stream()
                .filter(c -> c.name().equals(name))
                .map(ColumnDescription::type)
                .findFirst()
                .orElseThrow();
    }

    private static void assertValues(StreamedTable table, List<String> line) {
        String name = line.getFirst();
        if (line.get(1).equals("nothing")) {
            assertThat(Blocks.names(table)).doesNotContain(name);
            return;
        }
        boolean scalar = Blocks.names(table).contains(name);
        for (int row = 0; row < line.size() - 1; row++) {
            String expected = line.get(row + 1);
            if (scalar) {
                assertValue(
                        name,
                        Blocks.column(table, name).get(row),
                        expected.replace("missing,", "null,").replace("missing]", "null]"));
            } else {
                String[] elements = expected.substring(1, expected.length() - 1).split(", ", -1);
                for (int k = 0; k < elements.length; k++) {
                    String element = name + "[" + k + "]";
                    assertValue(element, Blocks.column(table, element).get(row), elements[k]);
                }
                assertThat(Blocks.names(table)).doesNotContain(name + "[" + elements.length + "]");
            }
        }
    }

    private static void assertValue(String name, @Nullable Object cell, String expected) {
        if (expected.equals("missing")) {
            assertThat(cell).as(name).isIn((Object) null, Double.NaN);
        } else if (expected.startsWith("[")) {
            assertThat(numbers(String.valueOf(cell))).as(name).isEqualTo(numbers(expected));
        } else if (cell instanceof Double d) {
            assertThat(d).as(name).isEqualTo(number(expected));
        } else if (cell instanceof Long l && expected.contains(".")) {
            assertThat((double) l).as(name).isEqualTo(Double.parseDouble(expected));
        } else {
            assertThat(String.valueOf(cell)).as(name).isEqualTo(expected);
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static List<Object> numbers(String list) {
        var all = new ArrayList<Object>();
        for (String word : list.substring(1, list.length() - 1).split(", ", -1)) {
            all.add(
                    word.matches("-?[0-9.]+([eE][-+]?[0-9]+)?") && word.matches(".*[.e].*")
                            ? (Object) number(word)
                            : word);
        }
        return all;
    }
}
