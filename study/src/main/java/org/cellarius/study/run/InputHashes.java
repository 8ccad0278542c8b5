package org.cellarius.study.run;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.cellarius.engine.RunFailure;
import org.cellarius.engine.StageCache;

/**
 * SHA-256 of the content of a run's input files: each file is read for it once, whatever reads it, and beside the rest of the run where it is known
 * early that the hash will be wanted.
 */
public final class InputHashes {

    private final Map<Path, FutureTask<String>> hashes = new ConcurrentHashMap<>();

    /** Begins with a file whose hash will be asked for; what goes wrong is told then. */
    void begin(Path file) {
        hashes.computeIfAbsent(file, f -> {
            var task = new FutureTask<>(() -> StageCache.sha256Of(f));
            Thread.ofVirtual().name("hash of " + f).start(task);
            return task;
        });
    }

    /** The hash of a file, waited for where it is not ready. */
    String of(Path file) {
        try {
            begin(file);
            return Optional.ofNullable(hashes.get(file)).orElseThrow().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UncheckedIOException io
                    ? io
                    : new IllegalStateException("the hash of " + file + " failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure("interrupted while " + file + " was read for its hash", e);
        }
    }
}
