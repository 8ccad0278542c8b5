package org.cellarius.catalogue;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** Small files with the traits of public bug reports; made up, see the README beside them. */
public final class Trouble {
    private Trouble() {}

    /** A file of the folder. */
    public static Path file(String name) {
        URL url = Trouble.class.getResource("trouble/" + name);
        if (url == null) {
            throw new IllegalStateException(name + " is missing");
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
