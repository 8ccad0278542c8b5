package org.cellarius.engine;

import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.InputError;

/**
 * What an engine may use.
 *
 * @param workDirectory where it keeps temporary files and writes tables
 * @param readable further files and directories that it may read
 * @param writable further directories that it may write
 * @param threads number of threads, 1 to 1024
 * @param memoryMiB memory for the database, MiB; at least 512
 * @param packing of the tables that it writes
 */
public record EngineSettings(
        Path workDirectory, List<Path> readable, List<Path> writable, int threads, long memoryMiB, Packing packing) {
    private static final int MOST_THREADS = 1024;

    public EngineSettings {
        readable = List.copyOf(readable);
        writable = List.copyOf(writable);
        check(threads, memoryMiB);
    }

    /** Refuses what no machine has or the database cannot do with. */
    public static void check(int threads, long memoryMiB) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new InputError(
                    threads + " threads",
                    "",
                    "At least one is needed and at most %d are used; the processors of the machine are usual"
                            .formatted(MOST_THREADS));
        }
        if (memoryMiB < 512) {
            throw new InputError(memoryMiB + " MiB of memory", "", "At least 512 MiB are needed");
        }
    }

    /** Tables are kept. */
    public EngineSettings(Path workDirectory, List<Path> readable, List<Path> writable, int threads, long memoryMiB) {
        this(workDirectory, readable, writable, threads, memoryMiB, Packing.KEPT);
    }

    /** The same for tables that are deleted at the end. */
    public EngineSettings forPassingTables() {
        return new EngineSettings(workDirectory, readable, writable, threads, memoryMiB, Packing.PASSING);
    }

    /** All processors and 1 GiB for the database. */
    public static EngineSettings in(Path workDirectory, List<Path> readable) {
        return new EngineSettings(
                workDirectory, readable, List.of(), Runtime.getRuntime().availableProcessors(), 1024);
    }
}
