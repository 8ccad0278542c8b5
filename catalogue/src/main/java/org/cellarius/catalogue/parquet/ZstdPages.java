package org.cellarius.catalogue.parquet;

import com.github.luben.zstd.Zstd;

/** Packs pages with zstd, whose native library must be unpacked into the folder for temporary files. */
final class ZstdPages {

    /** The fastest of the usual levels. */
    private static final int LEVEL = 1;

    private static final boolean THERE = isThere();

    private ZstdPages() {}

    private static boolean isThere() {
        try {
            return Zstd.compressBound(1) > 0;
        } catch (LinkageError e) {
            System.getLogger(ZstdPages.class.getName())
                    .log(System.Logger.Level.DEBUG, "no native library of zstd; pages are not packed", e);
            return false;
        }
    }

    /** Whether the library could be loaded: a temporary folder may be full, or allow no programs. */
    static boolean there() {
        return THERE;
    }

    /** Bytes that a page takes at most. */
    static int most(int length) {
        return Math.toIntExact(Zstd.compressBound(length));
    }

    static int pack(ColumnChunk.Page page, byte[] into) {
        return Math.toIntExact(
                Zstd.compressByteArray(into, 0, into.length, page.bytes(), page.from(), page.length(), LEVEL));
    }
}
