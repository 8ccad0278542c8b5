package org.cellarius.measure.product;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Numbers as people write them. */
public final class Numbers {

    /** Smaller and larger numbers have a power of ten. */
    private static final double SMALLEST_WRITTEN_OUT = 1e-9;

    private static final double LARGEST_WRITTEN_OUT = 1e15;

    private Numbers() {}

    private static String scientific(double v) {
        return String.format(Locale.ROOT, "%.1e", v);
    }

    /** Up to six digits, without trailing zeros. */
    public static String brief(double v) {
        if (!Double.isFinite(v)) {
            return Double.isNaN(v) ? "–" : v > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(v);
        String text = v != 0 && (size < SMALLEST_WRITTEN_OUT || size >= LARGEST_WRITTEN_OUT)
                ? scientific(v)
                : new BigDecimal(v)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString();
        return text.replace('-', '−');
    }

    /**
     * An edge of slices, as short as tells them apart: one that needs six digits or more (a third of something) is rounded to a hundredth of the narrowest slice, or finer.
     *
     * @param edges all of them, rising
     */
    public static String edge(double v, List<Double> edges) {
        double narrowest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < edges.size(); i++) {
            narrowest = Math.min(narrowest, edges.get(i) - edges.get(i - 1));
        }
        boolean written = !Double.isFinite(v)
                || !(narrowest < Double.POSITIVE_INFINITY)
                || new BigDecimal(v)
                                .round(new MathContext(6))
                                .stripTrailingZeros()
                                .precision()
                        < 6;
        if (written) {
            return brief(v);
        }
        int digits = Math.max(0, 2 - (int) Math.floor(Math.log10(narrowest)));
        return brief(new BigDecimal(v).setScale(digits, RoundingMode.HALF_EVEN).doubleValue());
    }

    /** A value and its error, both to two digits of the error: −0.0602 ± 0.0011. */
    public static String withError(double value, double error) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        if (!(error > 0 && error < Double.POSITIVE_INFINITY)) {
            return brief(value);
        }
        if (error < SMALLEST_WRITTEN_OUT) {
            return (toPlaceOf(error, value) + " ± " + scientific(error)).replace('-', '−');
        }
        int digits = digitsAfterThePoint(error);
        return fixed(value, digits) + " ± " + fixed(error, digits);
    }

    /** With an exponent, to two digits of the error as far as numbers hold them. */
    private static String toPlaceOf(double error, double value) {
        double between = value == 0 ? 0 : Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(error));
        return String.format(Locale.ROOT, "%." + (int) Math.clamp(between + 1, 1, 15) + "e", value);
    }

    /** A value with its statistical and its systematic error, all to two digits of the smaller one. */
    static String withErrors(double value, double statistical, double systematic) {
        double[] known = DoubleStream.of(statistical, systematic)
                .filter(e -> e >= SMALLEST_WRITTEN_OUT && e < Double.POSITIVE_INFINITY)
                .toArray();
        if (known.length == 0) {
            return brief(value);
        }
        int digits = digitsAfterThePoint(DoubleStream.of(known).min().orElseThrow());
        return fixed(value, digits)
                + (Double.isFinite(statistical) ? " ± " + fixed(statistical, digits) + " (stat.)" : "")
                + " ± " + fixed(systematic, digits) + " (syst.)";
    }

    /** Two digits of an error; below 0 for errors of a hundred and more, whose last digits are zeros. */
    private static int digitsAfterThePoint(double error) {
        // 0.00996 rounds up to 0.010, which has a digit more than it looks
        return Math.clamp(1 - (int) Math.floor(Math.log10(error)), -12, 12);
    }

    /** With that many significant figures; very small and very large numbers with an exponent. */
    public static String significant(double v, int figures) {
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

    /** With that many digits after the point. */
    public static String fixed(double value, int digits) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .toPlainString()
                        .replace('-', '−')
                : "–";
    }

    /** Counted stars: 1 star, 12,345 stars. */
    public static String stars(long n) {
        return count(n) + (n == 1 ? " star" : " stars");
    }

    /** A count with separators: 12,345. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
