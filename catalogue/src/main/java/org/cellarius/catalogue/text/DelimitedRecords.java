package org.cellarius.catalogue.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.cellarius.catalogue.InputError;

/**
 * The records of delimited text as bytes, field by field (RFC 4180): a field that begins with a double quote, blanks before it allowed,
 * ends at the next one, may hold delimiters and line ends, and has quotes doubled. LF, CRLF and CR end a record, also mixed.
 *
 * <p>No row gets lost: what is no record of the right width, a quote left open or text behind a closing one is an error with its line.
 * Empty lines are passed over; in a table of one column they are a missing value, which writers leave so.
 */
final class DelimitedRecords implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 18;
    /** More than the widest catalogue needs. */
    private static final int LONGEST_RECORD_BYTES = 1 << 24;

    private final Path path;
    private final InputStream in;
    private final byte delimiter;
    private final int[] starts;
    private final int[] ends;
    private byte[] bytes = new byte[BUFFER_BYTES];
    private int at;
    private int limit;
    private boolean atEnd;
    private long line = 1;
    private long recordLine;

    /** Opens a file behind its head. */
    DelimitedRecords(DelimitedHead head) {
        this.path = head.path();
        this.delimiter = (byte) head.delimiter();
        this.starts = new int[head.names().size()];
        this.ends = new int[head.names().size()];
        try {
            InputStream file = Files.newInputStream(path);
            this.in = head.gzipped() ? new GZIPInputStream(file, BUFFER_BYTES) : file;
            skip(head.linesBeforeData());
        } catch (IOException e) {
            throw FormatSniffer.unreadable(path, e);
        }
    }

    /** Goes to the next record; false at the end of the file. */
    boolean next() {
        try {
            return read();
        } catch (IOException e) {
            throw FormatSniffer.unreadable(path, e);
        }
    }

    /** The line in which the record begins, counted from 1. */
    long line() {
        return recordLine;
    }

    /** What holds the fields of the record, until the next one. */
    byte[] bytes() {
        return bytes;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    /** A field as text. */
    String text(int field) {
        int start = starts[field];
        int length = ends[field] - start;
        for (int i = start; i < start + length; i++) {
            if (bytes[i] < 0) {
                return decoded(start, length);
            }
        }
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }

    /** A place for an error. */
    String place() {
        return path + ", line " + recordLine;
    }

    private String decoded(int start, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InputError(
                            "a line holds bytes that are no UTF-8 text",
                            place(),
                            "Convert the file, for example  iconv -f latin1 -t utf8 OLD > NEW")
                    .withCause(e);
        }
    }

    private void skip(int lines) throws IOException {
        while (line <= lines && isMore(at)) {
            endOfLine(at);
        }
    }

    /** Goes behind the end of the line in which a byte lies. */
    private void endOfLine(int from) throws IOException {
        at = from;
        while (isMore(at) && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        passLineEnd();
    }

    private void passLineEnd() throws IOException {
        if (isMore(at)) {
            boolean carriageReturn = bytes[at++] == '\r';
            if (carriageReturn && isMore(at) && bytes[at] == '\n') {
                at++;
            }
            line++;
        }
    }

    private boolean read() throws IOException {
        while (isMore(at)) {
            recordLine = line;
            forget();
            int fields = fields();
            if (fields == starts.length) {
                return true;
            }
            if (fields > 1 || !isBlank(0)) {
                throw new InputError(
                        "a line has " + fields + (fields == 1 ? " value" : " values") + " where " + starts.length
                                + " are expected",
                        place(),
                        "Mend or remove the line");
            }
        }
        return false;
    }

    private int fields() throws IOException {
        int count = 0;
        boolean more = true;
        while (more) {
            more = field(count++);
        }
        return count;
    }

    /** Reads a field; says whether the record goes on behind it. */
    private boolean field(int field) throws IOException {
        int start = at;
        while (isMore(at) && bytes[at] == ' ' && delimiter != ' ') {
            at++;
        }
        if (isMore(at) && bytes[at] == '"') {
            quoted(field);
        } else {
            while (isMore(at) && bytes[at] != delimiter && bytes[at] != '\n' && bytes[at] != '\r') {
                at++;
            }
            put(field, start, at);
        }
        if (!isMore(at)) {
            return false;
        }
        if (bytes[at] == delimiter) {
            at++;
            return true;
        }
        passLineEnd();
        return false;
    }

    private void quoted(int field) throws IOException {
        long opened = line;
        int start = ++at;
        int to = start;
        while (true) {
            if (!isMore(at)) {
                throw new InputError(
                        "a quote is opened and never closed",
                        path + ", line " + opened,
                        "Close it; a quote inside quotes is written twice");
            }
            byte b = bytes[at++];
            if (b == '"') {
                if (!isMore(at) || bytes[at] != '"') {
                    break;
                }
                at++;
            } else if (b == '\n' || (b == '\r' && !(isMore(at) && bytes[at] == '\n'))) {
                line++;
            }
            bytes[to++] = b;
        }
        put(field, start, to);
        while (isMore(at) && bytes[at] == ' ' && delimiter != ' ') {
            at++;
        }
        if (isMore(at) && bytes[at] != delimiter && bytes[at] != '\n' && bytes[at] != '\r') {
            throw new InputError(
                    "there is text behind a closing quote",
                    path + ", line " + line,
                    "Close the quote at the end of the field; a quote inside quotes is written twice");
        }
    }

    private void put(int field, int start, int end) {
        if (field < starts.length) {
            starts[field] = start;
            ends[field] = end;
        }
    }

    private boolean isBlank(int field) {
        for (int i = starts[field]; i < ends[field]; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** What was read before this place is not needed any more. */
    private void forget() {
        if (at > bytes.length / 2) {
            System.arraycopy(bytes, at, bytes, 0, limit - at);
            limit -= at;
            at = 0;
        }
    }

    /** Whether there is a byte at a place; reads on where the buffer ends there. */
    private boolean isMore(int place) throws IOException {
        return place < limit || fill();
    }

    private boolean fill() throws IOException {
        if (atEnd) {
            return false;
        }
        if (limit == bytes.length) {
            if (bytes.length >= LONGEST_RECORD_BYTES) {
                throw new InputError(
                        "a line is longer than " + (LONGEST_RECORD_BYTES >> 20) + " MiB",
                        place(),
                        "The file is no table of text, its line ends are lost, or a quote is not closed");
            }
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int count = in.read(bytes, limit, bytes.length - limit);
        atEnd = count < 0;
        limit += Math.max(0, count);
        return !atEnd;
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
