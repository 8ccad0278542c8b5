package org.cellarius.catalogue.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/** A column of a row group as it goes into the file: the head and the bytes of a dictionary, if there is one, and of the page. */
final class PackedChunk {

    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;
    private static final int RUNS = 3;

    private final boolean zstd;
    private byte[] packed = {};
    private byte[] dictionaryHead = {};
    private byte[] dictionary = {};
    private byte[] head = {};
    private ColumnChunk.Page page = new ColumnChunk.Page(packed, 0, 0);
    private long values;
    private long unpackedBytes;

    PackedChunk(boolean zstd) {
        this.zstd = zstd;
    }

    /** Takes what a column holds. */
    void pack(ColumnChunk chunk) {
        ColumnChunk.Page plain = chunk.page();
        values = chunk.rows();
        unpackedBytes = plain.length();
        page = zstd ? compressed(plain) : plain;
        head = CompactThrift.struct(h -> h.int32(1, DATA_PAGE)
                .int32(2, plain.length())
                .int32(3, page.length())
                .struct(
                        5,
                        d -> d.int32(1, chunk.rows())
                                .int32(
                                        2,
                                        chunk.dictionaryWords() > 0
                                                ? ColumnChunk.DICTIONARY_INDICES
                                                : ColumnChunk.PLAIN)
                                .int32(3, RUNS)
                                .int32(4, RUNS)));
        int words = chunk.dictionaryWords();
        byte[] all = chunk.dictionary();
        dictionary = zstd && words > 0 ? compressed(all) : all;
        dictionaryHead = words == 0
                ? new byte[0]
                : CompactThrift.struct(h -> h.int32(1, DICTIONARY_PAGE)
                        .int32(2, all.length)
                        .int32(3, dictionary.length)
                        .struct(7, d -> d.int32(1, words).int32(2, ColumnChunk.PLAIN)));
        unpackedBytes += head.length + dictionaryHead.length + all.length;
    }

    private ColumnChunk.Page compressed(ColumnChunk.Page plain) {
        int most = ZstdPages.most(plain.length());
        if (packed.length < most) {
            packed = new byte[most];
        }
        return new ColumnChunk.Page(packed, 0, ZstdPages.pack(plain, packed));
    }

    private static byte[] compressed(byte[] plain) {
        byte[] all = new byte[ZstdPages.most(plain.length)];
        return Arrays.copyOf(all, ZstdPages.pack(new ColumnChunk.Page(plain, 0, plain.length), all));
    }

    boolean hasDictionary() {
        return dictionaryHead.length > 0;
    }

    long values() {
        return values;
    }

    long unpackedBytes() {
        return unpackedBytes;
    }

    /** Bytes in front of the page. */
    long dictionaryBytes() {
        return dictionaryHead.length + (long) dictionary.length;
    }

    long bytes() {
        return dictionaryBytes() + head.length + page.length();
    }

    void write(WritableByteChannel file) throws IOException {
        for (ByteBuffer part : new ByteBuffer[] {
            ByteBuffer.wrap(dictionaryHead),
            ByteBuffer.wrap(dictionary),
            ByteBuffer.wrap(head),
            ByteBuffer.wrap(page.bytes(), page.from(), page.length())
        }) {
            while (part.hasRemaining()) {
                file.write(part);
            }
        }
    }
}
