package org.cellarius.catalogue.text;

import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.InputError;

/** The rows of delimited text as columns of known types. */
final class DelimitedReader implements BlockReader {
    private final DelimitedHead head;
    private final DelimitedTypes types;
    private final int[] indices;
    private final ColumnBuffer[] buffers;
    private final DelimitedRecords records;
    private long rowsRead;
    private boolean open = true;

    DelimitedReader(DelimitedHead head, DelimitedTypes types, int[] indices) {
        this.head = head;
        this.types = types;
        this.indices = indices.clone();
        this.buffers = new ColumnBuffer[indices.length];
        for (int k = 0; k < indices.length; k++) {
            buffers[k] = ColumnBuffer.forBlock(types.types().get(indices[k]));
        }
        this.records = new DelimitedRecords(head);
    }

    @Override
    public int next() {
        int rows = 0;
        while (open && rows < BLOCK_ROWS && records.next()) {
            for (int k = 0; k < indices.length; k++) {
                put(buffers[k], rows, indices[k]);
            }
            rows++;
        }
        rowsRead += rows;
        if (open && rows == 0 && types.rows().orElse(rowsRead) != rowsRead) {
            throw new InputError(
                    "the file held " + types.rows().getAsLong() + " rows, and " + rowsRead + " when it was read again",
                    head.path().toString(),
                    "Run again when nothing writes to the file");
        }
        return rows;
    }

    private void put(ColumnBuffer buffer, int row, int field) {
        switch (buffer) {
            case ColumnBuffer.Doubles doubles -> doubles.values()[row] = number(field);
            case ColumnBuffer.Longs longs -> {
                String word = word(field);
                boolean missing = isMissing(word, field);
                longs.missing()[row] = missing;
                longs.values()[row] = missing ? 0 : integer(word, field);
            }
            case ColumnBuffer.Booleans truths -> {
                String word = word(field);
                boolean missing = isMissing(word, field);
                truths.missing()[row] = missing;
                truths.values()[row] = !missing && truth(word, field);
            }
            case ColumnBuffer.Texts texts -> {
                String text = records.text(field);
                texts.values()[row] = isMissing(text.strip(), field) ? null : text;
            }
        }
    }

    private double number(int field) {
        double value = NumberBytes.value(records.bytes(), records.start(field), records.end(field));
        if (!Double.isNaN(value)) {
            return value;
        }
        String word = word(field);
        if (isMissing(word, field)) {
            return Double.NaN;
        }
        if (NumberText.kindOf(word) == NumberText.Kind.WORD) {
            throw unfit(word, field);
        }
        return NumberText.value(word);
    }

    private long integer(String word, int field) {
        if (NumberText.kindOf(word) != NumberText.Kind.INTEGER) {
            throw unfit(word, field);
        }
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw unfit(word, field).withCause(e);
        }
    }

    private boolean truth(String word, int field) {
        if (!word.equalsIgnoreCase("true") && !word.equalsIgnoreCase("false")) {
            throw unfit(word, field);
        }
        return word.equalsIgnoreCase("true");
    }

    private String word(int field) {
        return records.text(field).strip();
    }

    private boolean isMissing(String word, int field) {
        return types.ofWords().contains(field) ? MissingWords.besideSigns(word) : MissingWords.inNumbers(word);
    }

    private InputError unfit(String word, int field) {
        String what = switch (types.types().get(field)) {
            case DOUBLE -> "number";
            case LONG -> "whole number of 64 bits";
            case BOOLEAN -> "True or False";
            case TEXT -> "text";
        };
        return new InputError(
                "'" + word + "' is no " + what + ", as the header says that column '"
                        + head.names().get(field) + "' holds",
                records.place(),
                "Mend the line or the header");
    }

    @Override
    public ColumnBuffer column(int index) {
        return buffers[index];
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            records.close();
        }
    }
}
