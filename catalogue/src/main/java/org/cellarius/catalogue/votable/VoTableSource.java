package org.cellarius.catalogue.votable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

    /** The document behind the opening tag of an element in a table. */
    XmlBytes at(VoTableOutline.Entry entry, String element) throws IOException {
        InputStream in = open();
        var xml =
                new XmlBytes(entry.charset().equals(StandardCharsets.UTF_8) ? in : new Transcoded(in, entry.charset()));
        int tables = 0;
        while (tables < entry.number()) {
            XmlBytes.Tag tag = xml.nextTag();
            tables += tag != XmlBytes.Tag.CLOSE && xml.is("TABLE") ? 1 : 0;
        }
        while (!xml.is(element)) {
            xml.nextTag();
        }
        return xml;
    }
}
