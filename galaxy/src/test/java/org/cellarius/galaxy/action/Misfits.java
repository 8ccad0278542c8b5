package org.cellarius.galaxy.action;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Relative differences of two columns, sorted; rows where the second is not known are left out. */
record Misfits(double[] sorted) {

    static Misfits of(double[] mine, double[] theirs) {
        double[] sorted = IntStream.range(0, mine.length)
                .filter(i -> !Double.isNaN(theirs[i]))
                .mapToDouble(i -> {
                    double misfit = Math.abs(mine[i] - theirs[i]) / Math.abs(theirs[i]);
                    return Double.isNaN(misfit) ? Double.POSITIVE_INFINITY : misfit;
                })
                .sorted()
                .toArray();
        return new Misfits(sorted);
    }

    double percentile(double percent) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * percent / 100))];
    }

    double median() {
        return percentile(50);
    }

    double greatest() {
        return sorted[sorted.length - 1];
    }

    static double[] pick(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> column[i]).toArray();
    }
}
