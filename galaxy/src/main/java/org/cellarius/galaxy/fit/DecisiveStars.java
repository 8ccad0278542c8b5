package org.cellarius.galaxy.fit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * One star, or two, without which a line would be another.
 *
 * @param stars the one, or the two
 * @param leverage of the one, or of both together: the share of the line's height at their x that is their own y (at most their number)
 * @param cookDistance how far the line moves without them, in the ellipse of its errors (Cook 1977, Technometrics 19, 15); NaN for lines that are not least squares
 * @param moves whether slope or error change much without them; else they lie far off in x, and the line bears it
 * @param without the line through the others
 * @param more whether of the others one or two decide that line in turn
 */
public record DecisiveStars(
        List<Star> stars, double leverage, double cookDistance, boolean moves, FittedLine without, boolean more) {

    /**
     * A star.
     *
     * @param row its row among the stars that were given, from 0; &minus;1 where only sums were kept
     */
    public record Star(int row, double x, double y) {}

    public DecisiveStars {
        stars = List.copyOf(stars);
    }

    /** What a reader must know. */
    public String sentence() {
        return sentence(star -> 0);
    }

    /**
     * What a reader must know.
     *
     * @param rowInTable number of the star's row in its table, from 1; 0 where it is not known
     */
    public String sentence(ToLongFunction<Star> rowInTable) {
        boolean one = stars.size() == 1;
        String which = stars.stream()
                .map(s -> {
                    long row = rowInTable.applyAsLong(s);
                    return (row > 0 ? "row " + row + ", " : "")
                            + "x = " + brief(s.x())
                            + (Double.isNaN(s.y()) ? "" : ", y = " + brief(s.y()));
                })
                .collect(Collectors.joining("; and "));
        String measures = (one ? "; leverage " : "; leverages together ")
                + brief(leverage)
                + (Double.isNaN(cookDistance)
                        ? ""
                        : Double.isInfinite(cookDistance)
                                ? ", Cook's distance beyond all bounds"
                                : ", Cook's distance " + brief(cookDistance));
        String verb = moves
                ? (one ? "one star decides the slope" : "two stars decide the slope")
                : (one ? "one star lies far from all others in x" : "two stars lie far from all others in x");
        return verb + " (" + which + measures + "): without " + (one ? "it " : "them ") + what()
                + (more ? "; among the others there are such stars again" : "");
    }

    private String what() {
        if (without.status() != FitStatus.OK) {
            return "there is no line: " + without.reason();
        }
        Estimate slope = without.estimates().getFirst();
        return "the slope is " + withError(slope.value(), slope.sd());
    }

    private static String withError(double value, double sd) {
        if (!(sd > 0 && sd < Double.POSITIVE_INFINITY)) {
            return brief(value);
        }
        // Two digits of the error, and the value to the same place.
        BigDecimal error = new BigDecimal(sd).round(new java.math.MathContext(2, RoundingMode.HALF_UP));
        if (error.scale() > 12 || error.scale() < -3) {
            return brief(value) + " ± " + brief(sd);
        }
        return new BigDecimal(value)
                        .setScale(error.scale(), RoundingMode.HALF_EVEN)
                        .toPlainString() + " ± " + error.toPlainString();
    }

    private static String brief(double v) {
        double size = Math.abs(v);
        if (v == 0 || (size >= 1e-4 && size < 1e6)) {
            BigDecimal rounded = new BigDecimal(v).round(new java.math.MathContext(4, RoundingMode.HALF_UP));
            return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
        }
        return String.format(Locale.ROOT, "%.3g", v);
    }
}
