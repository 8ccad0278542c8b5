package org.cellarius.catalogue.fits;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bytes of a FITS file, inflated where needed. */
record FitsBytes(Path path, boolean gzipped) {
    /** A stream that stands at an offset of the inflated file. */
    InputStream openAt(long offset) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            if (gzipped) {
                in = new GZIPInputStream(in, 1 << 16);
            }
            skip(in, offset);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Goes forward over bytes and tells how many there were. */
    static long skip(InputStream in, long bytes) throws IOException {
        long left = bytes;
        while (left > 0) {
            long gone = in.skip(left);
            if (gone == 0) {
                if (in.read() < 0) {
                    break;
                }
                gone = 1;
            }
            left -= gone;
        }
        return bytes - left;
    }
}
