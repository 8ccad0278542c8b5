package org.cellarius.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.OrderedRows;
import org.cellarius.galaxy.column.Tasks;

/** A file of x and y of the rows of groups, each group in ranges of x: what a range holds fits into memory and is sorted there. The file goes when it is closed. */
final class RangesFile implements AutoCloseable {

    /** Rows that are written at once. */
    private static final int CHUNK_ROWS = 256;
    /** Sorted rows that are handed over at once. */
    private static final int BLOCK_ROWS = 4096;

    private final Path path;
    private final FileChannel channel;
    private final double[][] edges;
    private final Range[][] ranges;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(2 * CHUNK_ROWS * Double.BYTES);
    private final DoubleBuffer numbers = bytes.asDoubleBuffer();
    private long end;

    /** A range of a group: where its full chunks stand, and the rows behind them. */
    private static final class Range {
        private final double[] last = new double[2 * CHUNK_ROWS];
        private long[] chunks = {};
        private int full;
        private int inLast;

        long rows() {
            return (long) full * CHUNK_ROWS + inLast;
        }
    }

    /** @param edges between the ranges of each group, rising */
    RangesFile(Path folder, double[][] edges) {
        this.edges = edges;
        this.ranges = Arrays.stream(edges)
                .map(e -> IntStream.rangeClosed(0, e.length)
                        .mapToObj(k -> new Range())
                        .toArray(Range[]::new))
                .toArray(Range[][]::new);
        try {
            path = Files.createTempFile(folder, "ordered", ".bin");
            channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static RunFailure failed(IOException e) {
        return new RunFailure("stars could not be put in order on the disk: " + e.getMessage(), e);
    }

    void add(int group, double x, double y) {
        int place = Arrays.binarySearch(edges[group], x);
        Range range = ranges[group][place < 0 ? -place - 1 : place + 1];
        range.last[2 * range.inLast] = x;
        range.last[2 * range.inLast + 1] = y;
        if (++range.inLast == CHUNK_ROWS) {
            write(range);
        }
    }

    private void write(Range range) {
        numbers.clear().put(range.last);
        bytes.clear();
        if (range.full == range.chunks.length) {
            range.chunks = Arrays.copyOf(range.chunks, Math.max(16, 2 * range.full));
        }
        range.chunks[range.full++] = end;
        range.inLast = 0;
        try {
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The rows of a group. */
    OrderedRows rows(int group, long missing) {
        return new OrderedRows() {
            @Override
            public long count() {
                return Arrays.stream(ranges[group]).mapToLong(Range::rows).sum();
            }

            @Override
            public long missing() {
                return missing;
            }

            @Override
            public void each(Visitor visitor) {
                for (Range range : ranges[group]) {
                    hand(range, visitor);
                }
            }
        };
    }

    private void hand(Range range, OrderedRows.Visitor visitor) {
        int rows = Math.toIntExact(range.rows());
        double[] x = new double[rows];
        double[] y = new double[rows];
        ByteBuffer read = ByteBuffer.allocateDirect(2 * CHUNK_ROWS * Double.BYTES);
        double[] chunk = new double[2 * CHUNK_ROWS];
        try {
            for (int c = 0; c < range.full; c++) {
                read.clear();
                while (read.hasRemaining()) {
                    channel.read(read, range.chunks[c] + read.position());
                }
                read.flip().asDoubleBuffer().get(chunk);
                split(chunk, CHUNK_ROWS, x, y, c * CHUNK_ROWS);
            }
        } catch (IOException e) {
            throw failed(e);
        }
        split(range.last, range.inLast, x, y, range.full * CHUNK_ROWS);
        sorted(x, y, IntStream.range(0, rows).toArray(), visitor);
    }

    private static void split(double[] pairs, int rows, double[] x, double[] y, int at) {
        for (int i = 0; i < rows; i++) {
            x[at + i] = pairs[2 * i];
            y[at + i] = pairs[2 * i + 1];
        }
    }

    /** Hands over some rows in rising order of x; of equal x, in theirs. */
    static void sorted(double[] x, double[] y, int[] rows, OrderedRows.Visitor visitor) {
        int[] order = RisingOrder.of(x, rows, Tasks.IN_TURN);
        double[] nextX = new double[Math.min(rows.length, BLOCK_ROWS)];
        double[] nextY = new double[nextX.length];
        for (int from = 0; from < order.length; from += BLOCK_ROWS) {
            int count = Math.min(BLOCK_ROWS, order.length - from);
            for (int i = 0; i < count; i++) {
                nextX[i] = x[order[from + i]];
                nextY[i] = y[order[from + i]];
            }
            visitor.accept(nextX, nextY, count);
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
