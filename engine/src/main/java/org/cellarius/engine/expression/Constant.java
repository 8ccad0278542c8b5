package org.cellarius.engine.expression;

import java.math.BigInteger;
import java.util.List;
import org.cellarius.catalogue.ColumnType;

/** A value that stands in the expression. */
public sealed interface Constant extends Expression {

    @Override
    default List<Expression> parts() {
        return List.of();
    }

    /**
     * A whole number, exactly.
     *
     * @param digits with a sign or without
     */
    record Whole(String digits) implements Constant {
        private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
        private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

        @Override
        public ColumnType type() {
            var value = new BigInteger(digits);
            return value.compareTo(LEAST) >= 0 && value.compareTo(MOST) <= 0 ? ColumnType.LONG : ColumnType.DOUBLE;
        }
    }

    /**
     * A number with a point or an exponent, as it was written.
     *
     * @param digits for example 0.1, -2.5e3
     */
    record Decimal(String digits) implements Constant {
        @Override
        public ColumnType type() {
            return ColumnType.DOUBLE;
        }
    }

    /** A number in double precision, to its last bit. */
    record Real(double value) implements Constant {
        @Override
        public ColumnType type() {
            return ColumnType.DOUBLE;
        }
    }

    /** A text. */
    record Words(String text) implements Constant {
        @Override
        public ColumnType type() {
            return ColumnType.TEXT;
        }
    }

    /** True or false. */
    record Truth(boolean value) implements Constant {
        @Override
        public ColumnType type() {
            return ColumnType.BOOLEAN;
        }
    }

    /** A missing value: {@code null}. */
    record Nothing() implements Constant {
        @Override
        public ColumnType type() {
            return ColumnType.LONG;
        }
    }
}
