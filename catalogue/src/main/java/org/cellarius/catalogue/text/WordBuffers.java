package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.InputError;

/** The words of chosen columns, line by line, as values in buffers. Their types are known from an earlier look at all lines. */
final class WordBuffers {
    private final Path path;
    private final int[] indices;
    private final ColumnBuffer[] buffers;
    private final Set<Integer> signs;

    /**
     * @param signs the places of columns in which a lone dash is a sign
     */
    WordBuffers(Path path, List<ColumnDescription> columns, Set<Integer> signs, int[] indices) {
        this.path = path;
        this.signs = signs;
        this.indices = indices.clone();
        this.buffers = new ColumnBuffer[indices.length];
        for (int k = 0; k < indices.length; k++) {
            buffers[k] = ColumnBuffer.forBlock(columns.get(indices[k]).type());
        }
    }

    ColumnBuffer column(int index) {
        return buffers[index];
    }

    /** Puts the words of a line, counted from 1, into a row. */
    void put(int row, List<String> words, int line) {
        try {
            for (int k = 0; k < indices.length; k++) {
                String word = words.get(indices[k]);
                boolean missing =
                        signs.contains(indices[k]) ? MissingWords.besideSigns(word) : MissingWords.inNumbers(word);
                put(buffers[k], row, word, missing);
            }
        } catch (NumberFormatException e) {
            throw new InputError(
                            "the file changed while it was read: " + e.getMessage(),
                            path + ", line " + line,
                            "Run again when nothing writes to the file")
                    .withCause(e);
        }
    }

    private static void put(ColumnBuffer buffer, int row, String word, boolean missing) {
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
}
