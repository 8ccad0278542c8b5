package org.cellarius.catalogue.text;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.cellarius.catalogue.InputError;

/** Lines of a text file, counted; LF, CRLF and CR end a line; a byte-order mark is dropped. */
final class TextLines implements AutoCloseable {
    /** Longer than the widest catalogue's lines by far. */
    private static final int LONGEST_LINE_BYTES = 4 << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(256);
    private int at;
    private int limit;
    private boolean skipLineFeed;
    private int number;

    TextLines(Path path, boolean gzipped) {
        this.path = path;
        try {
            InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
            this.in = gzipped ? new GZIPInputStream(file, BUFFER_BYTES) : file;
        } catch (IOException e) {
            throw FormatSniffer.unreadable(path, e);
        }
    }

    /** The number of the line last returned, counted from 1. */
    int number() {
        return number;
    }

    /** The next line without its end; empty at the end of the file. */
    Optional<String> next() {
        try {
            return read();
        } catch (IOException e) {
            throw FormatSniffer.unreadable(path, e);
        }
    }

    private Optional<String> read() throws IOException {
        pending.reset();
        boolean any = false;
        while (true) {
            if (at == limit) {
                limit = Math.max(0, in.read(buffer));
                at = 0;
                if (limit == 0) {
                    return any ? Optional.of(finish()) : Optional.empty();
                }
            }
            if (skipLineFeed) {
                skipLineFeed = false;
                if (buffer[at] == '\n') {
                    at++;
                    continue;
                }
            }
            any = true;
            int start = at;
            while (at < limit && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            if (at < limit) {
                skipLineFeed = buffer[at] == '\r';
                int length = at - start;
                at++;
                if (pending.size() == 0) {
                    return Optional.of(decode(buffer, start, length));
                }
                pending.write(buffer, start, length);
                return Optional.of(finish());
            }
            pending.write(buffer, start, at - start);
            if (pending.size() > LONGEST_LINE_BYTES) {
                throw new InputError(
                        "a line is longer than " + (LONGEST_LINE_BYTES >> 20) + " MiB",
                        path + ", line " + (number + 1),
                        "The file is no table of text, or its line ends are lost");
            }
        }
    }

    private String finish() {
        byte[] bytes = pending.toByteArray();
        return decode(bytes, 0, bytes.length);
    }

    private String decode(byte[] bytes, int start, int length) {
        number++;
        String line = new String(bytes, start, length, StandardCharsets.UTF_8);
        return number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw FormatSniffer.unreadable(path, e);
        }
    }
}
