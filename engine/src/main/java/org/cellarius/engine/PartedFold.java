package org.cellarius.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.cellarius.galaxy.column.Partial;

/**
 * A statistic over many rows: parts of a fixed number of selected rows are each folded from nothing by one thread, and merged in their order. Neither the number of threads nor
 * whether rows come from memory or from a file changes a bit.
 */
final class PartedFold<S> {

    /** Rows that a statistic folds at once. */
    static final int BLOCK_ROWS = 4096;

    /** Blocks of a part. */
    static final int PART_BLOCKS = 64;

    /** Rows of a part. */
    static final int PART_ROWS = PART_BLOCKS * BLOCK_ROWS;

    private final Partial<S> partial;
    private final PartThreads threads;
    private final Deque<Future<S>> running = new ArrayDeque<>();
    /** The newest part, not begun: a single one needs no other thread. */
    private Optional<Supplier<S>> newest = Optional.empty();

    private Optional<S> merged = Optional.empty();

    PartedFold(Partial<S> partial, PartThreads threads) {
        this.partial = partial;
        this.threads = threads;
    }

    /** Adds the next part. */
    void add(Supplier<S> part) {
        newest.ifPresent(before -> running.add(threads.start(before)));
        newest = Optional.of(part);
        while (running.size() >= threads.count()) {
            merge(Awaited.result(running.remove(), "the computation"));
        }
    }

    private void merge(S next) {
        merged = Optional.of(merged.map(before -> partial.merge(before, next)).orElse(next));
    }

    /** The state after all parts. */
    S state() {
        Optional<S> last = newest.map(Supplier::get);
        while (!running.isEmpty()) {
            merge(Awaited.result(running.remove(), "the computation"));
        }
        last.ifPresent(this::merge);
        return merged.orElseGet(partial::empty);
    }
}
