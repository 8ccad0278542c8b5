package org.cellarius.catalogue;

import java.nio.file.Path;
import java.util.List;

/** A Parquet file: its schema and the units in its metadata are read by the engine. */
public record ParquetTable(Path path) implements TableFile {
    @Override
    public TableFormat format() {
        return TableFormat.PARQUET;
    }

    @Override
    public List<Unreadable> unreadable() {
        return List.of();
    }
}
