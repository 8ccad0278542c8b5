package org.cellarius.study.result;

import org.cellarius.engine.ColumnRole;
import org.cellarius.figure.Markup;
import org.cellarius.measure.product.Numbers;

/** What stands in a cell of a table for people. */
public sealed interface PrintedCell {

    /**
     * A number.
     *
     * @param value NaN where there is none
     * @param error its one-sigma error; NaN where there is none
     * @param digits significant digits that are shown where it has no error
     */
    record Measured(double value, double error, int digits) implements PrintedCell {

        /** Whether the error is told with the value. */
        public boolean hasError() {
            return Double.isFinite(value) && error > 0 && error < Double.POSITIVE_INFINITY;
        }
    }

    /** A whole number. */
    record Counted(long value) implements PrintedCell {}

    /**
     * A text.
     *
     * @param marked with the markup of figures
     */
    record Words(String marked) implements PrintedCell {

        /** Without the markup. */
        public String plain() {
            return Markup.plain(marked);
        }
    }

    /** A number with as many digits as are usual. */
    static PrintedCell number(double value, double error) {
        return new Measured(value, error, ColumnRole.Value.USUAL.digits());
    }

    /** As people read it: −0.0602 ± 0.0011, both to two digits of the error. */
    default String text() {
        return switch (this) {
            case Measured m ->
                m.hasError() ? Numbers.withError(m.value(), m.error()) : Numbers.significant(m.value(), m.digits());
            case Counted c -> Numbers.count(c.value());
            case Words w -> w.plain();
        };
    }
}
