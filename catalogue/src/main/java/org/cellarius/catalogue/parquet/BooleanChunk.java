package org.cellarius.catalogue.parquet;

import org.cellarius.catalogue.ColumnBuffer;

/** Truth values, eight to a byte, the first in the lowest bit. */
final class BooleanChunk extends ColumnChunk {

    private int bits;

    BooleanChunk(int mostRows) {
        super(mostRows);
    }

    @Override
    int values(ColumnBuffer buffer, int[] places, int count) {
        var truths = (ColumnBuffer.Booleans) buffer;
        byte[] page = room(count / 8 + 1);
        int before = bits;
        for (int i = 0; i < count; i++) {
            if (truths.missing()[places[i]]) {
                missing(i);
            } else {
                int at = valuesBegin() + bits / 8;
                int bit = truths.values()[places[i]] ? 1 : 0;
                page[at] = (byte) (bits % 8 == 0 ? bit : page[at] | (bit << (bits % 8)));
                bits++;
            }
        }
        endAt(valuesBegin() + (bits + 7) / 8);
        return bits - before;
    }

    @Override
    void clear() {
        super.clear();
        bits = 0;
    }
}
