package org.cellarius.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Files that other programs wrote; see foreign/README.md of the resources. */
public final class Foreign {
    private Foreign() {}

    /** A copy of the file in a folder. */
    public static Path file(Path folder, String name) {
        try (InputStream in = Objects.requireNonNull(Foreign.class.getResourceAsStream("foreign/" + name), name)) {
            Path file = folder.resolve(name);
            Files.copy(in, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
