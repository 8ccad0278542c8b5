package org.cellarius.catalogue;

/**
 * The rows of a table as blocks of columns, forward only, in the order of the file. One thread at a time.
 *
 * <pre>{@code
 * try (BlockReader reader = table.read(List.of("ra", "dec"))) {
 *     for (int rows = reader.next(); rows > 0; rows = reader.next()) { ... reader.column(0) ... }
 * }
 * }</pre>
 */
public interface BlockReader extends AutoCloseable {
    /** The most rows of a block: small enough that a block of some dozen columns stays in a CPU's second-level cache. */
    int BLOCK_ROWS = 2048;

    /**
     * Reads the next block.
     *
     * @return the rows now in the buffers, 0 at the end
     * @throws InputError if the file turns out to be damaged
     */
    int next();

    /** The buffer of a column, in the order asked for; the same object for every block. */
    ColumnBuffer column(int index);

    /** Gives back the file; can be called early and twice. */
    @Override
    void close();
}
