package org.cellarius.galaxy.learned;

import java.util.Arrays;

/**
 * Where there are training stars, by the distance to the tenth nearest one: labels are made independent and of width 1 (Mahalanobis 1936), and a star
 * is outside where that distance is larger than it is for all but one in a hundred of the training stars themselves. A star in a hole of the training
 * set, which their convex hull would hold, is outside too.
 *
 * @param points {@code points[j][i]}: label j of training star i, made independent
 * @param factor lower triangle of the factor of the labels' covariance, in the units of the labels
 * @param means of the labels
 * @param reach largest distance to the tenth nearest star at which a star is inside
 */
public record TrainingSpace(double[][] points, double[][] factor, double[] means, double reach) {

    /** Of the star that is counted to. */
    static final int NEIGHBOURS = 10;

    private static final double INSIDE = 0.99;
    private static final int MOST_POINTS = 20_000;
    private static final int MOST_ASKED = 2000;

    /** Of labels that depend on each other wholly, so much of the width is kept. */
    private static final double LEAST_WIDTH = 1e-3;

    static TrainingSpace of(TrainingStars stars) {
        int n = Math.min(stars.stars(), MOST_POINTS);
        int labels = stars.labels().length;
        double[] widths = stars.labelWidths();
        double[] means = Arrays.stream(stars.labels())
                .mapToDouble(l -> Arrays.stream(l).average().orElseThrow())
                .toArray();
        double[][] factor = factor(stars, means, widths);
        double[][] points = new double[labels][n];
        double[] point = new double[labels];
        for (int k = 0; k < n; k++) {
            place(stars.labelsOf((int) ((long) k * stars.stars() / n)), factor, means, point);
            for (int j = 0; j < labels; j++) {
                points[j][k] = point[j];
            }
        }
        var all = new TrainingSpace(points, factor, means, 0);
        int asked = Math.min(n, MOST_ASKED);
        double[] distances = new double[asked];
        double[] nearest = new double[NEIGHBOURS + 1];
        for (int k = 0; k < asked; k++) {
            int star = (int) ((long) k * n / asked);
            for (int j = 0; j < labels; j++) {
                point[j] = points[j][star];
            }
            // The star itself is the nearest one.
            distances[k] = all.distance(point, nearest);
        }
        Arrays.sort(distances);
        return new TrainingSpace(points, factor, means, distances[(int) Math.floor(INSIDE * (asked - 1))]);
    }

    private static double[][] factor(TrainingStars stars, double[] means, double[] widths) {
        int labels = means.length;
        double[][] factor = new double[labels][labels];
        for (int j = 0; j < labels; j++) {
            for (int m = 0; m <= j; m++) {
                double sum = 0;
                for (int i = 0; i < stars.stars(); i++) {
                    sum += (stars.labels()[j][i] - means[j]) * (stars.labels()[m][i] - means[m]) / stars.stars();
                }
                for (int k = 0; k < m; k++) {
                    sum -= factor[j][k] * factor[m][k];
                }
                double least = LEAST_WIDTH * widths[j];
                factor[j][m] = j == m ? Math.sqrt(Math.max(sum, least * least)) : sum / factor[m][m];
            }
        }
        return factor;
    }

    /** Labels as independent coordinates. */
    private static void place(double[] labels, double[][] factor, double[] means, double[] point) {
        for (int j = 0; j < labels.length; j++) {
            double sum = labels[j] - means[j];
            for (int k = 0; k < j; k++) {
                sum -= factor[j][k] * point[k];
            }
            point[j] = sum / factor[j][j];
        }
    }

    /** Whether there are training stars about a star with these labels. */
    public boolean holds(double[] labels) {
        double[] point = new double[labels.length];
        place(labels, factor, means, point);
        return distance(point, new double[NEIGHBOURS]) <= reach;
    }

    /** The distance to the last of the nearest training stars, whose squares are kept in {@code nearest}. */
    private double distance(double[] point, double[] nearest) {
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int last = nearest.length - 1;
        int n = points[0].length;
        for (int i = 0; i < n; i++) {
            double square = 0;
            for (int j = 0; j < point.length && square < nearest[last]; j++) {
                double d = points[j][i] - point[j];
                square += d * d;
            }
            int k = last;
            if (square < nearest[last]) {
                while (k > 0 && nearest[k - 1] > square) {
                    nearest[k] = nearest[k - 1];
                    k--;
                }
                nearest[k] = square;
            }
        }
        return Math.sqrt(nearest[last]);
    }
}
