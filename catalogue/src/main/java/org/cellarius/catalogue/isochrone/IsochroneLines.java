package org.cellarius.catalogue.isochrone;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.cellarius.catalogue.InputError;

/**
 * The lines of a text file of isochrones, compressed with gzip or not, in Latin-1.
 *
 * @param path the file, for errors
 * @param lines its lines; line number k for users is {@code lines.get(k - 1)}
 */
record IsochroneLines(Path path, List<String> lines) {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    IsochroneLines {
        lines = List.copyOf(lines);
    }

    /** The whole file. */
    static IsochroneLines of(Path path) {
        return new IsochroneLines(
                path, text(path, Integer.MAX_VALUE - 8).lines().toList());
    }

    /** The first bytes of a file as text, unpacked. */
    static String head(Path path, int bytes) {
        return text(path, bytes);
    }

    private static String text(Path path, int bytes) {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path))) {
            file.mark(2);
            boolean packed = file.read() == GZIP_FIRST && file.read() == GZIP_SECOND;
            file.reset();
            try (InputStream in = packed ? new GZIPInputStream(file) : file) {
                return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
            }
        } catch (EOFException | ZipException e) {
            throw new InputError(
                            "the compressed file ends early or is damaged",
                            path.toString(),
                            "Fetch it again; `gzip -t` tells whether it is whole")
                    .withCause(e);
        } catch (IOException e) {
            throw new InputError("the file cannot be read: " + e.getMessage(), path.toString(), "Check the file")
                    .withCause(e);
        }
    }

    /** Words of a line: what stands between blanks. */
    static List<String> words(String line) {
        String stripped = line.strip();
        return stripped.isEmpty() ? List.of() : Arrays.asList(stripped.split("\\s+"));
    }

    /** A comment without its mark. */
    static String comment(String line) {
        return line.strip().replaceFirst("^#+", "").strip();
    }

    /** The file and the line, for errors. */
    String at(int number) {
        return path + ", line " + number;
    }

    /** An error about a file that does not go on as its head says. */
    InputError cutShort(String what) {
        return new InputError(what, path.toString(), "The file seems to be cut short: fetch it again");
    }

    /** A number of a line. */
    double number(String word, int line) {
        try {
            return Double.parseDouble(word.replace('D', 'E').replace('d', 'e'));
        } catch (NumberFormatException e) {
            throw new InputError("'" + word + "' is no number", at(line), "Correct the file, or fetch it again")
                    .withCause(e);
        }
    }
}
