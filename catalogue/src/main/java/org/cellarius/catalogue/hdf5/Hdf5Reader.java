package org.cellarius.catalogue.hdf5;

import io.jhdf.HdfFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.InputError;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table in an HDF5 file, a block at a time. */
final class Hdf5Reader implements BlockReader {
    /** Rows looked through at once where no blocks are needed. */
    static final int SLICE_ROWS = 1 << 16;

    private final Path path;
    private final Hdf5Layout layout;
    private final List<Hdf5Column> columns;
    private final ColumnBuffer[] buffers;
    private final HdfFile file;
    private final Hdf5Slices slices;
    private final Set<String> wanted = new HashSet<>();
    private long rowsRead;
    private boolean open = true;

    Hdf5Reader(Path path, Hdf5Layout layout, List<Hdf5Column> columns) {
        this.path = path;
        this.layout = layout;
        this.columns = columns;
        this.buffers = columns.stream()
                .map(c -> ColumnBuffer.forBlock(c.description().type()))
                .toArray(ColumnBuffer[]::new);
        for (Hdf5Column column : columns) {
            wanted.add(column.source());
            if (!column.mask().isEmpty()) {
                wanted.add(column.mask());
            }
        }
        try {
            this.file = new HdfFile(path);
        } catch (RuntimeException e) {
            throw Hdf5Tables.unusable(path, e);
        }
        this.slices = new Hdf5Slices(file, layout);
    }

    @Override
    public int next() {
        if (!open || rowsRead >= layout.rows()) {
            return 0;
        }
        int rows = (int) Math.min(BLOCK_ROWS, layout.rows() - rowsRead);
        try {
            Map<String, Object> arrays = slices.read(wanted, rowsRead, rows);
            for (int k = 0; k < buffers.length; k++) {
                Hdf5Column column = columns.get(k);
                Object array = arrays.get(column.source());
                @Nullable Object mask = column.mask().isEmpty() ? null : arrays.get(column.mask());
                if (array == null) {
                    throw new InputError(
                            "the column '" + column.source() + "' is gone", path.toString(), "The file changed");
                }
                column.fill(buffers[k], array, mask, rows);
            }
        } catch (RuntimeException e) {
            throw Hdf5Tables.unusable(path, e);
        }
        rowsRead += rows;
        return rows;
    }

    @Override
    public ColumnBuffer column(int index) {
        return buffers[index];
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            file.close();
        }
    }
}
