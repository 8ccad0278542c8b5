package org.cellarius.study.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Significant figures. */
final class Figures {

    private Figures() {}

    /** With that many significant figures; very small and very large numbers with an exponent. */
    static String significant(double v, int figures) {
        if (!Double.isFinite(v)) {
            return "–";
        }
        if (v == 0) {
            return "0";
        }
        var rounded = new BigDecimal(v).round(new MathContext(figures)).stripTrailingZeros();
        double size = Math.abs(v);
        String text = size < 1e-4 || size >= 1e9
                ? rounded.toString().replace("E-", "e-").replace("E+", "e+")
                : rounded.toPlainString();
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
