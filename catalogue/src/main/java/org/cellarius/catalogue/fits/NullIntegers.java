package org.cellarius.catalogue.fits;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.VectorColumn;

/**
 * The integers that mean a missing value (TNULL), one for each column of integers, none of which is a value of its column: the most
 * negative one, or the next that is free. A column, or vector, that misses nothing has none.
 */
final class NullIntegers {
    /** One that is no value. */
    private final long[] values;

    private final boolean[] needed;

    private NullIntegers(long[] values, boolean[] needed) {
        this.values = values;
        this.needed = needed;
    }

    /**
     * Looks through the integers once.
     *
     * @param count of scalar columns
     */
    static NullIntegers of(List<VectorColumn> fields, int count, StreamedTable.Rows rows) {
        var nulls = new NullIntegers(new long[count], new boolean[count]);
        int[] field = new int[count];
        for (VectorColumn f : fields) {
            Arrays.fill(field, f.first(), f.first() + f.length(), f.first());
        }
        int[] integers = fields.stream()
                .filter(f -> f.description().type() == ColumnType.LONG)
                .flatMapToInt(f -> IntStream.range(f.first(), f.first() + f.length()))
                .toArray();
        if (integers.length > 0) {
            nulls.look(integers, field, rows);
        }
        return nulls;
    }

    private void look(int[] integers, int[] field, StreamedTable.Rows rows) {
        var taken = new Taken[values.length];
        for (int k : integers) {
            taken[k] = k == field[k] ? new Taken() : taken[field[k]];
        }
        try (BlockReader reader = rows.open(integers)) {
            for (int count = reader.next(); count > 0; count = reader.next()) {
                for (int k = 0; k < integers.length; k++) {
                    if (reader.column(k) instanceof ColumnBuffer.Longs longs) {
                        needed[field[integers[k]]] |= taken[integers[k]].see(longs, count);
                    }
                }
            }
        }
        for (int k : integers) {
            needed[k] = needed[field[k]];
            values[k] = taken[k].free();
        }
    }

    boolean isNeeded(int column) {
        return needed[column];
    }

    long value(int column) {
        return values[column];
    }

    /** The values of a column among the most negative integers. */
    private static final class Taken {
        /** So many values next to each other at the end of the range are no catalogue. */
        private static final long CANDIDATES = 1 << 16;

        private final Set<Long> seen = new HashSet<>();

        /** Whether a value is missing. */
        boolean see(ColumnBuffer.Longs longs, int count) {
            boolean missing = false;
            for (int i = 0; i < count; i++) {
                if (longs.missing()[i]) {
                    missing = true;
                } else if (longs.values()[i] < Long.MIN_VALUE + CANDIDATES) {
                    seen.add(longs.values()[i]);
                }
            }
            return missing;
        }

        long free() {
            long value = Long.MIN_VALUE;
            while (seen.contains(value)) {
                value++;
            }
            if (value == Long.MIN_VALUE + CANDIDATES) {
                throw new InputError(
                        "a column holds all of the " + CANDIDATES
                                + " most negative integers, so that FITS has none for a missing value",
                        "the table",
                        "Write it as .parquet or .feather");
            }
            return value;
        }
    }
}
