package org.cellarius.engine.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.engine.Awaited;
import org.cellarius.engine.Progress;
import org.cellarius.engine.RunFailure;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.Tally;

/**
 * The rows of a file, taken through the steps of a stream block by block: one thread reads ahead, several compute, and the blocks are handed over in the order of the file. A
 * few blocks are in memory at a time.
 */
public final class StreamBlocks implements AutoCloseable {

    private final BlockReader reader;
    private final Progress progress;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(StreamBlocks::thread);
    private final ExecutorService computing;
    private final BlockingQueue<StreamBlock> free;
    /** In the order of the file; a block without rows is the end. */
    private final BlockingQueue<Future<StreamBlock>> underWay;

    private final List<Tally.Found> found = new ArrayList<>();
    private Optional<StreamBlock> handed = Optional.empty();
    private boolean ended;

    /**
     * @param stream can be done in memory: {@link StreamBlock#fits}
     * @param rows of its source, without their numbers; closed with the blocks
     * @param threads that compute
     */
    public StreamBlocks(StarStream stream, BlockReader rows, int threads, Progress progress) {
        this.reader = rows;
        this.progress = progress;
        this.computing = Executors.newFixedThreadPool(threads, StreamBlocks::thread);
        int blocks = 2 * threads + 2;
        this.free = new ArrayBlockingQueue<>(blocks);
        this.underWay = new ArrayBlockingQueue<>(blocks);
        for (int k = 0; k < blocks; k++) {
            free.add(StreamBlock.of(stream));
        }
        free.peek().found().forEach(f -> found.add(Tally.Found.nothing(f.found().size())));
        reading.execute(this::read);
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "stream");
        thread.setDaemon(true);
        return thread;
    }

    private void read() {
        try {
            long row = 0;
            boolean more = true;
            while (more) {
                StreamBlock block = free.take();
                more = block.fill(reader, row);
                row += block.rows();
                progress.advance(block.rows());
                underWay.put(computing.submit(block::run));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            underWay.add(CompletableFuture.failedFuture(e));
        }
    }

    /** The next block with rows that are left; empty at the end. The block before is given back. */
    public Optional<StreamBlock> next() {
        handed.ifPresent(free::add);
        handed = Optional.empty();
        while (!ended) {
            StreamBlock block = Awaited.result(taken(), "reading");
            ended = block.rows() == 0;
            for (int k = 0; k < found.size(); k++) {
                found.set(k, found.get(k).plus(block.found().get(k)));
            }
            if (block.left() > 0) {
                handed = Optional.of(block);
                return handed;
            }
            free.add(block);
        }
        return Optional.empty();
    }

    private Future<StreamBlock> taken() {
        try {
            return underWay.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure("reading was interrupted", e);
        }
    }

    /** What was counted in the blocks that came, in the order of the steps; all of it at the end. */
    public List<Tally.Found> found() {
        return List.copyOf(found);
    }

    /** Stops the threads and gives back the file; blocks under way are given up. */
    @Override
    public void close() {
        reading.shutdownNow();
        computing.shutdownNow();
        try (reader) {
            // The reader is another thread's until that has ended.
            reading.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
