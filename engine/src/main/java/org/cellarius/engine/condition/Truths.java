package org.cellarius.engine.condition;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Whether a condition holds, row by row. All of some conditions are the bits that they share, one of them the bits of any: loops without a branch.
 *
 * @param values {@link #YES}, {@link #NO} or {@link #UNKNOWN}, which is what comes of missing values
 */
public record Truths(byte[] values) {

    public static final byte NO = 0b00;
    public static final byte UNKNOWN = 0b01;
    public static final byte YES = 0b11;

    /** Eight rows side by side. */
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** In each of eight rows the bit that only {@link #YES} has. */
    private static final long FIRST_BITS = 0x0202020202020202L;

    public static byte of(boolean holds) {
        return holds ? YES : NO;
    }

    /** Of something that does not hold where it is unknown. */
    static byte of(boolean holds, boolean unknown) {
        return (byte) ((holds ? YES : NO) | (unknown ? UNKNOWN : NO));
    }

    /** Of a condition that was read as a number: 1, 0 or missing. */
    public static byte read(double number) {
        return of(number == 1, Double.isNaN(number));
    }

    /** The contrary; what is unknown stays so. */
    static byte not(byte truth) {
        return (byte) (((~truth & 1) << 1) | ((~truth >> 1) & 1));
    }

    /** In how many of the first rows it holds. */
    public int count(int rows) {
        int found = 0;
        int i = 0;
        for (; i + Long.BYTES <= rows; i += Long.BYTES) {
            found += Long.bitCount((long) EIGHT.get(values, i) & FIRST_BITS);
        }
        for (; i < rows; i++) {
            found += values[i] >> 1;
        }
        return found;
    }
}
