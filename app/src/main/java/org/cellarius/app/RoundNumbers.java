package org.cellarius.app;

import java.math.BigDecimal;
import java.util.List;

/** Numbers that are easily read: 1, 2 or 5 times a power of ten. */
final class RoundNumbers {

    private static final int STEPS_ALONG = 20;

    private RoundNumbers() {}

    /** The round number nearest to a size, from above. */
    static double step(double size) {
        int power = (int) Math.floor(Math.log10(size));
        for (int digit : new int[] {1, 2, 5}) {
            double step = BigDecimal.valueOf(digit).scaleByPowerOfTen(power).doubleValue();
            if (step >= size * (1 - 1e-9)) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(power + 1).doubleValue();
    }

    /** Round limits about a range. */
    static List<Double> around(double low, double high) {
        BigDecimal step = BigDecimal.valueOf(step((high - low) / STEPS_ALONG));
        double width = step.doubleValue();
        return List.of(
                step.multiply(BigDecimal.valueOf(Math.floor(low / width))).doubleValue(),
                step.multiply(BigDecimal.valueOf(Math.ceil(high / width))).doubleValue());
    }
}
