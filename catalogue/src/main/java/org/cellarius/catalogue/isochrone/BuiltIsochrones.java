package org.cellarius.catalogue.isochrone;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.cellarius.catalogue.InputError;

/**
 * Isochrones in one compact file that is read fast, number for number as they were: a line that names it, its version, family, photometric system,
 * columns, notes; then of each isochrone age, composition and columns as doubles, most significant byte first; at the end the CRC-32C of all before.
 */
public final class BuiltIsochrones {

    static final String MAGIC = "Cellarius isochrones\n";
    private static final int VERSION = 1;
    private static final int BUFFER = 1 << 16;
    /** No file has as many: a larger number is damage. */
    private static final int MOST = 1 << 24;

    private BuiltIsochrones() {}

    /** Writes a file. */
    public static void write(IsochroneTable table, Path path) {
        var sum = new CRC32C();
        try (var file = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
                var out = new DataOutputStream(new CheckedOutputStream(file, sum))) {
            out.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
            out.writeInt(VERSION);
            text(out, table.family());
            texts(out, table.photometry().stream().toList());
            texts(out, table.columns());
            texts(out, table.notes());
            out.writeInt(table.isochrones().size());
            for (IsochroneRows rows : table.isochrones()) {
                out.writeDouble(rows.ageGyr());
                out.writeDouble(rows.feH());
                out.writeDouble(rows.alphaFe());
                int points = rows.columns().getFirst().length;
                out.writeInt(points);
                for (double[] column : rows.columns()) {
                    ByteBuffer bytes = ByteBuffer.allocate(points * Double.BYTES);
                    bytes.asDoubleBuffer().put(column);
                    out.write(bytes.array());
                }
            }
            out.writeLong(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IsochroneTable read(Path path) {
        var sum = new CRC32C();
        try (var in = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER), sum))) {
            in.readNBytes(MAGIC.length());
            int version = in.readInt();
            if (version != VERSION) {
                throw new InputError(
                        "the grid has version " + version + ", and this program reads version " + VERSION,
                        path.toString(),
                        "Build it again with `cellarius isochrones build`");
            }
            String family = text(in);
            Optional<String> photometry = texts(in).stream().findFirst();
            List<String> columns = texts(in);
            List<String> notes = texts(in);
            int count = count(in);
            var isochrones = new ArrayList<IsochroneRows>();
            for (int i = 0; i < count; i++) {
                isochrones.add(isochrone(in, columns.size()));
            }
            long found = sum.getValue();
            if (in.readLong() != found || in.read() >= 0) {
                throw new IOException("its checksum does not fit");
            }
            return new IsochroneTable(family, photometry, columns, isochrones, notes);
        } catch (EOFException e) {
            throw damaged(path, "it is cut short", e);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(path, String.valueOf(e.getMessage()), e);
        }
    }

    private static InputError damaged(Path path, String why, Exception cause) {
        return new InputError(
                        "the grid is damaged: " + why,
                        path.toString(),
                        "Build it again with `cellarius isochrones build`")
                .withCause(cause);
    }

    private static IsochroneRows isochrone(DataInputStream in, int columns) throws IOException {
        double ageGyr = in.readDouble();
        double iron = in.readDouble();
        double alpha = in.readDouble();
        int points = count(in);
        var all = new ArrayList<double[]>();
        for (int k = 0; k < columns; k++) {
            byte[] bytes = in.readNBytes(points * Double.BYTES);
            if (bytes.length < points * Double.BYTES) {
                throw new EOFException();
            }
            double[] column = new double[points];
            ByteBuffer.wrap(bytes).asDoubleBuffer().get(column);
            all.add(column);
        }
        return new IsochroneRows(ageGyr, iron, alpha, all);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("a count of it is " + count);
        }
        return count;
    }

    private static String text(DataInputStream in) throws IOException {
        int length = count(in);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = count(in);
        var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            texts.add(text(in));
        }
        return texts;
    }
}
