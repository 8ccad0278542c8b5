package org.cellarius.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A table file, opened: its columns are known, no rows have been read.
 *
 * <p>There are two ways to the rows. All text and the astronomical formats are streamed here ({@link StreamedTable}); Parquet is read by
 * SQL ({@link ParquetTable}).
 */
public sealed interface TableFile permits StreamedTable, ParquetTable {
    Path path();

    TableFormat format();

    /** Columns of the file that cannot be delivered, each with the reason; never silently dropped. */
    List<Unreadable> unreadable();

    /** Names that several columns have; the first of each is among the columns, the others are {@link #unreadable}. */
    default Set<String> ambiguous() {
        return Set.of();
    }

    /**
     * What the astronomer must know of the file before trusting its numbers: an answer cut off by the service, identifiers
     * written as decimal numbers. Whole sentences without their full stop; the caller shows them.
     */
    default List<String> notes() {
        return List.of();
    }

    /**
     * Opens a file.
     *
     * @throws InputError if the file is missing, empty, truncated or of unknown format, or if the selection fits no table
     */
    static TableFile open(Path path, TableSelection selection) {
        return TableOpener.open(path, selection);
    }

    /**
     * The tables in a file, in the order of the file, as the selection understands them: {@code "1: stars (1059 rows)"}.
     * A file of a format that holds one table gives one entry.
     */
    static List<String> tablesIn(Path path) {
        return TableOpener.tablesIn(path);
    }
}
