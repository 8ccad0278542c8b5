package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;

/** The rows of a text answer of VizieR. */
final class VizierReader implements BlockReader {
    private final Path path;
    private final TextLines lines;
    private final int width;
    private final WordBuffers buffers;
    private boolean open = true;

    VizierReader(
            Path path, boolean gzipped, int skip, List<ColumnDescription> columns, Set<Integer> signs, int[] indices) {
        this.path = path;
        this.width = columns.size();
        this.buffers = new WordBuffers(path, columns, signs, indices);
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
            buffers.put(rows, fields.get(), lines.number());
            rows++;
        }
        return rows;
    }

    @Override
    public ColumnBuffer column(int index) {
        return buffers.column(index);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            lines.close();
        }
    }
}
