package org.cellarius.galaxy.learned;

import java.util.Arrays;

/**
 * Stars whose target is known.
 *
 * @param labels {@code labels[j][i]}: label j of star i, each in a unit of its own
 * @param targets {@code targets[i]}: what is to be learned, in its unit or as its natural logarithm
 * @param errors standard errors of the targets, in the same; 0 where they are exact
 */
public record TrainingStars(double[][] labels, double[] targets, double[] errors) {

    /** With fewer nothing can be learned or checked. */
    public static final int FEWEST = 50;

    public TrainingStars {
        int n = targets.length;
        if (n < FEWEST) {
            throw new IllegalArgumentException(n + " training stars; at least " + FEWEST + " are needed");
        }
        if (labels.length == 0 || errors.length != n || Arrays.stream(labels).anyMatch(l -> l.length != n)) {
            throw new IllegalArgumentException("labels, targets and errors of different numbers of stars");
        }
        if (Arrays.stream(labels).anyMatch(l -> !finite(l)) || !finite(targets) || !finite(errors)) {
            throw new IllegalArgumentException("a label, target or error is missing");
        }
        if (Arrays.stream(errors).anyMatch(e -> e < 0)) {
            throw new IllegalArgumentException("an error of a target is negative");
        }
    }

    private static boolean finite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    /** Number of stars. */
    public int stars() {
        return targets.length;
    }

    /** The labels of one star. */
    public double[] labelsOf(int star) {
        return Arrays.stream(labels).mapToDouble(l -> l[star]).toArray();
    }

    /** Some of the stars, by their places. */
    public TrainingStars of(int[] places) {
        return new TrainingStars(
                Arrays.stream(labels).map(l -> chosen(l, places)).toArray(double[][]::new),
                chosen(targets, places),
                chosen(errors, places));
    }

    private static double[] chosen(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }

    /** Standard deviation of each label, 1 where all are equal. */
    double[] labelWidths() {
        return Arrays.stream(labels)
                .mapToDouble(l -> {
                    double mean = Arrays.stream(l).average().orElse(0);
                    double width = Math.sqrt(Arrays.stream(l)
                            .map(v -> (v - mean) * (v - mean))
                            .average()
                            .orElse(0));
                    return width > 0 ? width : 1;
                })
                .toArray();
    }
}
