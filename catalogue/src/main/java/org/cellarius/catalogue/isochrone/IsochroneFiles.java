package org.cellarius.catalogue.isochrone;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cellarius.catalogue.InputError;

/** Finds out of which family a file or folder of isochrones is, and reads it. */
public final class IsochroneFiles {

    private IsochroneFiles() {}

    /**
     * The isochrones of a file, or of all files of a folder.
     *
     * @throws InputError if there is nothing to read, or something that is not understood
     */
    public static IsochroneTable read(Path path) {
        if (!Files.exists(path)) {
            throw new InputError("there is no file or folder '" + path + "'", path.toString(), "Check the path");
        }
        return PlainIsochrones.read(path);
    }
}
