package org.cellarius.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of scratch files: gigabytes that must not outlive the measurement that needed them. */
final class Scratch {

    private Scratch() {}

    /** Deletes everything inside a folder. */
    static void clear(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> inside = all.filter(p -> !p.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path path : inside) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
