package org.cellarius.engine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Results of other threads; their errors come as if they had happened here, so that the astronomer gets the sentence. */
public final class Awaited {

    private Awaited() {}

    /**
     * The result, when it is there.
     *
     * @param work what is told to be interrupted if this thread is, for example "the match"
     */
    public static <T> T result(Future<T> future, String work) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure(work + " was interrupted", e);
        }
    }
}
