package org.cellarius.engine;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Threads that fold parts; they begin when there is a second part, and end with this. */
final class PartThreads implements AutoCloseable {

    private final int threads;
    private Optional<ExecutorService> pool = Optional.empty();

    PartThreads(int threads) {
        this.threads = threads;
    }

    int count() {
        return threads;
    }

    <S> Future<S> start(Supplier<S> part) {
        if (threads == 1) {
            return CompletableFuture.completedFuture(part.get());
        }
        ExecutorService workers = pool.orElseGet(() -> Executors.newFixedThreadPool(threads));
        pool = Optional.of(workers);
        Callable<S> task = part::get;
        return workers.submit(task);
    }

    @Override
    public void close() {
        pool.ifPresent(ExecutorService::close);
    }
}
