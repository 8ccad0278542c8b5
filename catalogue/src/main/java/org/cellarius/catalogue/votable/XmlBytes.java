package org.cellarius.catalogue.votable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Tags and texts of an XML document in UTF-8 that a real parser has already found well-formed: one look at each byte, no object for a
 * cell. Comments, processing instructions and the document type are passed over; nothing but the five predefined entities and numbers of
 * characters is known.
 */
final class XmlBytes implements AutoCloseable {
    /** What the last tag was. */
    enum Tag {
        OPEN,
        EMPTY,
        CLOSE
    }

    private static final int BUFFER_BYTES = 1 << 18;
    private static final int LONGEST_TEXT = 4 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int limit;
    private byte[] name = new byte[64];
    private int nameLength;
    private byte[] text = new byte[256];
    private int textLength;
    private boolean hasEntity;

    XmlBytes(InputStream in) {
        this.in = in;
    }

    /** Goes on to the next tag; what stands before it is the {@link #text}. */
    Tag nextTag() throws IOException {
        textLength = 0;
        hasEntity = false;
        while (true) {
            takeText();
            int next = read();
            if (next == '?') {
                skipTo("?>");
            } else if (next == '!') {
                declaration();
            } else {
                return tag(next);
            }
        }
    }

    /** Whether the last tag has that local name. */
    boolean is(String local) {
        int start = 0;
        for (int i = 0; i < nameLength; i++) {
            if (name[i] == ':') {
                start = i + 1;
            }
        }
        if (nameLength - start != local.length()) {
            return false;
        }
        for (int i = 0; i < local.length(); i++) {
            if (name[start + i] != local.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of the text before the last tag, of which {@link #textLength()} count; entities stand as they are written. */
    byte[] text() {
        return text;
    }

    int textLength() {
        return textLength;
    }

    /** The text as characters. */
    String string() throws IOException {
        String written = new String(text, 0, textLength, StandardCharsets.UTF_8);
        return hasEntity ? resolved(written) : written;
    }

    boolean hasEntity() {
        return hasEntity;
    }

    /** The bytes of the text from here to the next tag, for texts that are too long to be held. */
    InputStream textStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                if (at == limit) {
                    fill();
                }
                if (buffer[at] == '<') {
                    return endOfText();
                }
                return buffer[at++] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (at == limit) {
                    fill();
                }
                int end = Math.min(limit, at + length);
                int start = at;
                while (at < end && buffer[at] != '<') {
                    into[offset + at - start] = buffer[at];
                    at++;
                }
                return at > start || length == 0 ? at - start : endOfText();
            }

            private int endOfText() throws IOException {
                if (at + 1 < limit && buffer[at + 1] == '!') {
                    throw new IOException("comments and character data between records are not read");
                }
                return -1;
            }
        };
    }

    private void takeText() throws IOException {
        while (true) {
            if (at == limit) {
                fill();
            }
            int start = at;
            while (at < limit && buffer[at] != '<') {
                hasEntity |= buffer[at] == '&';
                at++;
            }
            append(start, at - start);
            if (at < limit) {
                at++;
                return;
            }
        }
    }

    private void append(int start, int count) throws IOException {
        if (textLength + count > text.length) {
            if (textLength + count > LONGEST_TEXT) {
                throw new IOException("a text is longer than " + (LONGEST_TEXT >> 20) + " MiB");
            }
            text = Arrays.copyOf(text, Math.max(2 * text.length, textLength + count));
        }
        System.arraycopy(buffer, start, text, textLength, count);
        textLength += count;
    }

    private Tag tag(int first) throws IOException {
        boolean closes = first == '/';
        int c = closes ? read() : first;
        nameLength = 0;
        while (c != '>' && c != '/' && c > ' ') {
            if (nameLength == name.length) {
                name = Arrays.copyOf(name, 2 * nameLength);
            }
            name[nameLength++] = (byte) c;
            c = read();
        }
        int before = c;
        while (c != '>') {
            if (c == '"' || c == '\'') {
                int quote = c;
                c = read();
                while (c != quote) {
                    c = read();
                }
            }
            before = c;
            c = read();
        }
        return closes ? Tag.CLOSE : before == '/' ? Tag.EMPTY : Tag.OPEN;
    }

    private void declaration() throws IOException {
        int c = read();
        if (c == '-') {
            skipTo("-->");
        } else if (c == '[') {
            // CDATA: its text counts as it is; whoever writes & in it means &, which as an entity would be an error.
            skipTo("CDATA[");
            takeCharacterData();
        } else {
            skipTo(">");
        }
    }

    private void takeCharacterData() throws IOException {
        int brackets = 0;
        while (true) {
            int c = read();
            if (c == '>' && brackets >= 2) {
                textLength -= 2;
                return;
            }
            brackets = c == ']' ? brackets + 1 : 0;
            if (c == '&') {
                hasEntity = true;
                appendAll("&amp;");
            } else {
                at--;
                append(at, 1);
                at++;
            }
        }
    }

    private void appendAll(String ascii) throws IOException {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        if (textLength + bytes.length > text.length) {
            text = Arrays.copyOf(text, 2 * text.length);
        }
        System.arraycopy(bytes, 0, text, textLength, bytes.length);
        textLength += bytes.length;
    }

    private void skipTo(String end) throws IOException {
        int matched = 0;
        while (matched < end.length()) {
            int c = read();
            if (c == end.charAt(matched)) {
                matched++;
            } else if (!(matched > 0 && c == end.charAt(matched - 1) && end.charAt(0) == end.charAt(matched - 1))) {
                matched = c == end.charAt(0) ? 1 : 0;
            }
        }
    }

    private int read() throws IOException {
        if (at == limit) {
            fill();
        }
        return buffer[at++] & 0xff;
    }

    private void fill() throws IOException {
        limit = Math.max(0, in.read(buffer));
        at = 0;
        if (limit == 0) {
            throw new EOFException("the document ends early");
        }
    }

    private static String resolved(String written) throws IOException {
        var plain = new StringBuilder();
        int from = 0;
        for (int amp = written.indexOf('&'); amp >= 0; amp = written.indexOf('&', from)) {
            int end = written.indexOf(';', amp);
            if (end < 0) {
                throw new IOException("an & without its ;");
            }
            plain.append(written, from, amp).append(entity(written.substring(amp + 1, end)));
            from = end + 1;
        }
        return plain.append(written, from, written.length()).toString();
    }

    private static String entity(String word) throws IOException {
        return switch (word) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> {
                try {
                    if (word.startsWith("#x")) {
                        yield Character.toString(Integer.parseInt(word.substring(2), 16));
                    }
                    if (word.startsWith("#")) {
                        yield Character.toString(Integer.parseInt(word.substring(1)));
                    }
                } catch (IllegalArgumentException e) {
                    throw new IOException("the character &" + word + "; makes no sense", e);
                }
                throw new IOException("the entity &" + word + "; is not known");
            }
        };
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
