package org.cellarius.catalogue.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.cellarius.catalogue.ColumnBuffer;

/** Whole numbers. */
final class LongChunk extends ColumnChunk {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    LongChunk(int mostRows) {
        super(mostRows);
    }

    @Override
    int values(ColumnBuffer buffer, int[] places, int count) {
        var longs = (ColumnBuffer.Longs) buffer;
        byte[] page = room(Long.BYTES * count);
        int begin = end();
        int next = begin;
        for (int i = 0; i < count; i++) {
            if (longs.missing()[places[i]]) {
                missing(i);
            } else {
                LONG.set(page, next, longs.values()[places[i]]);
                next += Long.BYTES;
            }
        }
        endAt(next);
        return (next - begin) / Long.BYTES;
    }
}
