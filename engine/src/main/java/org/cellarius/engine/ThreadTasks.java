package org.cellarius.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.cellarius.galaxy.column.Tasks;

/**
 * Tasks shared among threads that live as long as the tasks.
 *
 * @param threads how many
 */
public record ThreadTasks(int threads) implements Tasks {

    @Override
    public void each(int tasks, IntConsumer task) {
        var next = new AtomicInteger();
        Runnable share = () -> {
            for (int k = next.getAndIncrement(); k < tasks; k = next.getAndIncrement()) {
                task.accept(k);
            }
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> shares = new ArrayList<>();
            for (int k = 0; k < Math.min(threads, tasks); k++) {
                shares.add(pool.submit(share));
            }
            for (Future<?> done : shares) {
                Awaited.result(done, "the computation");
            }
        }
    }
}
