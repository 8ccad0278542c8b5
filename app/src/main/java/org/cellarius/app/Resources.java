package org.cellarius.app;

import java.nio.file.Path;
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

    /** Folder for scratch files: beside the output, where there is room for it. */
    static Path scratchBeside(Path output) {
        Path parent = output.toAbsolutePath().normalize().getParent();
        return parent == null ? Path.of("/") : parent;
    }
}
