package org.cellarius.catalogue.parquet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cellarius.catalogue.ColumnBuffer;
import org.jspecify.annotations.Nullable;

/** Words: by their numbers in a dictionary as long as few differ, else one behind the other, each with its length. */
final class TextChunk extends ColumnChunk {

    private static final int MOST_WORDS = 256;
    private static final int LENGTH = 4;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final byte[] codes;
    private boolean few = true;
    private @Nullable String last;
    private int lastCode;

    TextChunk(int mostRows) {
        super(mostRows);
        this.codes = new byte[mostRows];
    }

    @Override
    int values(ColumnBuffer buffer, int[] places, int count) {
        @Nullable String[] texts = ((ColumnBuffer.Texts) buffer).values();
        int taken = 0;
        for (int i = 0; i < count; i++) {
            String text = texts[places[i]];
            if (text == null) {
                missing(i);
                continue;
            }
            if (few) {
                few = coded(text, present() + taken);
            }
            if (!few) {
                write(text);
            }
            taken++;
        }
        return taken;
    }

    /** Whether the dictionary holds the word. If not, all words before it are written out. */
    private boolean coded(String text, int at) {
        if (!text.equals(last)) {
            Integer known = numbers.get(text);
            if (known == null) {
                if (words.size() == MOST_WORDS) {
                    for (int i = 0; i < at; i++) {
                        write(words.get(codes[i] & 0xFF));
                    }
                    return false;
                }
                known = words.size();
                numbers.put(text, known);
                words.add(text);
            }
            last = text;
            lastCode = known;
        }
        codes[at] = (byte) lastCode;
        return true;
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] page = room(LENGTH + bytes.length);
        int at = end();
        at = length(bytes.length, page, at);
        System.arraycopy(bytes, 0, page, at, bytes.length);
        endAt(at + bytes.length);
    }

    private static int length(int length, byte[] page, int at) {
        for (int b = 0; b < LENGTH; b++) {
            page[at + b] = (byte) (length >>> (8 * b));
        }
        return at + LENGTH;
    }

    @Override
    void complete() {
        if (few && !words.isEmpty()) {
            int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(words.size() - 1));
            byte[] page = room(1 + Runs.room(present(), bits));
            int at = valuesBegin();
            page[at] = (byte) bits;
            endAt(
                    words.size() == 1
                            ? Runs.same(0, present(), page, at + 1)
                            : Runs.packed(codes, present(), bits, page, at + 1));
        }
    }

    @Override
    int dictionaryWords() {
        return few ? words.size() : 0;
    }

    @Override
    byte[] dictionary() {
        if (!few) {
            return super.dictionary();
        }
        byte[][] encoded =
                words.stream().map(w -> w.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        int bytes = 0;
        for (byte[] word : encoded) {
            bytes += LENGTH + word.length;
        }
        byte[] all = new byte[bytes];
        int at = 0;
        for (byte[] word : encoded) {
            at = length(word.length, all, at);
            System.arraycopy(word, 0, all, at, word.length);
            at += word.length;
        }
        return all;
    }

    @Override
    void clear() {
        super.clear();
        numbers.clear();
        words.clear();
        few = true;
        last = null;
    }
}
