package org.cellarius.engine.condition;

import org.cellarius.engine.expression.Constant;

/** Constants as real numbers. */
public final class RealConstant {

    /** Decimals of so many digits are the same number, divided by a power of ten or read at once. */
    private static final int EXACT_DIGITS = 15;

    private RealConstant() {}

    /** The value that every engine gives it; NaN for a missing one. */
    public static double of(Constant constant) throws NotInMemory {
        return switch (constant) {
            case Constant.Real r -> r.value();
            case Constant.Nothing n -> Double.NaN;
            case Constant.Whole w -> exact(w, w.digits());
            case Constant.Decimal d -> exact(d, d.digits());
            case Constant.Words w -> throw NotInMemory.of(w);
            case Constant.Truth t -> throw NotInMemory.of(t);
        };
    }

    private static double exact(Constant constant, String digits) throws NotInMemory {
        if (digits.chars().filter(Character::isDigit).count() > EXACT_DIGITS) {
            throw NotInMemory.of(constant);
        }
        return Double.parseDouble(digits);
    }
}
