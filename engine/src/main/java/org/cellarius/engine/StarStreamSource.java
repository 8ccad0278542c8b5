package org.cellarius.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.StreamedTable;

/** Where the rows of a stream come from. */
public sealed interface StarStreamSource {

    /** The columns that it gives. */
    List<TableColumn> columns();

    /** The number of a row in its source, from 0, as a column. */
    TableColumn NUMBER = new TableColumn(StarStream.ROW, ColumnType.LONG, "", "row in the file, from 0");

    /** A catalogue file that is read block by block; behind its columns stands the {@link #NUMBER}. */
    record OfFile(StreamedTable file, List<FileColumn> chosen) implements StarStreamSource {
        @Override
        public List<TableColumn> columns() {
            return Stream.concat(chosen.stream().map(FileColumn::column), Stream.of(NUMBER))
                    .toList();
        }
    }

    /** A table that has been written, or a Parquet file of another program. */
    record OfTable(StarTable table, List<TableColumn> columns) implements StarStreamSource {}

    /** What is read, in words, and how many rows it has, if that is known. */
    default Reading reading() {
        return switch (this) {
            case OfFile f ->
                new Reading(
                        "reading " + f.file().path().getFileName(),
                        f.file().rowCount().isPresent()
                                ? Optional.of(f.file().rowCount().getAsLong())
                                : Optional.empty());
            case OfTable t -> new Reading("reading stars", Optional.of(t.table().rows()));
        };
    }

    /** A step for the progress. */
    record Reading(String step, Optional<Long> rows) {}
}
