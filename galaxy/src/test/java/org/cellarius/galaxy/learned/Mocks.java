package org.cellarius.galaxy.learned;

import java.util.stream.IntStream;
import org.cellarius.galaxy.random.CounterRandom;

/** Training stars whose conditional density is known. */
final class Mocks {

    /** Stars with uniform labels in -1..1 and their true targets. */
    record Drawn(TrainingStars stars, double[] truth) {}

    private Mocks() {}

    /** The centre and the width of the normal density of {@link #heteroscedastic}. */
    static double centre(double[] x) {
        return Math.sin(2 * x[0]) + 0.5 * x[1] * x[1];
    }

    static double width(double[] x) {
        return 0.15 * Math.exp(0.8 * x[2]);
    }

    /** Three labels that matter and one that does not; the targets are measured with that error. */
    static Drawn heteroscedastic(int n, long seed, double error) {
        return drawn(n, seed, error, (x, u, z) -> centre(x) + width(x) * z);
    }

    /** Two narrow peaks, one above the other, whose distance and shares depend on the labels. */
    static Drawn bimodal(int n, long seed) {
        return drawn(n, seed, 0, (x, u, z) -> 0.5 * x[0] + (u < 0.5 + 0.3 * x[1] ? 1.0 + 0.5 * x[2] : -1.0) + 0.15 * z);
    }

    interface Law {
        double target(double[] labels, double uniform, double normal);
    }

    static Drawn drawn(int n, long seed, double error, Law law) {
        var random = new CounterRandom(seed);
        double[][] labels = IntStream.range(0, 4)
                .mapToObj(j -> IntStream.range(0, n)
                        .mapToDouble(i -> 2 * random.uniform(i, j) - 1)
                        .toArray())
                .toArray(double[][]::new);
        double[] truth = new double[n];
        double[] measured = new double[n];
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            int star = i;
            double[] x = IntStream.range(0, 4).mapToDouble(j -> labels[j][star]).toArray();
            truth[i] = law.target(x, random.uniform(i, 4), random.normal(i, 0));
            measured[i] = truth[i] + error * random.normal(i, 1);
            errors[i] = error;
        }
        return new Drawn(new TrainingStars(labels, measured, errors), truth);
    }
}
