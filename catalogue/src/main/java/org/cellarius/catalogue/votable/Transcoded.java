package org.cellarius.catalogue.votable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text in another encoding as UTF-8. */
final class Transcoded extends InputStream {
    private final Reader letters;
    private final char[] some = new char[1 << 13];
    private byte[] bytes = new byte[0];
    private int at;
    /** The first half of a pair at the end of what was read last; 0 if there is none. */
    private char half;

    Transcoded(InputStream in, Charset charset) {
        this.letters = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == bytes.length) {
            int start = half == 0 ? 0 : 1;
            some[0] = half;
            int count = letters.read(some, start, some.length - start);
            if (count < 0) {
                return false;
            }
            int end = start + count;
            half = Character.isHighSurrogate(some[end - 1]) ? some[--end] : 0;
            bytes = new String(some, 0, end).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        letters.close();
    }
}
