package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;

/** Whitespace-separated text, second pass: the rows. */
final class WhitespaceReader implements BlockReader {
    private final Path path;
    private final TextLines lines;
    private final Separation separation;
    private final int width;
    private final WordBuffers buffers;
    private final List<String> words = new ArrayList<>();
    private boolean open = true;

    WhitespaceReader(
            Path path,
            boolean gzipped,
            int skip,
            Separation separation,
            List<ColumnDescription> columns,
            Set<Integer> signs,
            int[] indices) {
        this.separation = separation;
        this.path = path;
        this.width = columns.size();
        this.buffers = new WordBuffers(path, columns, signs, indices);
        this.lines = new TextLines(path, gzipped);
        while (lines.number() < skip && lines.next().isPresent()) {}
    }

    @Override
    public int next() {
        int rows = 0;
        while (open && rows < BLOCK_ROWS) {
            Optional<String> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            String text = line.get();
            if (separation.isPassedOver(text)) {
                continue;
            }
            separation.split(text, words);
            WhitespaceTables.requireWidth(path, lines.number(), words.size(), width);
            buffers.put(rows, words, lines.number());
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
