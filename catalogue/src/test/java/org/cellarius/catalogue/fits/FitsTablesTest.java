package org.cellarius.catalogue.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FitsTablesTest {
    @TempDir
    Path folder;

    /** One row is: K source_id, E teff, D ra, I scaled, J with null, L flag, 6A name, 3E vector, I unsigned. */
    private static final int ROW_BYTES = 8 + 4 + 8 + 2 + 4 + 1 + 6 + 12 + 2;

    private static FitsFixture stars(int rows) {
        FitsFixture fixture = new FitsFixture()
                .binaryTable("stars", ROW_BYTES, rows, 9)
                .column(1, "source_id", "K")
                .column(2, "teff", "E")
                .text("TUNIT2", "K")
                .text("TCOMM2", "effective temperature")
                .column(3, "ra", "D")
                .text("TUNIT3", "deg")
                .column(4, "scaled", "I")
                .card("TSCAL4", "0.5")
                .card("TZERO4", "10.0")
                .card("TNULL4", "-1")
                .column(5, "transits", "J")
                .card("TNULL5", "-32768")
                .column(6, "flag", "L")
                .column(7, "name", "6A")
                .column(8, "X_H", "3E")
                .text("TUNIT8", "dex")
                .column(9, "unsigned", "I")
                .card("TZERO9", "32768");
        for (int i = 0; i < rows; i++) {
            ByteBuffer row = ByteBuffer.allocate(ROW_BYTES);
            row.putLong(4267180339403392768L + i);
            row.putFloat(i == 1 ? Float.NaN : 5777.1f + i);
            row.putDouble(i == 2 ? Double.POSITIVE_INFINITY : 286.7169128963743 + i);
            row.putShort((short) (i == 1 ? -1 : 2 * i));
            row.putInt(i == 1 ? -32768 : i);
            row.put((byte) (i == 0 ? 'T' : i == 1 ? 0 : 'F'));
            row.put((i == 1 ? "      " : "M67 " + (char) ('a' + i % 26) + " ").getBytes(StandardCharsets.US_ASCII));
            row.putFloat(0.25f + i).putFloat(Float.NaN).putFloat(-0.5f);
            row.putShort((short) (40000 - 32768));
            fixture.row(row);
        }
        return fixture.end();
    }

    @Test
    void everyKindOfScalarColumnIsRead() {
        StreamedTable table = Blocks.open(stars(3).write(folder.resolve("s.fits")));
        assertThat(table.rowCount()).hasValue(3);
        assertThat(table.format()).isEqualTo(TableFormat.FITS);
        assertThat(table.columns().get(1))
                .isEqualTo(new ColumnDescription("teff", ColumnType.DOUBLE, "K", "effective temperature"));
        assertThat(Blocks.column(table, "source_id"))
                .containsExactly(4267180339403392768L, 4267180339403392769L, 4267180339403392770L);
        assertThat(Blocks.column(table, "teff"))
                .as("a float keeps its own value")
                .containsExactly((double) 5777.1f, Double.NaN, (double) 5779.1f);
        assertThat(Blocks.column(table, "ra"))
                .as("infinities pass")
                .containsExactly(286.7169128963743, 287.7169128963743, Double.POSITIVE_INFINITY);
        assertThat(Blocks.column(table, "scaled")).containsExactly(10.0, Double.NaN, 12.0);
        assertThat(Blocks.column(table, "transits")).containsExactly(0L, null, 2L);
        assertThat(Blocks.column(table, "flag")).containsExactly(true, null, false);
        assertThat(Blocks.column(table, "name")).containsExactly("M67 a", null, "M67 c");
        assertThat(Blocks.column(table, "unsigned")).containsOnly(40000L);
    }

    @Test
    void aVectorIsSpreadIntoElementsCountedFromZero() {
        StreamedTable table = Blocks.open(stars(2).write(folder.resolve("s.fits")));
        assertThat(Blocks.names(table)).contains("X_H[0]", "X_H[1]", "X_H[2]").doesNotContain("X_H", "X_H[3]");
        assertThat(Blocks.column(table, "X_H[0]")).containsExactly(0.25, 1.25);
        assertThat(Blocks.column(table, "X_H[1]")).containsExactly(Double.NaN, Double.NaN);
        assertThat(table.columns().stream().filter(c -> c.name().equals("X_H[2]")))
                .first()
                .extracting(ColumnDescription::unit)
                .isEqualTo("dex");
    }

    @Test
    void columnsComeInTheOrderAskedForAndOnlyThose() {
        StreamedTable table = Blocks.open(stars(5000).write(folder.resolve("s.fits")));
        long rows = 0;
        double sum = 0;
        try (BlockReader reader = table.read(List.of("X_H[2]", "source_id", "X_H[0]"))) {
            ColumnBuffer first = reader.column(0);
            for (int n = reader.next(); n > 0; n = reader.next()) {
                assertThat(reader.column(0)).as("buffers stay the same objects").isSameAs(first);
                ColumnBuffer.Longs ids = (ColumnBuffer.Longs) reader.column(1);
                ColumnBuffer.Doubles values = (ColumnBuffer.Doubles) reader.column(2);
                for (int i = 0; i < n; i++) {
                    assertThat(ids.values()[i]).isEqualTo(4267180339403392768L + rows + i);
                    sum += values.values()[i];
                }
                rows += n;
            }
            assertThat(reader.next()).as("the end stays the end").isZero();
        }
        assertThat(rows).isEqualTo(5000);
        assertThat(sum).isEqualTo(5000 * 0.25 + 4999 * 2500.0);
    }

    @Test
    void aWrongColumnNamesTheNearest() {
        StreamedTable table = Blocks.open(stars(1).write(folder.resolve("s.fits")));
        assertThatThrownBy(() -> table.read(List.of("sourceid")))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("no column 'sourceid'")
                .hasMessageContaining("Did you mean 'source_id'?")
                .hasMessageContaining("s.fits");
    }

    @Test
    void aCompressedFileReadsTheSame() throws IOException {
        Path plain = stars(3000).write(folder.resolve("s.fits"));
        Path zipped = folder.resolve("s.fits.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(plain, out);
        }
        assertThat(Blocks.column(Blocks.open(zipped), "ra")).isEqualTo(Blocks.column(Blocks.open(plain), "ra"));
        assertThat(Blocks.column(Blocks.open(zipped), "X_H[0]")).isEqualTo(Blocks.column(Blocks.open(plain), "X_H[0]"));
    }

    @Test
    void unsignedIntegersOf64BitsAreExactAndLargeOnesBecomeText() {
        FitsFixture fixture =
                new FitsFixture().binaryTable("t", 8, 2, 1).column(1, "id", "K").card("TZERO1", "9223372036854775808");
        fixture.row(ByteBuffer.allocate(8).putLong(Long.MIN_VALUE + 5));
        fixture.row(ByteBuffer.allocate(8).putLong(-1));
        Path fits = fixture.end().write(folder.resolve("u.fits"));
        StreamedTable table = Blocks.open(fits);
        assertThat(table.columns().getFirst().type()).isEqualTo(ColumnType.LONG);
        assertThat(Blocks.column(table, "id")).containsExactly(5L, Long.MAX_VALUE);

        FitsFixture large =
                new FitsFixture().binaryTable("t", 8, 1, 1).column(1, "id", "K").card("TZERO1", "9223372036854775808");
        large.row(ByteBuffer.allocate(8).putLong(0));
        StreamedTable tooLarge = Blocks.open(large.end().write(folder.resolve("v.fits")));
        assertThat(tooLarge.columns().getFirst().type()).isEqualTo(ColumnType.TEXT);
        assertThat(Blocks.column(tooLarge, "id")).containsExactly("9223372036854775808");
    }

    @Test
    void arraysOfVariableLengthAreTextsAndSecondColumnsOfANameAreListed() {
        ByteBuffer heap = ByteBuffer.allocate(8 + 16 + 3)
                .putInt(7)
                .putInt(-8)
                .putDouble(1.5)
                .putDouble(Double.NaN)
                .put("M67".getBytes(StandardCharsets.US_ASCII));
        FitsFixture fixture = new FitsFixture()
                .binaryTable("t", 8 + 16 + 8 + 4 + 4, 2, 5, heap.array())
                .column(1, "visits", "PJ(2)")
                .card("TNULL1", "-8")
                .column(2, "spectrum", "1QD(2)")
                .column(3, "word", "PA(3)")
                .column(4, "a", "J")
                .column(5, "a", "J");
        fixture.row(ByteBuffer.allocate(40)
                .putInt(2)
                .putInt(0)
                .putLong(2)
                .putLong(8)
                .putInt(3)
                .putInt(24)
                .putInt(5)
                .putInt(6));
        fixture.row(ByteBuffer.allocate(40).putInt(32, 9));
        Path file = fixture.end().write(folder.resolve("p.fits"));
        StreamedTable table = Blocks.open(file);
        assertThat(Blocks.names(table)).containsExactly("visits", "spectrum", "word", "a");
        assertThat(Blocks.column(table, "a")).containsExactly(5L, 9L);
        assertThat(Blocks.column(table, "visits")).containsExactly("[7, null]", null);
        assertThat(Blocks.column(table, "spectrum")).containsExactly("[1.5, null]", null);
        assertThat(Blocks.column(table, "word")).containsExactly("M67", null);
        assertThat(table.unreadable())
                .singleElement()
                .satisfies(c -> assertThat(c.reason()).contains("columns 4 and 5"));
    }

    @Test
    void anArrayBeyondTheHeapIsAnErrorWithItsRow() {
        FitsFixture fixture =
                new FitsFixture().binaryTable("t", 8, 1, 1, new byte[8]).column(1, "spectrum", "PJ(2)");
        fixture.row(ByteBuffer.allocate(8).putInt(2).putInt(1000));
        StreamedTable table = Blocks.open(fixture.end().write(folder.resolve("p.fits")));
        assertThatThrownBy(() -> Blocks.column(table, "spectrum"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("beyond the end of the table");
    }

    @Test
    void formsThatDoNotFillTheRowAreRefused() {
        FitsFixture fixture = new FitsFixture().binaryTable("t", 8, 1, 1).column(1, "x", "E");
        fixture.row(ByteBuffer.allocate(8).putDouble(1));
        Path file = fixture.end().write(folder.resolve("form.fits"));
        assertThatThrownBy(() -> Blocks.open(file))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("need 4 bytes a row and NAXIS1 says 8");
    }

    @Test
    void bitsComplexNumbersTextsInVectorsAndUcdsAreRead() {
        FitsFixture fixture = new FitsFixture()
                .binaryTable("t", 2 + 8 + 6 + 1, 1, 4)
                .column(1, "flags", "10X")
                .column(2, "wave", "C")
                .text("TUCD2", "phys.magn")
                .column(3, "names", "6A")
                .text("TDIM3", "(3,2)")
                .column(4, "signed", "B")
                .card("TZERO4", "-128");
        fixture.row(ByteBuffer.allocate(17)
                .put((byte) 0x81)
                .put((byte) 0x40)
                .putFloat(1.5f)
                .putFloat(-2)
                .put("ab cd ".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0));
        StreamedTable table = Blocks.open(fixture.end().write(folder.resolve("x.fits")));
        assertThat(Blocks.column(table, "flags[0]")).containsExactly(true);
        assertThat(Blocks.column(table, "flags[1]")).containsExactly(false);
        assertThat(Blocks.column(table, "flags[7]")).containsExactly(true);
        assertThat(Blocks.column(table, "flags[9]")).containsExactly(true);
        assertThat(Blocks.column(table, "wave[0]")).containsExactly(1.5);
        assertThat(Blocks.column(table, "wave[1]")).containsExactly(-2.0);
        assertThat(table.columns().stream().filter(c -> c.name().equals("wave[1]")))
                .singleElement()
                .extracting(ColumnDescription::ucd)
                .isEqualTo("phys.magn");
        assertThat(Blocks.column(table, "names[0]")).containsExactly("ab");
        assertThat(Blocks.column(table, "names[1]")).containsExactly("cd");
        assertThat(Blocks.column(table, "signed")).containsExactly(-128L);
    }

    @Test
    void aTableStoredByColumnsIsReadRowByRow() {
        FitsFixture fixture = new FitsFixture()
                .binaryTable("t", 3 * 8 + 3 * 2 * 2 + 3 * 4, 1, 3)
                .column(1, "ra", "3D")
                .column(2, "pair", "6I")
                .text("TDIM2", "(2,3)")
                .column(3, "id", "12A")
                .text("TDIM3", "(4,3)");
        ByteBuffer row = ByteBuffer.allocate(48).putDouble(1).putDouble(2).putDouble(3);
        for (short i = 1; i <= 6; i++) {
            row.putShort(i);
        }
        fixture.row(row.put("a   bb  ccc ".getBytes(StandardCharsets.US_ASCII)));
        StreamedTable table = Blocks.open(fixture.end().write(folder.resolve("col.fits")));
        assertThat(table.rowCount()).hasValue(3);
        assertThat(Blocks.column(table, "ra")).containsExactly(1.0, 2.0, 3.0);
        assertThat(Blocks.column(table, "pair[0]")).containsExactly(1L, 3L, 5L);
        assertThat(Blocks.column(table, "pair[1]")).containsExactly(2L, 4L, 6L);
        assertThat(Blocks.column(table, "id")).containsExactly("a", "bb", "ccc");
    }

    @Test
    void blankFieldsOfAnAsciiTableAreMissingAndDecimalsKeepTheirDigits() {
        FitsFixture fixture = new FitsFixture()
                .asciiTable("cepheids", 30, 4, 5)
                .column(1, "Name", "A8", 1)
                .column(2, "DEdeg", "F8.4", 9)
                .text("TUNIT2", "deg")
                .column(3, "Nsp", "I4", 17)
                .card("TNULL3", "255")
                .column(4, "Rgal", "I5", 21)
                .column(5, "e", "E5.1", 26)
                .card("TSCAL5", "2.0");
        fixture.row("%-8s%8s%4s%5s%5s".formatted("V340 Ara", "37.1746", "255", "4657", "1.5"));
        fixture.row(" ".repeat(30));
        fixture.row("%-8s%8s%4s%5s%5s".formatted("TW Cma", "-13.5", "12", "-978", "*****"));
        fixture.row("%-8s%8s%4s%5s%5s".formatted(" AD", "1.5D+01", "0", "*****", "-2.E0"));
        StreamedTable table = Blocks.open(fixture.end().write(folder.resolve("a.fits")));
        assertThat(table.rowCount()).hasValue(4);
        assertThat(Blocks.column(table, "Name")).containsExactly("V340 Ara", null, "TW Cma", " AD");
        assertThat(Blocks.column(table, "DEdeg")).containsExactly(37.1746, Double.NaN, -13.5, 15.0);
        assertThat(Blocks.column(table, "Nsp"))
                .as("255 and blank are missing, 0 is 0")
                .containsExactly(null, null, 12L, 0L);
        assertThat(Blocks.column(table, "Rgal")).containsExactly(4657L, null, -978L, null);
        assertThat(Blocks.column(table, "e")).containsExactly(3.0, Double.NaN, Double.NaN, -4.0);
    }

    @Test
    void aWordInANumericFieldOfAnAsciiTableNamesRowAndColumn() {
        FitsFixture fixture = new FitsFixture().asciiTable("t", 4, 2, 1).column(1, "n", "I4", 1);
        fixture.row("  12").row("oops");
        StreamedTable table = Blocks.open(fixture.end().write(folder.resolve("w.fits")));
        assertThatThrownBy(() -> Blocks.column(table, "n"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("'oops'")
                .hasMessageContaining("'n'")
                .hasMessageContaining("row 2");
    }

    private Path twoTables() {
        FitsFixture fixture = new FitsFixture().binaryTable("clusters", 4, 2, 1).column(1, "n", "J");
        fixture.row(ByteBuffer.allocate(4).putInt(1))
                .row(ByteBuffer.allocate(4).putInt(2))
                .end();
        fixture.binaryTable("members", 4, 3, 1).column(1, "m", "J");
        fixture.row(ByteBuffer.allocate(4).putInt(3))
                .row(ByteBuffer.allocate(4).putInt(4))
                .row(ByteBuffer.allocate(4).putInt(5))
                .end();
        return fixture.write(folder.resolve("two.fits"));
    }

    @Test
    void everyTableOfAFileCanBeSelectedByNumberOrName() {
        Path path = twoTables();
        assertThat(TableFile.tablesIn(path)).containsExactly("1: clusters (2 rows)", "2: members (3 rows)");
        StreamedTable first = Blocks.open(path);
        assertThat(Blocks.names(first)).containsExactly("n");
        assertThat(first.otherTables()).containsExactly("2: members (3 rows)");
        for (String wanted : List.of("2", "members", "MEMBERS")) {
            StreamedTable second = (StreamedTable)
                    TableFile.open(path, TableSelection.automatic().withHdu(wanted));
            assertThat(Blocks.column(second, "m")).containsExactly(3L, 4L, 5L);
            assertThat(second.otherTables()).isEmpty();
        }
        assertThatThrownBy(() -> TableFile.open(path, TableSelection.automatic().withHdu("stars")))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("no table 'stars'")
                .hasMessageContaining("1: clusters (2 rows); 2: members (3 rows)");
    }

    @Test
    void aTruncatedFileIsRefusedBeforeAnyRowAndTheMissingBytesAreCounted() throws IOException {
        byte[] whole = stars(1000).bytes();
        int headers = whole.length - (ROW_BYTES * 1000 + 2879) / 2880 * 2880;
        int kept = headers + ROW_BYTES * 600 + 7;
        Path cut = Files.write(folder.resolve("cut.fits"), Arrays.copyOf(whole, kept));
        assertThatThrownBy(() -> Blocks.open(cut))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("truncated")
                .hasMessageContaining((ROW_BYTES * 400 - 7) + " of the " + ROW_BYTES * 1000 + " bytes");

        Path unpadded = Files.write(folder.resolve("unpadded.fits"), Arrays.copyOf(whole, headers + ROW_BYTES * 1000));
        assertThat(Blocks.readAll(Blocks.open(unpadded)))
                .as("only the padding lacks")
                .isEqualTo(1000);
    }

    @Test
    void aTruncatedCompressedFileIsRefusedBeforeAnyRow() throws IOException {
        Path zipped = folder.resolve("s.fits.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(stars(3000).bytes());
        }
        byte[] bytes = Files.readAllBytes(zipped);
        Files.write(zipped, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        assertThatThrownBy(() -> Blocks.open(zipped)).isInstanceOf(InputError.class);
    }

    @Test
    void aFileWithoutATableSaysSo() {
        Path image = new FitsFixture().write(folder.resolve("image.fits"));
        assertThatThrownBy(() -> Blocks.open(image)).hasMessageContaining("holds no table");
    }

    @Test
    void aTableWithoutRowsIsATable() {
        StreamedTable table = Blocks.open(stars(0).write(folder.resolve("none.fits")));
        assertThat(table.rowCount()).hasValue(0);
        assertThat(Blocks.readAll(table)).isZero();
    }
}
