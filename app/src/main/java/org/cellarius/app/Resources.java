package org.cellarius.app;

import picocli.CommandLine.Option;

/** What a command may use of the machine. */
final class Resources {

    @Option(names = "--threads", paramLabel = "N", description = "Threads, 1 to 1024 (default: all processors).")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--memory",
            paramLabel = "MIB",
            description = "Memory of the database in MiB, at least 512 (default: 1024).")
    long memoryMiB = 1024;
}
