package org.cellarius.catalogue.parquet;

/** Small whole numbers in Parquet's mixed coding: one run where all are equal, else all of them packed to a fixed number of bits. */
final class Runs {

    /** Room for the head of a run. */
    private static final int HEAD = 5;

    private Runs() {}

    /** Bytes that so many numbers take at most. */
    static int room(int count, int bits) {
        return HEAD + (count + 7) / 8 * bits;
    }

    static int same(int value, int count, byte[] into, int at) {
        int next = varint(count << 1, into, at);
        into[next] = (byte) value;
        return next + 1;
    }

    /**
     * Packs numbers of at most eight bits.
     *
     * @return where the next byte goes
     */
    static int packed(byte[] values, int count, int bits, byte[] into, int at) {
        int groups = (count + 7) / 8;
        int next = varint((groups << 1) | 1, into, at);
        for (int g = 0; g < groups; g++) {
            long word = 0;
            int last = Math.min(8, count - 8 * g);
            for (int i = 0; i < last; i++) {
                word |= (values[8 * g + i] & 0xFFL) << (i * bits);
            }
            for (int b = 0; b < bits; b++) {
                into[next++] = (byte) (word >>> (8 * b));
            }
        }
        return next;
    }

    private static int varint(int value, byte[] into, int at) {
        int left = value;
        int next = at;
        while ((left & ~0x7F) != 0) {
            into[next++] = (byte) ((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        into[next++] = (byte) left;
        return next;
    }
}
