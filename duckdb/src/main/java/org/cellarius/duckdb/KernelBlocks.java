package org.cellarius.duckdb;

import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.StarStatus;
import org.duckdb.DuckDBDataChunkWriter;

/**
 * Blocks of stars that a kernel computes on several threads; they are handed over in the order in which they were read, so that
 * results do not depend on the number of threads. A few blocks are in memory at a time.
 */
final class KernelBlocks implements AutoCloseable {

    /** Rows of a block: as many as the database moves at once. */
    static final int ROWS = 2048;

    /** Takes a block's outputs: valid during the call only. */
    @FunctionalInterface
    interface Sink {
        void take(int rows, double[][] out) throws Exception;
    }

    /** Fills a block's inputs; tells the number of rows, 0 at the end. */
    @FunctionalInterface
    interface Source {
        int read(double[][] in) throws Exception;
    }

    private final ColumnKernel kernel;
    private final Source source;
    private final int ahead;
    private final ExecutorService pool;
    private final ArrayDeque<Block> free = new ArrayDeque<>();
    private final ArrayDeque<Future<Block>> underWay = new ArrayDeque<>();
    private boolean ended;

    KernelBlocks(ColumnKernel kernel, Source source, int threads) {
        this.kernel = kernel;
        this.source = source;
        this.ahead = 2 * threads;
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "kernel");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Writes the next block's outputs and status; tells its number of rows, 0 at the end. */
    int next(DuckDBDataChunkWriter writer) throws Exception {
        return next(block -> block.write(writer));
    }

    /** Hands over the next block's outputs; tells its number of rows, 0 at the end. */
    int next(Sink sink) throws Exception {
        return next(block -> sink.take(block.rows, block.out));
    }

    /** What is done with a block. */
    @FunctionalInterface
    private interface Use {
        void of(Block block) throws Exception;
    }

    private int next(Use use) throws Exception {
        while (!ended && underWay.size() < ahead) {
            begin();
        }
        if (underWay.isEmpty()) {
            return 0;
        }
        try {
            Block block = underWay.remove().get();
            use.of(block);
            free.add(block);
            return block.rows;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception own ? own : e;
        }
    }

    private void begin() throws Exception {
        Block block = free.isEmpty() ? new Block() : free.remove();
        block.rows = source.read(block.in);
        if (block.rows == 0) {
            ended = true;
        } else {
            underWay.add(pool.submit(block::compute));
        }
    }

    /** Stops the threads; blocks under way are given up. */
    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** Buffers of one block. */
    private final class Block {
        final double[][] in = new double[kernel.inputs().size()][ROWS];
        final double[][] out = new double[kernel.outputs().size()][ROWS];
        final StarStatus[] status = new StarStatus[ROWS];
        final String[] word = new String[ROWS];
        int rows;

        Block compute() {
            kernel.apply(rows, in, out, status);
            return this;
        }

        void write(DuckDBDataChunkWriter writer) throws java.sql.SQLException {
            for (int k = 0; k < out.length; k++) {
                TypedRows.write(out[k], rows, writer.vector(k));
            }
            // A full block goes over in one native call; one call per star costs a tenth of the whole path.
            String[] words = rows == ROWS ? word : new String[rows];
            for (int i = 0; i < rows; i++) {
                words[i] = status[i].name();
            }
            writer.vector(out.length).setStrings(0, words);
        }
    }
}
