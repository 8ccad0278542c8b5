package org.cellarius.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.StreamedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers and rows of text tables as people have them: names twice, units below names, separators at the end of lines. */
final class TextTroubleTest {
    @TempDir
    Path folder;

    private StreamedTable open(String name, String text) throws IOException {
        return Blocks.open(Files.writeString(folder.resolve(name), text));
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, 'ra,dec,ra\n1,2,3\n'",
        "a.tsv, 'ra\tdec\tra\n1\t2\t3\n'",
        "a.txt, 'ra dec ra\n1 2 3\n'",
        "b.txt, '| ra | dec | ra |\n|----|----|----|\n| 1 | 2 | 3 |\n'",
        "v.tsv, '#c\nra\tdec\tra\ndeg\tdeg\tdeg\n--\t--\t--\n1\t2\t3\n'",
        "e.ecsv, '# %ECSV 1.0\n# ---\n# datatype:\n# - {name: ra, datatype: int64}\n# - {name: dec, datatype: int64}\n# - {name: ra, datatype: int64}\nra dec ra\n1 2 3\n'"
    })
    void ofTwoColumnsWithOneNameTheFirstIsTakenAndTheOtherIsTold(String name, String text) throws IOException {
        StreamedTable table = open(name, text.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(Blocks.names(table)).containsExactly("ra", "dec");
        assertThat(Blocks.column(table, "ra")).containsExactly(1L);
        assertThat(Blocks.column(table, "dec")).containsExactly(2L);
        assertThat(table.ambiguous()).containsExactly("ra");
        assertThat(table.unreadable())
                .singleElement()
                .asString()
                .contains("'ra' is left out", "columns 1 and 3", "the first is taken");
    }

    /** 007, 7 and 0007 are three names and one number. */
    @ParameterizedTest
    @CsvSource({
        "'id,x\n007,1\n7,2\n', 007 becomes 7",
        "'id,x\n12,1\n0012,2\n3,3\n', 0012 becomes 12",
        "'id,x\n-05,1\n5,2\n', -05 becomes -5",
        "'id,x\n005,1\n017,2\n', ''",
        "'id,x\n0,1\n10,2\n', ''",
        "'id,x\n0.50,1\n10,2\n', ''",
        "'id,x\nA07,1\n7,2\n', ''"
    })
    void leadingZerosThatTellNamesApartAreTold(String text, String told) throws IOException {
        StreamedTable table = open("a.csv", text.replace("\\n", "\n"));
        if (told.isEmpty()) {
            assertThat(table.notes()).isEmpty();
        } else {
            assertThat(table.notes()).singleElement().asString().contains("'id'", "lose leading zeros", told);
        }
    }

    @Test
    void columnsBehindOneThatIsLeftOutKeepTheirValues() throws IOException {
        StreamedTable table = open("a.csv", "x,x,y,x,z\n1,2,3,4,5\n");
        assertThat(Blocks.names(table)).containsExactly("x", "y", "z");
        assertThat(Blocks.column(table, "y")).containsExactly(3L);
        assertThat(Blocks.column(table, "z")).containsExactly(5L);
        assertThat(table.unreadable()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, 'ra,dec,name\ndeg,deg,\n1.5,2,a\n3,4,b\n', ra[deg]",
        "b.csv, 'name;pm;v\n;[mas/yr];[km/s]\na;1;2\n', pm[mas/yr]",
        "c.tsv, 'pm\tid\n(mas/yr)\t-\n1.25\t7\n', pm[mas/yr]",
        "d.txt, 'ra dec teff\ndeg deg K\n1.5 2 5000\n', ra[deg]",
        "e.csv, '#made by hand\nage,fe_h\nGyr,dex\n1,2\n', age[Gyr]"
    })
    void aRowOfUnitsBelowTheNamesIsTold(String name, String text, String way) throws IOException {
        StreamedTable table = open(name, text.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(table.notes())
                .singleElement()
                .asString()
                .contains("the first row looks like units", "makes text of", way, "remove the row");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type,x\nK,1\nG,2\n",
                "type,x\nm,\nK,1\n",
                "a,b\n1,2\n",
                "a,b\n-,NaN\n1,2\n",
                "a\ndeg\n",
                "unit\nkpc\npc\n",
                "a\ndeg\ntrue\n"
            })
    void wordsThatHappenToBeUnitsAreNotToldOf(String text) throws IOException {
        assertThat(open("a.csv", text).notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, '#x,y\n#N/A,1\n2,3\n'",
        "b.csv, '# x;y\n#N/A;1\n2;3\n'",
        "c.tsv, '#x\ty\n#N/A\t1\n2\t3\n'",
        "d.csv, '# made by hand\n#x,y\n#N/A,#N/A\n2,3\n'",
        "e.txt, '# x y\n#N/A 1\n2 3\n'"
    })
    void aFirstRowThatBeginsWithAMissingValueIsNoComment(String name, String text) throws IOException {
        StreamedTable table = open(name, text.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(Blocks.names(table)).containsExactly("x", "y");
        assertThat(table.rowCount()).hasValue(2);
        assertThat(Blocks.column(table, "x")).containsExactly(null, 2L);
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, 'x,y,\n1,2,\n3,4,\n'",
        "b.tsv, 'x\ty\t\n1\t2\t\n3\t4\t\n'",
        "c.csv, 'x;y;\n1;2;\n3;4; \n'",
        "v.tsv, '#c\nx\ty\t\ndeg\tdeg\t\n--\t--\t-\n1\t2\t\n3\t4\t\n'"
    })
    void aSeparatorAtTheEndOfEveryLineIsNoColumn(String name, String text) throws IOException {
        StreamedTable table = open(name, text.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(Blocks.names(table)).containsExactly("x", "y");
        assertThat(table.notes()).isEmpty();
        assertThat(table.unreadable()).isEmpty();
        assertThat(Blocks.column(table, "y")).containsExactly(2L, 4L);
    }

    @Test
    void aColumnWithoutANameThatHoldsSomethingStaysAndIsTold() throws IOException {
        StreamedTable last = open("a.csv", "x,y,\n1,2,\n3,4,5\n");
        assertThat(Blocks.names(last)).containsExactly("x", "y", "unnamed_3");
        assertThat(last.notes()).singleElement().asString().contains("'unnamed_3'");
        StreamedTable middle = open("b.csv", "x,,y\n1,,2\n");
        assertThat(Blocks.names(middle)).containsExactly("x", "unnamed_2", "y");
    }
}
