package org.cellarius.galaxy.density;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.cellarius.galaxy.kernel.StandardNormal;

/**
 * The stars by which a population is traced: absolute magnitudes and colours of stars that stand for all of it, each for the same part.
 *
 * @param values of each number that the selection asks for, one of each tracer; magnitudes absolute, mag
 * @param magnitude which of the numbers are magnitudes, fainter with distance; the others are colours
 */
public record Tracers(double[][] values, boolean[] magnitude) {

    /** So many stand for a table. */
    public static final int MOST = 64;

    /** So many stand for a spread of brightness. */
    private static final int SPREAD = 24;

    public Tracers {
        if (values.length == 0 || magnitude.length != values.length) {
            throw new IllegalArgumentException("tracers need the numbers that a selection asks for");
        }
        for (double[] of : values) {
            if (of.length == 0
                    || of.length != values[0].length
                    || !IntStream.range(0, of.length).allMatch(i -> Double.isFinite(of[i]))) {
                throw new IllegalArgumentException("every tracer needs all of its magnitudes and colours");
            }
        }
    }

    /**
     * Stars of one kind, such as those of the red clump.
     *
     * @param values absolute magnitudes and colours of the kind, mag
     * @param scatterMag standard deviation of the magnitudes, normal, the same for all of a star
     */
    public static Tracers fixed(double[] values, boolean[] magnitude, double scatterMag) {
        if (!(scatterMag >= 0 && scatterMag < 10)) {
            throw new IllegalArgumentException("a scatter of " + scatterMag + " mag: it must lie between 0 and 10");
        }
        int count = scatterMag == 0 ? 1 : SPREAD;
        double[] places = IntStream.range(0, count)
                .mapToDouble(t -> StandardNormal.quantile((t + 0.5) / count))
                .toArray();
        // Middles of equal shares lie a little too close together.
        double width = Math.sqrt(IntStream.range(0, count)
                        .mapToDouble(t -> places[t] * places[t])
                        .sum()
                / count);
        double[][] all = new double[values.length][count];
        for (int k = 0; k < values.length; k++) {
            for (int t = 0; t < count; t++) {
                double away = count == 1 ? 0 : scatterMag * places[t] / width;
                all[k][t] = values[k] + (magnitude[k] ? away : 0);
            }
        }
        return new Tracers(all, magnitude);
    }

    /** Stars of a table: all, or where there are many {@value #MOST} of them, evenly spaced in the order of their first magnitude. */
    public static Tracers of(double[][] values, boolean[] magnitude) {
        int n = values[0].length;
        int first = IntStream.range(0, magnitude.length)
                .filter(k -> magnitude[k])
                .findFirst()
                .orElse(0);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[first][i]))
                .mapToInt(i -> i)
                .toArray();
        int count = Math.min(MOST, n);
        double[][] some = new double[values.length][count];
        for (int t = 0; t < count; t++) {
            int star = order[(int) ((t + 0.5) * n / count)];
            for (int k = 0; k < some.length; k++) {
                some[k][t] = values[k][star];
            }
        }
        return new Tracers(some, magnitude);
    }

    int count() {
        return values[0].length;
    }
}
