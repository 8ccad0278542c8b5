package org.cellarius.study.product;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people write them. */
public final class Numbers {

    private Numbers() {}

    /** Up to six digits, without trailing zeros. */
    public static String brief(double v) {
        if (!Double.isFinite(v)) {
            return Double.isNaN(v) ? "–" : v > 0 ? "∞" : "−∞";
        }
        String text =
                new BigDecimal(v).round(new MathContext(6)).stripTrailingZeros().toPlainString();
        return text.replace('-', '−');
    }

    /** A value and its error, both to two digits of the error: −0.0602 ± 0.0011. */
    public static String withError(double value, double error) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        if (!(error > 0 && error < Double.POSITIVE_INFINITY)) {
            return brief(value);
        }
        int digits = 1 - (int) Math.floor(Math.log10(error));
        // 0.00996 rounds up to 0.010, which has a digit more than it looks
        digits = Math.max(0, Math.min(12, digits));
        return fixed(value, digits) + " ± " + fixed(error, digits);
    }

    /** With that many digits after the point. */
    public static String fixed(double value, int digits) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .toPlainString()
                        .replace('-', '−')
                : "–";
    }

    /** A count with separators: 12,345. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
