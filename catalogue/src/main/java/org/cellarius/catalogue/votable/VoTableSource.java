package org.cellarius.catalogue.votable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bytes of a VOTable document, inflated where needed. */
record VoTableSource(Path path, boolean gzipped) {
    InputStream open() throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            return gzipped ? new BufferedInputStream(new GZIPInputStream(file, 1 << 16), 1 << 16) : file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }
}
