package org.cellarius.engine.condition;

import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.engine.expression.Comparison;
import org.jspecify.annotations.Nullable;

/** Loops over whole numbers and texts. */
final class ExactLoops {

    private ExactLoops() {}

    static RowLoop compared(Comparison.Sign sign, ColumnBuffer.Longs a, ColumnBuffer.Longs b, byte[] out) {
        return (first, rows) -> {
            for (int i = first; i < first + rows; i++) {
                boolean unknown = a.missing()[i] || b.missing()[i];
                boolean holds = holds(sign, Long.compare(a.values()[i], b.values()[i]));
                out[i - first] = Truths.of(holds && !unknown, unknown);
            }
        };
    }

    private static boolean holds(Comparison.Sign sign, int compared) {
        return switch (sign) {
            case EQUAL, NOT_DISTINCT -> compared == 0;
            case DIFFERENT, DISTINCT -> compared != 0;
            case BELOW -> compared < 0;
            case AT_MOST -> compared <= 0;
            case ABOVE -> compared > 0;
            case AT_LEAST -> compared >= 0;
        };
    }

    /**
     * @param equal whether they shall be the same; else, differ
     */
    static RowLoop compared(@Nullable String[] a, @Nullable String[] b, boolean equal, byte[] out) {
        return (first, rows) -> {
            for (int i = first; i < first + rows; i++) {
                out[i - first] = a[i] == null || b[i] == null ? Truths.UNKNOWN : Truths.of(a[i].equals(b[i]) == equal);
            }
        };
    }

    static RowLoop missing(ColumnBuffer.Longs wholes, byte[] out) {
        return (first, rows) -> {
            for (int i = 0; i < rows; i++) {
                out[i] = Truths.of(wholes.missing()[first + i]);
            }
        };
    }

    static RowLoop missing(@Nullable String[] texts, byte[] out) {
        return (first, rows) -> {
            for (int i = 0; i < rows; i++) {
                out[i] = Truths.of(texts[first + i] == null);
            }
        };
    }
}
