package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.InputError;

/** The rows of a text answer of VizieR. */
final class VizierReader implements BlockReader {
    private final Path path;
    private final TextLines lines;
    private final int width;
    private final int[] indices;
    private final ColumnBuffer[] buffers;
    private boolean open = true;

    VizierReader(Path path, boolean gzipped, int skip, List<ColumnDescription> columns, int[] indices) {
        this.path = path;
        this.width = columns.size();
        this.indices = indices.clone();
        this.buffers = new ColumnBuffer[indices.length];
        for (int k = 0; k < indices.length; k++) {
            buffers[k] = ColumnBuffer.forBlock(columns.get(indices[k]).type());
        }
        this.lines = new TextLines(path, gzipped);
        VizierTables.skip(lines, skip);
    }

    @Override
    public int next() {
        int rows = 0;
        while (open && rows < BLOCK_ROWS) {
            Optional<List<String>> fields = VizierTables.fields(lines, path, width);
            if (fields.isEmpty()) {
                break;
            }
            try {
                for (int k = 0; k < indices.length; k++) {
                    WhitespaceReader.put(buffers[k], rows, fields.get().get(indices[k]));
                }
            } catch (NumberFormatException e) {
                throw new InputError(
                                "the file changed while it was read: " + e.getMessage(),
                                path + ", line " + lines.number(),
                                "Run again when nothing writes to the file")
                        .withCause(e);
            }
            rows++;
        }
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
            lines.close();
        }
    }
}
