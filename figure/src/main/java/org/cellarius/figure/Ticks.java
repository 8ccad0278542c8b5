package org.cellarius.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an axis is marked: multiples of 1, 2, 2.5 or 5 times a power of ten, with smaller ticks between them. Long numbers are
 * shortened by a common power of ten.
 *
 * @param major values of the labelled ticks, in the axis' unit, growing
 * @param labels their labels, value / 10^exponent
 * @param minor values of the smaller ticks, growing
 * @param exponent the power of ten taken out of the labels, a multiple of 3
 */
record Ticks(List<Double> major, List<String> labels, List<Double> minor, int exponent) {

    private static final int[] STEPS = {10, 20, 25, 50};

    /** How many intervals each step is divided into. */
    private static final int[] PARTS = {5, 4, 5, 5};

    /** Their labels have a digit more than those of other steps: few can be read at a glance, many not. */
    private static final int QUARTERS = 25;

    private static final int MOST_QUARTERS = 5;

    private static final char MINUS = '\u2212';

    /** The finest ticks of which at most {@code most} (at least 2) lie between the limits. */
    static Ticks of(double min, double max, int most) {
        int power = (int) Math.floor(Math.log10((max - min) / most)) - 2;
        while (true) {
            for (int i = 0; i < STEPS.length; i++) {
                BigDecimal step = BigDecimal.valueOf(STEPS[i]).scaleByPowerOfTen(power);
                List<BigDecimal> major = multiples(step, min, max, most);
                if (major.size() <= most && (STEPS[i] != QUARTERS || major.size() <= MOST_QUARTERS)) {
                    BigDecimal part = step.divide(BigDecimal.valueOf(PARTS[i]));
                    return build(step, major, multiples(part, min, max, PARTS[i] * (most + 2)));
                }
            }
            power++;
        }
    }

    /** One tick per name, at 0, 1, 2, &hellip; */
    static Ticks named(List<String> names) {
        return new Ticks(
                java.util.stream.IntStream.range(0, names.size())
                        .mapToObj(k -> (double) k)
                        .toList(),
                names,
                List.of(),
                0);
    }

    /** The multiples of {@code step} between the limits, but at most one more than {@code most}. */
    private static List<BigDecimal> multiples(BigDecimal step, double min, double max, int most) {
        // A hair of tolerance, so that limits such as 0.1 + 0.2 still carry their tick.
        BigDecimal hair = BigDecimal.valueOf((max - min) * 1e-9);
        BigDecimal last = BigDecimal.valueOf(max).add(hair);
        BigDecimal at = BigDecimal.valueOf(min)
                .subtract(hair)
                .divide(step, 0, RoundingMode.CEILING)
                .multiply(step);
        List<BigDecimal> found = new ArrayList<>();
        while (at.compareTo(last) <= 0 && found.size() <= most) {
            found.add(at);
            at = at.add(step);
        }
        return found;
    }

    private static Ticks build(BigDecimal step, List<BigDecimal> major, List<BigDecimal> all) {
        BigDecimal largest =
                major.stream().map(BigDecimal::abs).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        int exponent = exponent(largest);
        int decimals = Math.max(
                0, step.scaleByPowerOfTen(-exponent).stripTrailingZeros().scale());
        List<String> labels = major.stream()
                .map(value -> label(value.scaleByPowerOfTen(-exponent), decimals))
                .toList();
        List<Double> minor = all.stream()
                .filter(value -> value.remainder(step).signum() != 0)
                .map(BigDecimal::doubleValue)
                .toList();
        return new Ticks(major.stream().map(BigDecimal::doubleValue).toList(), labels, minor, exponent);
    }

    /** 0 for numbers that are short enough to be written out. */
    private static int exponent(BigDecimal largest) {
        if (largest.signum() == 0) {
            return 0;
        }
        int magnitude = largest.precision() - largest.scale() - 1;
        return magnitude >= 5 || magnitude < -3 ? Math.floorDiv(magnitude, 3) * 3 : 0;
    }

    private static String label(BigDecimal value, int decimals) {
        String digits = value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        return digits.replace('-', MINUS);
    }
}
