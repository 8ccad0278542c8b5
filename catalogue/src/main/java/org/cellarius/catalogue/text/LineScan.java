package org.cellarius.catalogue.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.LineEnds;

/**
 * Looks at the line ends of a whole file before the database reads it: that one stumbles over mixed ones, and gives up without a word
 * on a line longer than its buffer. A gigabyte takes about a second.
 */
final class LineScan {
    private static final int BUFFER_BYTES = 1 << 18;
    /** What the database takes by default, and more than the widest catalogue needs. */
    private static final int LONGEST_LINE_BYTES = 2_000_000;

    private final Path path;
    private long line = 1;
    private long lineBytes;
    private boolean lf;
    private boolean crLf;
    private byte last;

    private LineScan(Path path) {
        this.path = path;
    }

    static LineEnds of(Path path, boolean gzipped) {
        var scan = new LineScan(path);
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream file = Files.newInputStream(path);
                InputStream in = gzipped ? new GZIPInputStream(file, BUFFER_BYTES) : file) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                scan.look(buffer, count);
            }
        } catch (IOException e) {
            if (gzipped) {
                throw new InputError(
                                "the compressed file ends early or is damaged",
                                path.toString(),
                                "Copy or download it again; `gzip -t` tells whether it is whole")
                        .withCause(e);
            }
            throw FormatSniffer.unreadable(path, e);
        }
        return scan.lf && scan.crLf ? LineEnds.MIXED : LineEnds.ALIKE;
    }

    private void look(byte[] buffer, int count) {
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
                lineBytes += i - start;
                check();
                byte before = i > 0 ? buffer[i - 1] : last;
                crLf |= before == '\r';
                lf |= before != '\r';
                line++;
                lineBytes = 0;
                start = i + 1;
            }
        }
        lineBytes += count - start;
        check();
        if (count > 0) {
            last = buffer[count - 1];
        }
    }

    private void check() {
        if (lineBytes > LONGEST_LINE_BYTES) {
            throw new InputError(
                    "a line is longer than " + LONGEST_LINE_BYTES / 1_000_000 + " MB",
                    path + ", line " + line,
                    "The file is no table of text, or its line ends are lost");
        }
    }
}
