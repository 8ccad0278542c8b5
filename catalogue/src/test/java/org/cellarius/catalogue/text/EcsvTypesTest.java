package org.cellarius.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type of ECSV as astropy 5.2 writes it ({@code ecsv-types.py}), with the values that it reads back. */
final class EcsvTypesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "b | BOOLEAN | true | false | null",
                "int8 | LONG | -128 | 127 | null",
                "int16 | LONG | -32768 | 32767 | null",
                "int32 | LONG | -2147483648 | 2147483647 | null",
                "int64 | LONG | -9223372036854775808 | 9223372036854775807 | null",
                "uint8 | LONG | 0 | 255 | null",
                "uint16 | LONG | 0 | 65535 | null",
                "uint32 | LONG | 0 | 4294967295 | null",
                "uint64 | TEXT | 0 | 18446744073709551615 | null",
                "float16 | DOUBLE | 0.10000000149011612 | Infinity | NaN",
                "float32 | DOUBLE | 0.10000000149011612 | -Infinity | NaN",
                "float64 | DOUBLE | 0.1 | NaN | NaN",
                "string | TEXT | NGC 188 | a \"b\", c | null",
                "number | TEXT | 007 | nan | null",
                "vector | TEXT | [1,2] | [3,4] | [5,6]",
                "lists | TEXT | [1,2] | [3] | []",
                "complex128 | TEXT | (1+2j) | 0j | (-0-1j)"
            })
    void valuesAreThoseOfAstropy(String column, ColumnType type, String first, String second, String third) {
        for (String file : new String[] {"astropy-types.ecsv", "astropy-types-comma.ecsv"}) {
            StreamedTable table = Blocks.open(Trouble.file(file));
            assertThat(table.columns().stream()
                            .filter(c -> c.name().equals(column))
                            .map(ColumnDescription::type))
                    .containsExactly(type);
            assertThat(Blocks.column(table, column).stream().map(String::valueOf))
                    .as(file)
                    .containsExactly(first, second, third);
        }
    }

    @Test
    void unitsDescriptionsAndWhatIsOnlyTextAreTold() {
        StreamedTable table = Blocks.open(Trouble.file("astropy-types.ecsv"));
        assertThat(table.columns().stream()
                        .filter(c -> !c.unit().isEmpty())
                        .collect(Collectors.toMap(ColumnDescription::name, ColumnDescription::unit)))
                .isEqualTo(java.util.Map.of("float32", "km / s", "float64", "mas"));
        assertThat(table.columns().get(3).description()).isEqualTo("int32, its limits");
        assertThat(table.unreadable()).isEmpty();
        assertThat(table.notes())
                .containsExactly(
                        "column 'vector' holds arrays or objects and is read as their text (int64[2])",
                        "column 'lists' holds arrays or objects and is read as their text (json)",
                        "column 'complex128' is of type 'complex128' and is read as text");
    }

    /** In a column that the file calls text the words that mean missing elsewhere are words: there are stars called NA. */
    @ParameterizedTest
    @ValueSource(strings = {"NA", "null", "None", "-", "--", "n/a"})
    void wordsOfDeclaredTextStay(String word, @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
            throws java.io.IOException {
        java.nio.file.Path file = java.nio.file.Files.writeString(folder.resolve("t.ecsv"), """
                # %%ECSV 1.0
                # ---
                # datatype:
                # - {name: name, datatype: string}
                # - {name: x, datatype: float64}
                name x
                %s %s
                "" ""
                """.formatted(word, word));
        StreamedTable table = Blocks.open(file);
        assertThat(Blocks.column(table, "name")).isEqualTo(Arrays.asList(word, null));
        assertThat(Blocks.numbers(table, "x")).containsExactly(Double.NaN, Double.NaN);
    }
}
