package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.InputError;

/** Whitespace-separated text, second pass: the rows. */
final class WhitespaceReader implements BlockReader {
    private final Path path;
    private final TextLines lines;
    private final int width;
    private final int[] indices;
    private final ColumnBuffer[] buffers;
    private final List<String> words = new ArrayList<>();
    private boolean open = true;

    WhitespaceReader(Path path, boolean gzipped, int skip, List<ColumnDescription> columns, int[] indices) {
        this.path = path;
        this.width = columns.size();
        this.indices = indices.clone();
        this.buffers = new ColumnBuffer[indices.length];
        for (int i = 0; i < indices.length; i++) {
            buffers[i] = ColumnBuffer.forBlock(columns.get(indices[i]).type());
        }
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
            if (text.isBlank() || WhitespaceTables.isComment(text)) {
                continue;
            }
            WhitespaceWords.split(text, words);
            WhitespaceTables.requireWidth(path, lines.number(), words.size(), width);
            try {
                for (int i = 0; i < indices.length; i++) {
                    put(buffers[i], rows, words.get(indices[i]));
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

    static void put(ColumnBuffer buffer, int row, String word) {
        boolean missing = MissingWords.inWhitespaceText(word);
        switch (buffer) {
            case ColumnBuffer.Doubles doubles -> doubles.values()[row] = missing ? Double.NaN : NumberText.value(word);
            case ColumnBuffer.Longs longs -> {
                longs.missing()[row] = missing;
                longs.values()[row] = missing ? 0 : Long.parseLong(word);
            }
            case ColumnBuffer.Booleans booleans -> {
                booleans.missing()[row] = missing;
                booleans.values()[row] =
                        !missing && word.toLowerCase(Locale.ROOT).equals("true");
            }
            case ColumnBuffer.Texts texts -> texts.values()[row] = missing ? null : word;
        }
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
