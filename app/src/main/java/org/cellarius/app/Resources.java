package org.cellarius.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.cellarius.engine.PartialFiles;
import picocli.CommandLine.Option;

/** What a command may use of the machine. */
final class Resources {

    @Option(names = "--threads", paramLabel = "N", description = "Threads of the database (default: all processors).")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--memory",
            paramLabel = "MIB",
            description = "Memory of the database in MiB, at least 512 (default: 1024).")
    long memoryMiB = 1024;

    /** A new folder for scratch files of a command without output; to be discarded. */
    static Path scratch() {
        Path folder = PartialFiles.reserve(
                Path.of(System.getProperty("java.io.tmpdir")).resolve("cellarius-" + UUID.randomUUID()));
        try {
            return Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folder for scratch files: beside the output, where there is room for it. */
    static Path scratchBeside(Path output) {
        Path parent = output.toAbsolutePath().normalize().getParent();
        return parent == null ? Path.of("/") : parent;
    }
}
