package org.cellarius.catalogue.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.cellarius.catalogue.ColumnBuffer;

/** Decimal numbers; NaN is missing. */
final class DoubleChunk extends ColumnChunk {

    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    DoubleChunk(int mostRows) {
        super(mostRows);
    }

    @Override
    int values(ColumnBuffer buffer, int[] places, int count) {
        double[] values = ((ColumnBuffer.Doubles) buffer).values();
        byte[] page = room(Double.BYTES * count);
        int begin = end();
        int next = begin;
        for (int i = 0; i < count; i++) {
            double v = values[places[i]];
            if (!Double.isNaN(v)) {
                DOUBLE.set(page, next, v);
                next += Double.BYTES;
            } else {
                missing(i);
            }
        }
        endAt(next);
        return (next - begin) / Double.BYTES;
    }
}
