package org.cellarius.catalogue.votable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.catalogue.fits.FitsFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VoTablesTest {
    private static final String FIELDS = """
            <FIELD name="source_id" datatype="long"/>
            <FIELD name="parallax" datatype="double" unit="mas"><DESCRIPTION>Parallax</DESCRIPTION></FIELD>
            <FIELD name="transits" datatype="short"><VALUES null="-32768"/></FIELD>
            <FIELD name="has_rv" datatype="bit"/>
            <FIELD name="name" datatype="unicodeChar" arraysize="7"/>
            <FIELD name="X_H" datatype="float" arraysize="2"/>
            """;

    private static final String CELLS = """
            <TR><TD>4267180339403392768</TD><TD>1.25</TD><TD>12</TD><TD>1</TD><TD>M67 1</TD><TD>0.5 1.5</TD></TR>
            <TR><TD>2</TD><TD>NaN</TD><TD/><TD>0</TD><TD/><TD>2.5 NaN</TD></TR>
            <TR><TD>3</TD><TD>-0.5</TD><TD>9</TD><TD>1</TD><TD>NGC 188</TD><TD>4.5 5.5</TD></TR>
            """;

    /**
     * Made with astropy 5.2.1: the table above written with {@code tabledata_format="binary2"}. It writes a set bit as 0x08
     * where the standard packs bits from the highest; those two bytes were mended to 0x80.
     */
    private static final String BINARY2 =
            "ADs4EekCq4cAP/QAAAAAAAAADIAATQA2ADcAIAAxAAAAAD8AAAA/wAAAIAAAAAAAAAACf/gAAAAAAACA"
                    + "AAAAAAAAAAAAAAAAAAAAAEAgAAB/wAAAAAAAAAAAAAADv+AAAAAAAAAACYAATgBHAEMAIAAxADgAOECQ"
                    + "AABAsAAA";

    @TempDir
    Path folder;

    private static String document(String tables) {
        return """
                <?xml version="1.0"?>
                <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
                <RESOURCE type="results">
                %s
                </RESOURCE></VOTABLE>
                """.formatted(tables);
    }

    private static String table(String attributes, String fields, String data) {
        return "<TABLE " + attributes + ">" + fields + "<DATA>" + data + "</DATA></TABLE>";
    }

    private static String cells() {
        return "<TABLEDATA>" + CELLS + "</TABLEDATA>";
    }

    private static String stream(String serialisation, String base64) {
        return "<" + serialisation + "><STREAM encoding='base64'>" + base64 + "</STREAM></" + serialisation + ">";
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("t.vot"), text);
    }

    private static void assertIsTheTable(StreamedTable table) {
        assertThat(table.format()).isEqualTo(TableFormat.VOTABLE);
        assertThat(Blocks.names(table))
                .containsExactly("source_id", "parallax", "transits", "has_rv", "name", "X_H[0]", "X_H[1]");
        assertThat(table.columns().get(1).unit()).isEqualTo("mas");
        assertThat(table.columns().get(1).description()).isEqualTo("Parallax");
        assertThat(Blocks.column(table, "source_id")).containsExactly(4267180339403392768L, 2L, 3L);
        assertThat(Blocks.column(table, "parallax")).containsExactly(1.25, Double.NaN, -0.5);
        assertThat(Blocks.column(table, "transits")).containsExactly(12L, null, 9L);
        assertThat(Blocks.column(table, "has_rv")).containsExactly(true, false, true);
        assertThat(Blocks.column(table, "name")).containsExactly("M67 1", null, "NGC 188");
        assertThat(Blocks.column(table, "X_H[1]")).containsExactly(1.5, Double.NaN, 5.5);
    }

    /** As astropy writes a table without rows. */
    @Test
    void aTableWithoutDataHasItsColumnsAndNoRows() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.vot"), """
                <?xml version="1.0"?>
                <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE>
                <TABLE name="full"><FIELD name="x" datatype="int"/><DATA><TABLEDATA><TR><TD>1</TD></TR></TABLEDATA></DATA></TABLE>
                <TABLE name="none"><FIELD name="ra" datatype="double" unit="deg"/><FIELD name="id" datatype="long"/></TABLE>
                </RESOURCE></VOTABLE>""");
        var table = (StreamedTable) TableFile.open(file, new TableSelection(Optional.empty(), Optional.of("none")));
        assertThat(table.rowCount()).hasValue(0);
        assertThat(table.columns().stream().map(c -> c.name() + " " + c.unit())).containsExactly("ra deg", "id ");
        try (BlockReader reader = table.read(List.of("id", "ra"))) {
            assertThat(reader.next()).isZero();
        }
    }

    @Test
    void rowsWrittenAsXmlAreRead() throws IOException {
        StreamedTable table = Blocks.open(write(document(table("name='stars'", FIELDS, cells()))));
        assertThat(table.rowCount()).as("XML rows are counted in the outline").hasValue(3);
        assertIsTheTable(table);
    }

    @Test
    void rowsWrittenAsRecordsWithNullMasksAreRead() throws IOException {
        assertIsTheTable(Blocks.open(write(document(table("", FIELDS, stream("BINARY2", BINARY2))))));
    }

    @Test
    void rowsWrittenAsRecordsAreRead() throws IOException {
        ByteBuffer records = ByteBuffer.allocate(3 * (8 + 8 + 2 + 1 + 14 + 8));
        record(records, 4267180339403392768L, 1.25, 12, 1, "M67 1", 0.5f, 1.5f);
        record(records, 2, Double.NaN, -32768, 0, "", 2.5f, Float.NaN);
        record(records, 3, -0.5, 9, 1, "NGC 188", 4.5f, 5.5f);
        byte[] bytes = new byte[records.capacity()];
        records.get(0, bytes);
        String base64 = Base64.getMimeEncoder().encodeToString(bytes);
        assertIsTheTable(Blocks.open(write(document(table("", FIELDS, stream("BINARY", base64))))));
    }

    private static void record(
            ByteBuffer out, long id, double parallax, int transits, int bit, String name, float x0, float x1) {
        out.putLong(id).putDouble(parallax).putShort((short) transits).put((byte) (bit << 7));
        for (int i = 0; i < 7; i++) {
            out.putChar(i < name.length() ? name.charAt(i) : '\0');
        }
        out.putFloat(x0).putFloat(x1);
    }

    @Test
    void rowsWrittenAsAFitsFileInsideAreRead() throws IOException {
        FitsFixture fits = new FitsFixture()
                .binaryTable("t", 12, 2, 2)
                .column(1, "id", "K")
                .column(2, "e", "E");
        fits.row(ByteBuffer.allocate(12).putLong(7).putFloat(0.5f));
        fits.row(ByteBuffer.allocate(12).putLong(8).putFloat(Float.NaN));
        String base64 = Base64.getMimeEncoder().encodeToString(fits.end().bytes());
        String fields = "<FIELD name='id' datatype='long'/><FIELD name='e' datatype='float'/>";
        StreamedTable table = Blocks.open(write(document(
                table("", fields, "<FITS extnum='1'><STREAM encoding='base64'>" + base64 + "</STREAM></FITS>"))));
        assertThat(Blocks.column(table, "id")).containsExactly(7L, 8L);
        assertThat(Blocks.column(table, "e")).containsExactly(0.5, Double.NaN);
    }

    @Test
    void aDocumentWithoutXmlDeclarationAndACompressedOneAreRead() throws IOException {
        String text = document(table("", FIELDS, cells())).replaceFirst("<\\?xml.*\\n", "");
        assertIsTheTable(Blocks.open(write(text)));
        Path zipped = folder.resolve("t.vot.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(folder.resolve("t.vot"), out);
        }
        assertIsTheTable(Blocks.open(zipped));
    }

    @Test
    void everyTableOfADocumentCanBeSelectedByNumberOrName() throws IOException {
        String small =
                table("name='small'", "<FIELD name='n' datatype='int'/>", "<TABLEDATA><TR><TD>5</TD></TR></TABLEDATA>");
        Path path = write(document(table("ID='stars'", FIELDS, cells()) + small));
        assertThat(TableFile.tablesIn(path)).containsExactly("1: stars (3 rows)", "2: small (1 rows)");
        assertThat(Blocks.open(path).otherTables()).containsExactly("2: small (1 rows)");
        for (String wanted : List.of("2", "small")) {
            StreamedTable table = (StreamedTable)
                    TableFile.open(path, TableSelection.automatic().withHdu(wanted));
            assertThat(Blocks.column(table, "n")).containsExactly(5L);
        }
        assertThatThrownBy(() -> TableFile.open(path, TableSelection.automatic().withHdu("3")))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("1: stars");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2047, 2048, 2049, 4096, 10_000})
    void blocksOfEveryLengthArriveWhole(int rows) throws IOException {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            data.append("<TR><TD>").append(i).append("</TD></TR>");
        }
        Path path =
                write(document(table("", "<FIELD name='n' datatype='int'/>", "<TABLEDATA>" + data + "</TABLEDATA>")));
        List<?> cells = Blocks.column(Blocks.open(path), "n");
        assertThat(cells).hasSize(rows);
        for (int i = 0; i < rows; i++) {
            assertThat(cells.get(i)).isEqualTo((long) i);
        }
    }

    @Test
    void aReaderClosedEarlyLeavesNoThreadBehind() throws IOException {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            data.append("<TR><TD>").append(i).append("</TD></TR>");
        }
        Path path =
                write(document(table("", "<FIELD name='n' datatype='int'/>", "<TABLEDATA>" + data + "</TABLEDATA>")));
        StreamedTable table = Blocks.open(path);
        try (BlockReader unread = table.read(List.of("n"))) {
            assertThat(unread.column(0)).isNotNull();
        }
        BlockReader reader = table.read(List.of("n"));
        assertThat(reader.next()).isEqualTo(BlockReader.BLOCK_ROWS);
        reader.close();
        reader.close();
        assertThat(reader.next()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("votable-parser"));
    }

    @Test
    void aDocumentCutShortIsRefusedBeforeAnyRow() throws IOException {
        String whole = document(table("", FIELDS, cells()));
        Path path = write(whole.substring(0, whole.indexOf("NGC")));
        assertThatThrownBy(() -> Blocks.open(path))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("cut short");
    }

    @Test
    void fewerRowsThanStatedIsAnError() throws IOException {
        Path path = write(document(table("nrows='4'", FIELDS, stream("BINARY2", BINARY2))));
        StreamedTable table = Blocks.open(path);
        assertThat(table.rowCount()).hasValue(4);
        assertThatThrownBy(() -> Blocks.column(table, "name"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("3 rows and says 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE VOTABLE [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE VOTABLE SYSTEM \"http://127.0.0.1:9/evil.dtd\">",
                "<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            })
    void aDocumentTypeOfItsOwnIsRefused(String doctype) throws IOException {
        String text = document(table("", FIELDS, cells())).replace("<VOTABLE", doctype + "<VOTABLE");
        Path path = write(text);
        assertThatThrownBy(() -> Blocks.open(path))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("document type");
    }

    @Test
    void theDocumentTypeOfOldVoTablesIsAccepted() throws IOException {
        String doctype = "<!DOCTYPE VOTABLE SYSTEM \"http://us-vo.org/xml/VOTable.dtd\">";
        assertIsTheTable(
                Blocks.open(write(document(table("", FIELDS, cells())).replace("<VOTABLE", doctype + "<VOTABLE"))));
    }

    @Test
    void dataKeptElsewhereAreNotFetched() throws IOException {
        String remote = "<BINARY><STREAM href='http://127.0.0.1:9/data.bin'/></BINARY>";
        Path path = write(document(table("", FIELDS, remote)));
        assertThatThrownBy(() -> Blocks.open(path))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("elsewhere");
    }

    @Test
    void anotherKindOfXmlIsRefused() throws IOException {
        Path path = write("<?xml version='1.0'?><html><body>504 Gateway Time-out</body></html>");
        assertThatThrownBy(() -> Blocks.open(path))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("no VOTable");
    }

    @Test
    void aTableThatHasOtherThanItsStatedRowsIsRefused() throws IOException {
        Path lies = write(document(table("nrows='5'", FIELDS, cells())));
        assertThatThrownBy(() -> Blocks.open(lies))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("says that it has 5 rows and has 3");
    }

    @Test
    void recordsThatAreNoBase64AreRefused() throws IOException {
        Path bad = write(document(table("", FIELDS, stream("BINARY2", BINARY2.replace("ekCq", "e*Cq")))));
        assertThatThrownBy(() -> Blocks.open(bad))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("'*', which is no base64");
    }
}
