package org.cellarius.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of Cellarius. */
public final class Version {

    public static final String NUMBER = "0.1.0";

    /** The version and when it was built: results of another build are not taken from the cache. */
    public static final String BUILD = NUMBER + " " + built();

    private Version() {}

    private static String built() {
        try (InputStream in = Version.class.getResourceAsStream("build.txt")) {
            if (in == null) {
                throw new IllegalStateException("the build's time is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
