package org.cellarius.galaxy.population;

import java.math.BigDecimal;

/**
 * The numbers start + k step. Where start and step are short decimals, so are these: &minus;3 steps of 0.2 are &minus;0.6, not &minus;0.6000000000000001, and a
 * star at 0.6 lies in the bin that begins there, though 0.6/0.2 is below 3.
 */
public final class EvenSteps {

    /** Powers of ten up to this one are doubles, and twice them. */
    private static final int MOST_DIGITS = 22;

    private static final double LARGEST_WHOLE = 0x1p53;

    private final double start;
    private final double step;

    /** Start and step in units of 1/{@code perOne}; that is 0 where they are no short decimals. */
    private final double startUnits;

    private final double stepUnits;
    private final double perOne;

    private EvenSteps(double start, BigDecimal exactStart, BigDecimal exactStep) {
        this.start = start;
        this.step = exactStep.doubleValue();
        int digits = Math.max(0, Math.max(exactStart.scale(), exactStep.scale()));
        boolean few = digits <= MOST_DIGITS;
        this.perOne = few ? BigDecimal.ONE.movePointRight(digits).doubleValue() : 0;
        this.startUnits = few ? exactStart.movePointRight(digits).doubleValue() : 0;
        this.stepUnits = few ? exactStep.movePointRight(digits).doubleValue() : 0;
    }

    /** Steps from {@code start}. */
    public static EvenSteps of(double start, double step) {
        return new EvenSteps(start, decimal(start), decimal(step));
    }

    /** Multiples of {@code step}. */
    public static EvenSteps multiplesOf(double step) {
        return of(0, step);
    }

    /** Steps from {@code start}, the first of which is {@code next}. */
    public static EvenSteps from(double start, double next) {
        return new EvenSteps(start, decimal(start), decimal(next).subtract(decimal(start)));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }

    /** start + k step, of whole and half k. */
    public double at(double k) {
        double halves = 2 * startUnits + 2 * k * stepUnits;
        // Whole numbers below 2^53 are exact, and one division of exact numbers gives the double next to the decimal.
        return perOne > 0 && Math.abs(halves) < LARGEST_WHOLE && Math.abs(startUnits) < LARGEST_WHOLE
                ? halves / (2 * perOne)
                : start + k * step;
    }

    /** The k of the bin [at(k), at(k + 1)) that holds a value; NaN without one. */
    public double indexOf(double value) {
        double k = guess(value);
        return value >= at(k + 1) ? k + 1 : value < at(k) ? k - 1 : k;
    }

    /** That, but for rounding at the edges. */
    double guess(double value) {
        return Math.floor((value - start) / step);
    }
}
