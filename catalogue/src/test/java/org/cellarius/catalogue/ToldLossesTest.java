package org.cellarius.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a format cannot hold is told with the column and the number of texts, and nothing else changes. */
final class ToldLossesTest {
    private static final String TABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE><TABLE>
            <FIELD name="observer" datatype="unicodeChar" arraysize="*"><DESCRIPTION>who saw it</DESCRIPTION></FIELD>
            <FIELD name="größe" datatype="double" unit="Å"><DESCRIPTION>Wellenlänge</DESCRIPTION></FIELD>
            <FIELD name="grüße" datatype="int" unit="µas"/>
            <FIELD name="a/b" datatype="double"/><FIELD name="a|b" datatype="double"/>
            <FIELD name="word" datatype="char" arraysize="*"/>
            <DATA><TABLEDATA>
            <TR><TD>Léon Campbell</TD><TD>1.5</TD><TD>7</TD><TD>1</TD><TD>2</TD><TD>plain</TD></TR>
            <TR><TD>Åke 😀 北</TD><TD>2.5</TD><TD>8</TD><TD>3</TD><TD>4</TD><TD>words</TD></TR>
            <TR><TD>Maria</TD><TD>3.5</TD><TD>9</TD><TD>5</TD><TD>6</TD><TD>only</TD></TR>
            </TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
            """;

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void fitsTellsTextsNamesUnitsAndDescriptionsThatLoseLetters() throws IOException {
        StreamedTable back = written("t.fits");
        assertThat(told)
                .anyMatch(n -> n.contains("2 texts of column 'observer' lose letters")
                        && n.contains("Léon Campbell becomes L?on Campbell"))
                .anyMatch(n -> n.contains("'größe' is called 'gr??e'"))
                .anyMatch(n -> n.contains("'grüße' is called 'gr??e_2'"))
                .anyMatch(n -> n.contains("descriptions") && n.contains("größe"))
                .noneMatch(n -> n.contains("'word'"))
                .hasSize(4);
        assertThat(Blocks.names(back)).containsExactly("observer", "gr??e", "gr??e_2", "a/b", "a|b", "word");
        assertThat(Blocks.column(back, "observer")).containsExactly("L?on Campbell", "?ke ? ?", "Maria");
        assertThat(Blocks.column(back, "gr??e_2")).containsExactly(7L, 8L, 9L);
        assertThat(back.columns().stream().map(ColumnDescription::unit)).contains("Angstrom", "uas");
    }

    @Test
    void hdf5TellsNamesWithASlash() throws IOException {
        StreamedTable back = written("t.h5");
        assertThat(told).singleElement().asString().contains("'a/b' is called 'a|b_2'");
        assertThat(Blocks.numbers(back, "a|b_2")).containsExactly(1, 3, 5);
        assertThat(Blocks.numbers(back, "a|b")).containsExactly(2, 4, 6);
        assertThat(Blocks.column(back, "observer")).containsExactly("Léon Campbell", "Åke 😀 北", "Maria");
    }

    @Test
    void votableTellsLettersBeyondTheFirstPlane() throws IOException {
        StreamedTable back = written("t.vot");
        assertThat(told).singleElement().asString().contains("1 text of column 'observer' loses letters");
        assertThat(Blocks.column(back, "observer")).containsExactly("Léon Campbell", "Åke ?? 北", "Maria");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.vot", "t.feather"})
    void formatsThatHoldAllLettersTellNothing(String name) throws IOException {
        StreamedTable back = written(name, TABLE.replace("😀", "δ"));
        assertThat(told).isEmpty();
        assertThat(Blocks.column(back, "observer")).containsExactly("Léon Campbell", "Åke δ 北", "Maria");
        assertThat(Blocks.names(back)).containsExactly("observer", "größe", "grüße", "a/b", "a|b", "word");
        assertThat(back.columns().get(1).unit()).isEqualTo("Å");
        assertThat(back.columns().get(1).description()).isEqualTo("Wellenlänge");
    }

    @Test
    void votableHoldsTextsAsUnicode() throws IOException {
        written("t.vot");
        assertThat(Files.readString(folder.resolve("t.vot")))
                .contains("unicodeChar")
                .doesNotContain("\"char\"");
    }

    /** The most negative integers are data as well: what means missing is none of them. */
    @ParameterizedTest
    @ValueSource(strings = {"t.fits", "t.vot", "t.h5", "t.feather", "t.ecsv"})
    void everyIntegerIsAValue(String name) throws IOException {
        Path in = Files.writeString(folder.resolve("in.csv"), """
                whole,gaps,many,v[0],v[1],none
                -9223372036854775808,-9223372036854775808,-9223372036854775807,1,-9223372036854775808,
                5,,-9223372036854775808,,2,
                9223372036854775807,-9223372036854775806,,3,-9223372036854775807,
                """);
        StreamedTable back = written(name, Blocks.open(in));
        assertThat(told).isEmpty();
        assertThat(Blocks.column(back, "whole")).containsExactly(Long.MIN_VALUE, 5L, Long.MAX_VALUE);
        assertThat(Blocks.column(back, "gaps")).containsExactly(Long.MIN_VALUE, null, Long.MIN_VALUE + 2);
        assertThat(Blocks.column(back, "many")).containsExactly(Long.MIN_VALUE + 1, Long.MIN_VALUE, null);
        assertThat(Blocks.column(back, "v[0]")).containsExactly(1L, null, 3L);
        assertThat(Blocks.column(back, "v[1]")).containsExactly(Long.MIN_VALUE, 2L, Long.MIN_VALUE + 1);
    }

    private StreamedTable written(String name) throws IOException {
        return written(name, TABLE);
    }

    private StreamedTable written(String name, String document) throws IOException {
        return written(name, Blocks.open(Files.writeString(folder.resolve("in.vot"), document)));
    }

    private StreamedTable written(String name, StreamedTable table) {
        Path file = folder.resolve(name);
        TableWriter.write(
                file,
                TableFormat.ofOutput(file),
                table.columns(),
                3,
                indices -> table.read(java.util.Arrays.stream(indices)
                        .mapToObj(k -> table.columns().get(k).name())
                        .toList()),
                Map.of(),
                told::add);
        return Blocks.open(file);
    }
}
