package org.cellarius.catalogue.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnType;

/**
 * Writes a Parquet file block by block: rows are gathered to row groups, and while one is filled, the columns of the one before are packed on several threads. The
 * bytes of the file do not depend on the threads.
 */
public final class ParquetWriter implements AutoCloseable {

    /** As in the files of the database. */
    private static final int GROUP_ROWS = 122_880;

    private static final int FEWEST_ROWS = 4_096;
    /** What the numbers of a row group may take. */
    private static final long GROUP_BYTES = 32L << 20;

    /** What the texts of a row group may take, counted at their most: groups of long texts have fewer rows. */
    private static final long GROUP_TEXT_BYTES = 64L << 20;

    /** At most so many bytes for a char in UTF-8. */
    private static final int BYTES_OF_CHAR = 3;

    private static final int ZSTD = 6;
    private static final int VERSION = 1;
    private static final int OPTIONAL = 1;
    private static final int UTF_8 = 0;
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /** A column by its name. */
    public record Column(String name, ColumnType type) {}

    /** How pages are packed. */
    public enum Codec {
        UNCOMPRESSED,
        ZSTD
    }

    private final Path path;
    private final List<Column> columns;
    private final Map<String, String> metadata;
    private final Codec codec;
    private final FileChannel file;
    private final ExecutorService packing;
    private final List<PackedChunk> packed = new ArrayList<>();
    private final List<Future<?>> underWay = new ArrayList<>();
    private final List<CompactThrift.Fields> groups = new ArrayList<>();
    private final int groupRows;
    private List<ColumnChunk> filled;
    private List<ColumnChunk> packedFrom = List.of();
    private int rows;
    private long textBytes;
    private long allRows;

