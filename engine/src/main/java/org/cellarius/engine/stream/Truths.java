package org.cellarius.engine.stream;

/**
 * Whether a condition holds, row by row.
 *
 * @param values {@link #YES}, {@link #NO} or {@link #UNKNOWN}
 */
record Truths(byte[] values) {

    static final byte NO = 0;
    static final byte YES = 1;
    static final byte UNKNOWN = 2;

    static byte of(boolean value) {
        return value ? YES : NO;
    }

    /** How many rows of a block fulfil it. */
    int count(int rows) {
        int found = 0;
        for (int i = 0; i < rows; i++) {
            found += values[i] & YES;
        }
        return found;
    }
}
