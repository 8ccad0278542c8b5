package org.cellarius.catalogue.votable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types and traits of VOTables against what astropy wrote, and the traits of public bug reports. */
final class VoTableTroubleTest {
    private static final double NONE = Double.NaN;

    @TempDir
    Path folder;

    private StreamedTable open(String fields, String rows) throws IOException {
        return openDocument("<TABLE>" + fields + "<DATA><TABLEDATA>" + rows + "</TABLEDATA></DATA></TABLE>");
    }

    private StreamedTable openDocument(String content) throws IOException {
        return Blocks.open(Files.writeString(
                folder.resolve("t.vot"),
                "<?xml version='1.0'?><VOTABLE version='1.4' xmlns='http://www.ivoa.net/xml/VOTable/v1.3'><RESOURCE>"
                        + content + "</RESOURCE></VOTABLE>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tabledata", "binary", "binary2"})
    void allTypesInAllSerialisationsAreAsAstropyWroteThem(String form) {
        StreamedTable table = Blocks.open(Trouble.file("astropy-" + form + ".vot"));
        assertThat(Blocks.column(table, "u8")).containsExactly(200L, 0L, null);
        assertThat(Blocks.column(table, "i16")).containsExactly(-32768L, 1L, null);
        assertThat(Blocks.column(table, "i32")).containsExactly(2147483647L, -5L, null);
        assertThat(Blocks.column(table, "i64")).containsExactly(9007199254740993L, -4267180339403392768L, null);
        assertThat(Blocks.numbers(table, "f32")).containsExactly(0.1f, NONE, Double.POSITIVE_INFINITY);
        assertThat(Blocks.numbers(table, "f64")).containsExactly(0.1, NONE, -1e300);
        assertThat(Blocks.numbers(table, "c64[1]")).containsExactly(2, 0, -1);
        assertThat(Blocks.numbers(table, "c128[0]")).containsExactly(1.5, 0, -0.0);
        assertThat(Blocks.column(table, "yes")).containsExactly(true, false, null);
        assertThat(Blocks.column(table, "text")).containsExactly("abc", null, "x y");
        assertThat(Blocks.column(table, "word")).containsExactly("αβ", "é", null);
        assertThat(Blocks.column(table, "fixed")).containsExactly("abcd", "a", null);
        assertThat(Blocks.column(table, "ints[0]")).containsExactly(1L, 4L, null);
        assertThat(Blocks.column(table, "ints[1]")).containsExactly(null, 5L, null);
        assertThat(Blocks.numbers(table, "floats[1]")).containsExactly(NONE, 1, 3);
        assertThat(Blocks.column(table, "flags[1]")).containsExactly(null, false, true);
        assertThat(Blocks.column(table, "bits[2]")).containsExactly(true, false, true);
        assertThat(Blocks.column(table, "bits[8]")).containsExactly(true, false, true);
        assertThat(Blocks.column(table, "bits[4]")).containsExactly(false, false, true);
        assertThat(Blocks.column(table, "mat[2]")).containsExactly(3L, 7L, 11L);
        assertThat(table.unreadable()).isEmpty();
    }

    @Test
    void wordsThatMeanMissing() {
        StreamedTable table = Blocks.open(Trouble.file("10-null-words.vot"));
        assertThat(Blocks.numbers(table, "teff")).containsExactly(5000.5, NONE, NONE, NONE, NONE);
        assertThat(Blocks.column(table, "n")).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @ParameterizedTest
    @CsvSource({
        "int, null",
        "int, NULL",
        "int, -",
        "int, NaN",
        "int, ' '",
        "int, --",
        "short, nan",
        "long, N/A",
        "double, NULL",
        "double, ' - '",
        "float, null",
        "float, --",
        "unsignedByte, null",
        "int, -nan",
        "long, #N/A",
        "double, -nan",
        "double, +NaN",
        "double, -NAN",
        "float, #N/A",
        "float, ' -nan '",
        "double, &lt;NA&gt;",
        "boolean, #N/A",
        "boolean, null",
        "boolean, ?"
    })
    void missingInEveryTypeOfNumber(String type, String word) throws IOException {
        StreamedTable table =
                open("<FIELD name='x' datatype='" + type + "'/>", "<TR><TD>1</TD></TR><TR><TD>" + word + "</TD></TR>");
        Object cell = Blocks.column(table, "x").get(1);
        assertThat(cell == null || cell.equals(NONE)).isTrue();
    }

    @Test
    void dashesInTextsStay() throws IOException {
        StreamedTable table =
                open("<FIELD name='sign' datatype='char' arraysize='*'/>", "<TR><TD>-</TD></TR><TR><TD>null</TD></TR>");
        assertThat(Blocks.column(table, "sign")).containsExactly("-", "null");
    }

    @ParameterizedTest
    @CsvSource({
        "double, 1_0",
        "double, '3,14'",
        "double, 0x1p3",
        "double, 1f",
        "float, 1d",
        "int, 1.5",
        "int, 1_0",
        "long, 9223372036854775808",
        "boolean, yes",
        "int, 1e3"
    })
    void whatIsNoNumberIsAnErrorWithItsRow(String type, String word) throws IOException {
        StreamedTable table =
                open("<FIELD name='x' datatype='" + type + "'/>", "<TR><TD>1</TD></TR><TR><TD>" + word + "</TD></TR>");
        assertThatThrownBy(() -> Blocks.readAll(table))
                .isInstanceOf(InputError.class)
                .hasMessageContaining(word)
                .hasMessageContaining("row 2");
    }

    @Test
    void fortranExponentsAndNullsOfDecimals() throws IOException {
        StreamedTable table = open(
                "<FIELD name='x' datatype='double'><VALUES null='-99.0'/></FIELD><FIELD name='f' datatype='float'/>",
                "<TR><TD>1.5D+03</TD><TD>1d2</TD></TR><TR><TD>-99</TD><TD>+Inf</TD></TR>");
        assertThat(Blocks.numbers(table, "x")).containsExactly(1500, NONE);
        assertThat(Blocks.numbers(table, "f")).containsExactly(100, Double.POSITIVE_INFINITY);
    }

    @Test
    void nullsAndBitsInArrays() {
        StreamedTable table = Blocks.open(Trouble.file("12-nulls-and-bits-in-arrays.vot"));
        assertThat(Blocks.column(table, "nvis[0]")).containsExactly(1L, null);
        assertThat(Blocks.column(table, "nvis[1]")).containsExactly(null, 5L);
        assertThat(Blocks.column(table, "nvis[2]")).containsExactly(3L, 6L);
        assertThat(Blocks.column(table, "ok[0]")).containsExactly(true, true);
        assertThat(Blocks.column(table, "ok[1]")).containsExactly(null, null);
        assertThat(Blocks.column(table, "ok[2]")).containsExactly(false, false);
        assertThat(Blocks.column(table, "bits[0]")).containsExactly(true, false);
        assertThat(Blocks.column(table, "bits[1]")).containsExactly(false, true);
        assertThat(Blocks.column(table, "bits[5]")).containsExactly(true, true);
    }

    @Test
    void nullsInListsAreNull() throws IOException {
        StreamedTable table = open(
                "<FIELD name='x' datatype='short' arraysize='*'><VALUES null='-1'/></FIELD>"
                        + "<FIELD name='t' datatype='boolean' arraysize='3*'/>"
                        + "<FIELD name='w' datatype='char' arraysize='3x*'/>",
                "<TR><TD>1 -1 3</TD><TD>T ? F</TD><TD>ab cd ef</TD></TR><TR><TD/><TD/><TD/></TR>");
        assertThat(Blocks.column(table, "x")).containsExactly("[1, null, 3]", null);
        assertThat(Blocks.column(table, "t")).containsExactly("[true, null, false]", null);
        assertThat(Blocks.column(table, "w")).containsExactly("[ab, cd, ef]", null);
    }

    /** The same damaged rows with and without a vector beside them: both are refused, at the same row. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<TR><TD>1</TD></TR>",
                "<TR><TD>1</TD><TD>2</TD><TD>3 4</TD><TD>5</TD></TR>",
                "<TR/>",
                "<TR></TR>",
                "<TR><TD>x</TD><TD>2</TD><TD>3 4</TD></TR>",
                "<TR><TD>1</TD><TD>1e</TD><TD>3 4</TD></TR>"
            })
    void damagedRowsAreRefusedWhateverStandsBeside(String bad) throws IOException {
        String good = "<TR><TD>1</TD><TD>2</TD><TD>3 4</TD></TR>";
        String fields = "<FIELD name='id' datatype='int'/><FIELD name='x' datatype='double'/>"
                + "<FIELD name='v' datatype='float' arraysize='2'/>";
        StreamedTable table = open(fields, good + good + bad + good);
        for (List<String> wanted : List.of(List.of("id", "x"), List.of("id", "x", "v[1]"))) {
            assertThatThrownBy(() -> drain(table, wanted))
                    .as(wanted.toString())
                    .isInstanceOf(InputError.class)
                    .hasMessageContaining("row 3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3 4 5", "3 x", "3,4"})
    void arraysThatDoNotFitAreRefused(String cell) throws IOException {
        StreamedTable table = open(
                "<FIELD name='v' datatype='float' arraysize='2'/>",
                "<TR><TD>1 2</TD></TR><TR><TD>" + cell + "</TD></TR>");
        assertThatThrownBy(() -> Blocks.readAll(table))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("'v'")
                .hasMessageContaining("row 2");
    }

    private static void drain(StreamedTable table, List<String> names) {
        try (BlockReader reader = table.read(names)) {
            while (reader.next() > 0) {}
        }
    }

    @Test
    void aTableOfParametersAloneIsTold() {
        Path file = Trouble.file("20-params-only.vot");
        assertThatThrownBy(() -> Blocks.open(file))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("has no columns")
                .hasMessageContaining("zp");
    }

    @Test
    void theFirstTableWithColumnsIsTaken() throws IOException {
        StreamedTable table = openDocument("<TABLE name='p'><PARAM name='zp' datatype='int' value='1'/></TABLE>"
                + "<TABLE name='stars'><FIELD name='x' datatype='int'/><DATA><TABLEDATA><TR><TD>5</TD></TR></TABLEDATA>"
                + "</DATA></TABLE>");
        assertThat(Blocks.column(table, "x")).containsExactly(5L);
        assertThat(table.otherTables()).hasSize(1);
    }

    @Test
    void overflowIsTold() {
        TableFile file = Blocks.open(Trouble.file("16-overflow.vot"));
        assertThat(file.notes()).singleElement().asString().contains("OVERFLOW", "rows are missing");
    }

    @ParameterizedTest
    @CsvSource({
        "'<INFO name=\"QUERY_STATUS\" value=\"ERROR\">no such table</INFO>', ERROR",
        "'<INFO name=\"query_status\" value=\"overflow\"/>', OVERFLOW",
        "'<INFO name=\"Warning\" value=\"truncated result (maxtup=50)\"/>', maxtup=50",
        "'<INFO name=\"QUERY_STATUS\" value=\"ABORTED\"/>', ABORTED"
    })
    void whatTheServiceSaysIsTold(String info, String told) throws IOException {
        String table = "<TABLE><FIELD name='x' datatype='int'/><DATA><TABLEDATA/></DATA></TABLE>";
        assertThat(openDocument(table + info).notes())
                .singleElement()
                .asString()
                .contains(told);
        assertThat(openDocument(info + info + table).notes()).hasSize(1);
    }

    @Test
    void anErrorWithoutATableIsInTheMessage() {
        assertThatThrownBy(() -> openDocument("<INFO name='QUERY_STATUS' value='ERROR'>bad column 'rra'</INFO>"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("bad column 'rra'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "windows-1252", "UTF-16LE"})
    void otherEncodings(String encoding) throws IOException {
        String text = "<?xml version='1.0' encoding='" + encoding + "'?><VOTABLE version='1.4' "
                + "xmlns='http://www.ivoa.net/xml/VOTable/v1.3'><RESOURCE><TABLE><FIELD name='n' datatype='unicodeChar' "
                + "arraysize='*'/><FIELD name='x' datatype='int'/><DATA><TABLEDATA>"
                + "<TR><TD>é ü</TD><TD>1</TD></TR><TR><TD>ñ</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>";
        Path file = Files.write(folder.resolve("e.vot"), text.getBytes(Charset.forName(encoding)));
        if (encoding.startsWith("UTF-16")) {
            // UTF-16 needs no look at the ending: the sniffer does not know it as text
            var source = new VoTableSource(file, false);
            VoTableOutline.Entry entry =
                    VoTableOutline.of(file, source).tables().getFirst();
            assertThat(entry.rows()).hasValue(2);
            XmlBytes xml = source.at(entry, "TABLEDATA");
            for (int k = 0; k < 3; k++) {
                xml.nextTag();
            }
            assertThat(xml.string()).isEqualTo("é ü");
            return;
        }
        assertThatThrownBy(() -> Blocks.readAll(Blocks.open(file))).hasMessageContaining("row 2");
        Files.write(file, text.replace("<TD>ñ</TD>", "<TD>ñ</TD><TD>2</TD>").getBytes(Charset.forName(encoding)));
        assertThat(Blocks.column(Blocks.open(file), "n")).containsExactly("é ü", "ñ");
    }

    @Test
    void encodedCellsAreRefused() {
        assertThatThrownBy(() -> open("<FIELD name='x' datatype='int'/>", "<TR><TD encoding='base64'>AAAA</TD></TR>"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("base64");
    }

    @Test
    void recordsThatEndEarlyAreRefused() throws IOException {
        String whole = Files.readString(Trouble.file("astropy-binary2.vot"), StandardCharsets.UTF_8);
        int end = whole.indexOf("</STREAM>");
        String cut = whole.substring(0, end).stripTrailing();
        Path file =
                Files.writeString(folder.resolve("c.vot"), cut.substring(0, cut.length() - 8) + whole.substring(end));
        assertThatThrownBy(() -> Blocks.readAll(Blocks.open(file)))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("row 3");
    }

    @Test
    void typesAreThoseOfTheFields() {
        StreamedTable table = Blocks.open(Trouble.file("12-nulls-and-bits-in-arrays.vot"));
        assertThat(table.columns().get(1).type()).isEqualTo(ColumnType.LONG);
        assertThat(table.columns().get(4).type()).isEqualTo(ColumnType.BOOLEAN);
    }
}
