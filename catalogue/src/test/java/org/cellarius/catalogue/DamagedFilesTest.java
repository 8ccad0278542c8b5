package org.cellarius.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.cellarius.catalogue.fits.FitsFixture;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever bytes a file holds, the outcome is a table or an {@link InputError}: no other exception, no hang. */
final class DamagedFilesTest {
    private static final Duration NO_HANG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private static Map<String, byte[]> wholeFiles() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        FitsFixture binary = new FitsFixture()
                .binaryTable("stars", 8 + 4 + 6 + 8 + 1, 50, 5)
                .column(1, "id", "K")
                .column(2, "n", "J")
                .card("TNULL2", "-99")
                .column(3, "name", "6A")
                .column(4, "v", "2E")
                .column(5, "flag", "L");
        for (int i = 0; i < 50; i++) {
            binary.row(ByteBuffer.allocate(27)
                    .putLong(i)
                    .putInt(i)
                    .put("M67   ".getBytes(StandardCharsets.US_ASCII))
                    .putFloat(i)
                    .putFloat(i)
                    .put((byte) 'T'));
        }
        byte[] fits = binary.end().bytes();
        files.put("a.fits", fits);
        FitsFixture ascii = new FitsFixture()
                .asciiTable("t", 20, 40, 3)
                .column(1, "name", "A6", 1)
                .column(2, "x", "F8.3", 7)
                .column(3, "n", "I6", 15);
        for (int i = 0; i < 40; i++) {
            ascii.row("%-6s%8.3f%6d".formatted("M" + i, i / 3.0, i));
        }
        files.put("b.fits", ascii.end().bytes());
        String votable = """
                <?xml version="1.0"?><VOTABLE version="1.3"><RESOURCE><TABLE name="t">
                <FIELD name="n" datatype="int"/><FIELD name="s" datatype="char" arraysize="*"/>
                <FIELD name="v" datatype="float" arraysize="2"/>
                <DATA><TABLEDATA>%s</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
                """.formatted("<TR><TD>1</TD><TD>x</TD><TD>1 2</TD></TR>".repeat(20));
        files.put("c.vot", votable.getBytes(StandardCharsets.UTF_8));
        files.put(
                "d.vot",
                votable.replaceAll(
                                "(?s)<TABLEDATA>.*</TABLEDATA>",
                                "<BINARY2><STREAM encoding='base64'>AAAAAAEAAAADYWJjP4AAAEAAAAAAAAAAAgAAAABAAAAAP4AAAA==</STREAM></BINARY2>")
                        .getBytes(StandardCharsets.UTF_8));
        files.put("e.dat", "# id ra name\n1 2.5 x\n2 nan y\n3 4 z\n".getBytes(StandardCharsets.UTF_8));
        files.put("f.csv", "\"id\",ra[deg],name\n1,2,\"x\"\n".getBytes(StandardCharsets.UTF_8));
        files.put("g.ecsv", """
                # %ECSV 1.0
                # ---
                # datatype:
                # - {name: a, unit: deg, datatype: int64}
                # - {name: b, datatype: string}
                # meta: !!omap
                # - {x: [1, 2]}
                a b
                1 x
                """.getBytes(StandardCharsets.UTF_8));
        files.put("h.tsv", "#x\na\tb\n[-]\tdeg\n-\t-\n1\t2\n".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(fits);
        }
        files.put("i.fits.gz", zipped.toByteArray());
        return files;
    }

    @Test
    void everyTruncationGivesATableOrAnExplainedError() throws IOException {
        for (Map.Entry<String, byte[]> file : wholeFiles().entrySet()) {
            byte[] whole = file.getValue();
            assertThat(readsOrExplains(file.getKey(), whole))
                    .as("%s whole", file.getKey())
                    .isTrue();
            int step = Math.max(1, whole.length / 150);
            for (int length = 0; length < whole.length; length += step) {
                readsOrExplains(file.getKey(), Arrays.copyOf(whole, length));
            }
        }
    }

    @Test
    void whatIsWrongWithACutFileIsTold() throws IOException {
        Map<String, byte[]> files = wholeFiles();
        byte[] zipped = Objects.requireNonNull(files.get("i.fits.gz"));
        Path cut = Files.write(folder.resolve("cut.fits.gz"), Arrays.copyOf(zipped, zipped.length - 12));
        assertThatThrownBy(() -> TableFile.open(cut, TableSelection.automatic()))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("the compressed file ends early or is damaged")
                .hasMessageContaining("cut.fits.gz")
                .hasMessageContaining("gzip -t");
        Path nest = Files.writeString(
                folder.resolve("nest.vot"),
                "<VOTABLE>\n<RESOURCE><TABLE>\n<FIELD name='a'>\n</TABLE></RESOURCE></VOTABLE>");
        assertThatThrownBy(() -> TableFile.open(nest, TableSelection.automatic()))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("no well-formed XML")
                .hasMessageContaining("nest.vot, line 4");
    }

    @Test
    void everyScatterOfWrongBytesGivesATableOrAnExplainedError() throws IOException {
        SplittableRandom random = new SplittableRandom(20_250_101);
        for (Map.Entry<String, byte[]> file : wholeFiles().entrySet()) {
            for (int trial = 0; trial < 300; trial++) {
                byte[] bytes = file.getValue().clone();
                int changes = 1 + random.nextInt(8);
                for (int i = 0; i < changes; i++) {
                    // Half of the changes are digits and signs, which keep headers plausible.
                    byte b = (byte)
                            (random.nextBoolean()
                                    ? "0123456789-,.'\"<>{}[]".charAt(random.nextInt(21))
                                    : random.nextInt());
                    bytes[random.nextInt(bytes.length)] = b;
                }
                readsOrExplains(file.getKey(), bytes);
            }
        }
    }

    @Test
    void wrongDigitsInFitsHeadersGiveATableOrAnExplainedError() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (String name : new String[] {"a.fits", "b.fits"}) {
            byte[] whole = wholeFiles().getOrDefault(name, new byte[0]);
            for (int trial = 0; trial < 600; trial++) {
                byte[] bytes = whole.clone();
                int card = 36 + random.nextInt(28);
                int at = card * 80 + 10 + random.nextInt(21);
                bytes[at] = (byte) "0123456789-PAIFEDJKLX('".charAt(random.nextInt(23));
                readsOrExplains(name, bytes);
            }
        }
    }

    @Test
    void randomBytesGiveAnExplainedError() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (String name : wholeFiles().keySet()) {
            for (int trial = 0; trial < 50; trial++) {
                byte[] bytes = new byte[random.nextInt(4000)];
                random.nextBytes(bytes);
                readsOrExplains(name, bytes);
            }
        }
    }

    /** True if the bytes read as a table. */
    private boolean readsOrExplains(String name, byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve(name), bytes);
        return Assertions.assertTimeoutPreemptively(NO_HANG, () -> {
            try {
                if (TableFile.open(path, TableSelection.automatic()) instanceof StreamedTable table) {
                    Blocks.readAll(table);
                }
                return true;
            } catch (InputError explained) {
                assertThat(explained.what()).isNotBlank();
                assertThat(explained.remedy()).isNotBlank();
                return false;
            } catch (RuntimeException | Error other) {
                return fail("a file ended in " + other + ": " + name + ", " + Arrays.hashCode(bytes), other);
            }
        });
    }
}