    /**
     * Begins a file.
     *
     * @param metadata entries of the file's key-value metadata
     * @param codec taken where its library can be loaded, else pages are not packed: the file is larger and says the same
     * @param threads that pack
     */
    public ParquetWriter(Path path, List<Column> columns, Map<String, String> metadata, Codec codec, int threads) {
        this.path = path;
        this.columns = List.copyOf(columns);
        this.metadata = metadata;
        this.codec = ZstdPages.there() ? codec : Codec.UNCOMPRESSED;
        this.groupRows = groupRows(columns.size());
        this.filled = chunks();
        columns.forEach(c -> packed.add(new PackedChunk(this.codec == Codec.ZSTD)));
        try {
            this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritten(e);
        }
        this.packing = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "packing");
            thread.setDaemon(true);
            return thread;
        });
        write(MAGIC);
    }

    /** Rows of a group of that many columns. */
    static int groupRows(int columns) {
        return Math.clamp(GROUP_BYTES / (Double.BYTES * (long) Math.max(1, columns)), FEWEST_ROWS, GROUP_ROWS);
    }

    private List<ColumnChunk> chunks() {
        return columns.stream().map(c -> ColumnChunk.of(c.type(), groupRows)).toList();
    }

    /**
     * Appends rows.
     *
     * @param buffers one of each column
     * @param places where the rows stand in the buffers
     */
    public void append(List<ColumnBuffer> buffers, int[] places, int count) {
        int from = 0;
        while (from < count) {
            int taken = fitting(buffers, places, from, Math.min(count - from, groupRows - rows));
            int[] next = places;
            if (from > 0) {
                next = new int[taken];
                System.arraycopy(places, from, next, 0, taken);
            }
            for (int k = 0; k < filled.size(); k++) {
                filled.get(k).take(buffers.get(k), next, taken);
            }
            rows += taken;
            from += taken;
            if (rows == groupRows || textBytes >= GROUP_TEXT_BYTES) {
                pack();
            }
        }
    }

    /** So many of the next rows that their texts, at the most, do not make the group too large; one at least. */
    private int fitting(List<ColumnBuffer> buffers, int[] places, int from, int wanted) {
        int taken = wanted;
        long bytes = textBytes(buffers, places, from, taken);
        while (taken > 1 && textBytes + bytes > GROUP_TEXT_BYTES) {
            taken /= 2;
            bytes = textBytes(buffers, places, from, taken);
        }
        textBytes += bytes;
        return taken;
    }

    /** What the texts of some rows take at the most. */
    private static long textBytes(List<ColumnBuffer> buffers, int[] places, int from, int count) {
        long bytes = 0;
        for (ColumnBuffer buffer : buffers) {
            if (buffer instanceof ColumnBuffer.Texts texts) {
                for (int i = from; i < from + count; i++) {
                    String text = texts.values()[places[i]];
                    bytes += text == null ? 0 : (long) BYTES_OF_CHAR * text.length();
                }
            }
        }
        return bytes;
    }

    /** Packs the group that is full, after the one before has gone into the file. */
    private void pack() {
        writePacked();
        List<ColumnChunk> full = filled;
        filled = packedFrom.isEmpty() ? chunks() : packedFrom;
        packedFrom = full;
        for (int k = 0; k < full.size(); k++) {
            PackedChunk into = packed.get(k);
            ColumnChunk from = full.get(k);
            underWay.add(packing.submit(() -> into.pack(from)));
        }
        allRows += rows;
        rows = 0;
        textBytes = 0;
    }

    private void writePacked() {
        if (underWay.isEmpty()) {
            return;
        }
        for (Future<?> column : underWay) {
            await(column);
        }
        underWay.clear();
        int count = packedFrom.getFirst().rows();
        var chunks = new ArrayList<CompactThrift.Fields>();
        long bytes = 0;
        for (int k = 0; k < packed.size(); k++) {
            PackedChunk chunk = packed.get(k);
            chunks.add(described(columns.get(k), chunk, position()));
            bytes += chunk.unpackedBytes();
            try {
                chunk.write(file);
            } catch (IOException e) {
                throw unwritten(e);
            }
        }
        long total = bytes;
        groups.add(g -> g.structs(1, chunks).int64(2, total).int64(3, count));
        packedFrom.forEach(ColumnChunk::clear);
    }

    private CompactThrift.Fields described(Column column, PackedChunk chunk, long at) {
        boolean dictionary = chunk.hasDictionary();
        long bytes = chunk.bytes();
        long unpacked = chunk.unpackedBytes();
        long values = chunk.values();
        long page = at + chunk.dictionaryBytes();
        int used = codec == Codec.ZSTD ? ZSTD : 0;
        return c -> c.int64(2, at).struct(3, m -> {
            m.int32(1, physical(column.type()));
            if (dictionary) {
                m.int32s(2, ColumnChunk.PLAIN, 3, ColumnChunk.DICTIONARY_INDICES);
            } else {
                m.int32s(2, ColumnChunk.PLAIN, 3);
            }
            m.texts(3, column.name())
                    .int32(4, used)
                    .int64(5, values)
                    .int64(6, unpacked)
                    .int64(7, bytes)
                    .int64(9, page);
            if (dictionary) {
                m.int64(11, at);
            }
        });
    }

    private static int physical(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> 0;
            case LONG -> 2;
            case DOUBLE -> 5;
            case TEXT -> 6;
        };
    }

    /** Completes the file; without it there is none. */
    public void finish() {
        if (rows > 0) {
            pack();
        }
        writePacked();
        byte[] footer = CompactThrift.struct(this::footer);
        write(footer);
        byte[] length = new byte[4];
        for (int b = 0; b < length.length; b++) {
            length[b] = (byte) (footer.length >>> (8 * b));
        }
        write(length);
        write(MAGIC);
    }

    private void footer(CompactThrift into) {
        var schema = new ArrayList<CompactThrift.Fields>();
        schema.add(s -> s.text(4, "schema").int32(5, columns.size()));
        for (Column column : columns) {
            schema.add(s -> {
                s.int32(1, physical(column.type())).int32(3, OPTIONAL).text(4, column.name());
                if (column.type() == ColumnType.TEXT) {
                    s.int32(6, UTF_8);
                }
            });
        }
        into.int32(1, VERSION).structs(2, schema).int64(3, allRows).structs(4, groups);
        if (!metadata.isEmpty()) {
            var entries = new ArrayList<CompactThrift.Fields>();
            metadata.forEach((key, value) -> entries.add(e -> e.text(1, key).text(2, value)));
            into.structs(5, entries);
        }
        into.text(6, "Cellarius");
    }

    private static void await(Future<?> column) {
        try {
            column.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a column could not be packed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a table was written");
        }
    }

    private UncheckedIOException unwritten(IOException e) {
        return new UncheckedIOException(new IOException("Could not write file \"" + path + "\": " + e.getMessage(), e));
    }

    private long position() {
        try {
            return file.position();
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private void write(byte[] bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /** Stops the threads and closes the file. */
    @Override
    public void close() {
        packing.shutdownNow();
        try {
            file.close();
        } catch (IOException e) {
            throw unwritten(e);
        }
    }
}
