package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cellarius.engine.Awaited;
import org.cellarius.engine.Engine;
import org.cellarius.engine.StarTable;

/** The star table on its way from the cache to the result folder, while products are measured. */
final class StarsCopied implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("stars").factory());
    private final Future<Path> copy;

    /** Begins to copy. */
    StarsCopied(Engine engine, StarTable stars, Path output) {
        this.copy = thread.submit(() -> {
            engine.copy(stars, output);
            return output;
        });
    }

    /** Waits for the copy. */
    Path file() {
        return Awaited.result(copy, "copying the stars");
    }

    /** Waits until nothing more is written. */
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
