package org.cellarius.catalogue.votable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.stil.SpreadColumn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fast reader of XML cells beside the one that goes through STIL: the vector column sends a reading there. */
final class TableDataReaderTest {
    private static final String FIELDS = """
            <FIELD name="id" datatype="long"><VALUES null="-9"/></FIELD><FIELD name="x" datatype="double"/>
            <FIELD name="f" datatype="float"/><FIELD name="yes" datatype="boolean"/>
            <FIELD name="word" datatype="char" arraysize="*"/><FIELD name="v" datatype="double" arraysize="2"/>
            """;

    @TempDir
    Path folder;

    private Path write(String rows) throws IOException {
        return Files.writeString(
                folder.resolve("t.vot"),
                "<?xml version='1.0' encoding='UTF-8'?><!-- <TABLE><TABLEDATA><TR><TD>9</TD></TR> --><v:VOTABLE "
                        + "xmlns:v='http://www.ivoa.net/xml/VOTable/v1.3' version='1.4'><v:RESOURCE><v:TABLE name='a > b'>"
                        + FIELDS.replace("<FIELD", "<v:FIELD")
                                .replace("</FIELD", "</v:FIELD")
                                .replace("<VALUES", "<v:VALUES")
                        + "<v:DATA><v:TABLEDATA>"
                        + rows.replace("<T", "<v:T").replace("</T", "</v:T")
                        + "</v:TABLEDATA></v:DATA></v:TABLE></v:RESOURCE></v:VOTABLE>");
    }

    private static List<@Nullable Object> cells(StreamedTable table, List<String> columns, int column) {
        var cells = new ArrayList<@Nullable Object>();
        try (BlockReader reader = table.read(columns)) {
            for (int rows = reader.next(); rows > 0; rows = reader.next()) {
                for (int i = 0; i < rows; i++) {
                    cells.add(Blocks.cell(reader.column(column), i));
                }
            }
        }
        return cells;
    }

    /** What STIL's own parser makes of a column of scalars. */
    private static List<@Nullable Object> stils(StreamedTable table, int column) {
        var source = new VoTableSource(table.path(), false);
        SpreadColumn[] columns = {new SpreadColumn(table.columns().get(column), column, -1)};
        var entry = VoTableOutline.of(table.path(), source).tables().getFirst();
        var cells = new ArrayList<@Nullable Object>();
        try (var reader = new VoTableReader(source, entry, columns)) {
            for (int rows = reader.next(); rows > 0; rows = reader.next()) {
                for (int i = 0; i < rows; i++) {
                    cells.add(Blocks.cell(reader.column(0), i));
                }
            }
        }
        return cells;
    }

    @Test
    void everyCellIsThatOfTheOtherReader() throws IOException {
        var rows = new StringBuilder("""
                <TR><TD>4267180339403392768</TD><TD>1.25</TD><TD>0.1</TD><TD>T</TD><TD>M67 &lt;a&gt; &#945;</TD><TD>1 2</TD></TR>
                <TR><TD>-9</TD><TD>NaN</TD><TD> 5777.1 </TD><TD>false</TD><TD><![CDATA[a & b]]></TD><TD>1 2</TD></TR>
                <TR attribute="/>"><TD> 12</TD><TD/><TD></TD><TD>?</TD><TD>  </TD><TD>1 2</TD></TR>
                <TR><TD>0x1F</TD><TD><!-- no -->-1.5e-300</TD><TD>1e30</TD><TD>1</TD><TD>ü</TD><TD>1 2</TD></TR>
                """);
        for (int i = 0; i < 5000; i++) {
            rows.append("<TR><TD>%d</TD><TD>%s</TD><TD>%s</TD><TD>0</TD><TD>star %d</TD><TD>3 4</TD></TR>%n"
                    .formatted(i, Math.sqrt(i), (float) Math.cbrt(i), i));
        }
        StreamedTable table = Blocks.open(write(rows.toString()));
        List<String> fast = List.of("id", "x", "f", "yes", "word");
        try (BlockReader reader = table.read(fast)) {
            assertThat(reader).isInstanceOf(TableDataReader.class);
        }
        for (int k = 0; k < fast.size(); k++) {
            assertThat(cells(table, List.of(fast.get(k), "v[0]"), 0))
                    .as(fast.get(k))
                    .isEqualTo(stils(table, k))
                    .hasSize(5004);
        }
        assertThat(cells(table, List.of("word"), 0).subList(0, 4)).containsExactly("M67 <a> α", "a & b", null, "ü");
        assertThat(cells(table, List.of("id"), 0).subList(0, 4)).containsExactly(4267180339403392768L, null, 12L, 31L);
    }

    @Test
    void wordsInNumbersAndMissingCellsNameTheRow() throws IOException {
        String good = "<TR><TD>1</TD><TD>1</TD><TD>1</TD><TD>1</TD><TD>a</TD><TD>1 2</TD></TR>";
        StreamedTable word = Blocks.open(write(good + good.replace("<TD>1</TD><TD>1</TD>", "<TD>1</TD><TD>oops</TD>")));
        assertThatThrownBy(() -> Blocks.column(word, "x"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("'oops'")
                .hasMessageContaining("'x'")
                .hasMessageContaining("row 2");
        StreamedTable few = Blocks.open(write(good + "<TR><TD>1</TD></TR>"));
        assertThatThrownBy(() -> Blocks.column(few, "x"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("1 cells where the table has 6 columns")
                .hasMessageContaining("row 2");
    }
}
