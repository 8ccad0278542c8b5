package org.cellarius.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Where a logarithmic axis is marked: at whole decades, with smaller ticks between them; over less than two decades also at 2 and 5 times these. */
final class LogTicks {

    /** Beyond 0.001 and 1000 decades are written as powers. */
    private static final int LONGEST_WRITTEN_OUT = 3;

    private LogTicks() {}

    /** At most {@code most} (at least 2) labelled ticks between the limits, both above 0. */
    static Ticks of(double min, double max, int most) {
        int first = (int) Math.ceil(Math.log10(min) - 1e-9);
        int last = (int) Math.floor(Math.log10(max) + 1e-9);
        int decades = last - first + 1;
        if (decades < 2) {
            return withinADecade(min, max, most);
        }
        int step = (decades + most - 1) / most;
        int begin = Math.ceilDiv(first, step) * step;
        boolean powers = Math.max(Math.abs(first), Math.abs(last)) > LONGEST_WRITTEN_OUT;
        var major = new ArrayList<Double>();
        var labels = new ArrayList<String>();
        for (int power = begin; power <= last; power += step) {
            major.add(decade(power).doubleValue());
            labels.add(powers ? "10^{" + power + "}" : decade(power).toPlainString());
        }
        return new Ticks(major, labels, minor(min, max, step), 0);
    }

    /** 1, 2 and 5 times the decades where these are enough, else as a linear axis has them. */
    private static Ticks withinADecade(double min, double max, int most) {
        var major = new ArrayList<Double>();
        var labels = new ArrayList<String>();
        for (int power = (int) Math.floor(Math.log10(min)); power <= Math.log10(max); power++) {
            for (int times : new int[] {1, 2, 5}) {
                BigDecimal value = decade(power).multiply(BigDecimal.valueOf(times));
                if (within(value.doubleValue(), min, max)) {
                    major.add(value.doubleValue());
                    labels.add(value.stripTrailingZeros().toPlainString());
                }
            }
        }
        boolean shortEnough = Math.abs(Math.log10(min)) <= LONGEST_WRITTEN_OUT + 1
                && Math.abs(Math.log10(max)) <= LONGEST_WRITTEN_OUT + 1;
        return major.size() >= 2 && major.size() <= most && shortEnough
                ? new Ticks(major, labels, minor(min, max, 1), 0)
                : Ticks.of(min, max, most);
    }

    /** 2 to 9 times each decade, or the decades between labelled ones. */
    private static List<Double> minor(double min, double max, int step) {
        var minor = new ArrayList<Double>();
        for (int power = (int) Math.floor(Math.log10(min)); power <= Math.log10(max) + 1e-9; power++) {
            for (int times = step == 1 ? 2 : 1; times <= (step == 1 ? 9 : 1); times++) {
                double value = decade(power).multiply(BigDecimal.valueOf(times)).doubleValue();
                if (within(value, min, max)) {
                    minor.add(value);
                }
            }
        }
        return minor;
    }

    private static boolean within(double value, double min, double max) {
        return value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9);
    }

    private static BigDecimal decade(int power) {
        return BigDecimal.ONE.scaleByPowerOfTen(power);
    }
}
