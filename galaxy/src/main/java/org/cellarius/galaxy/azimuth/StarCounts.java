package org.cellarius.galaxy.azimuth;

import java.util.Arrays;

/**
 * How much the stars of a ring count in least squares.
 *
 * @param roots square roots of what each counts, scaled so that together they count as often as stars that count the same and tell as much; empty where all count once
 * @param effective how many those are
 */
public record StarCounts(double[] roots, double effective) {

    /** Stars that count once. */
    public static StarCounts once(int stars) {
        return new StarCounts(new double[0], stars);
    }

    /** Stars that count as their weights say; once each where these are all the same. */
    public static StarCounts of(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double w : weights) {
            sum += w;
            squares += w * w;
        }
        if (Arrays.stream(weights).allMatch(w -> w == weights[0])) {
            return once(weights.length);
        }
        double effective = sum * sum / squares;
        double scale = effective / sum;
        return new StarCounts(
                Arrays.stream(weights).map(w -> Math.sqrt(w * scale)).toArray(), effective);
    }

    boolean unlike() {
        return roots.length > 0;
    }

    /** A column as least squares take it. */
    double[] times(double[] column) {
        if (!unlike()) {
            return column;
        }
        double[] scaled = new double[column.length];
        Arrays.setAll(scaled, i -> roots[i] * column[i]);
        return scaled;
    }

    double[][] times(double[][] columns) {
        return Arrays.stream(columns).map(this::times).toArray(double[][]::new);
    }

    /** The mean of a column. */
    public double mean(double[] column) {
        if (!unlike()) {
            return Arrays.stream(column).average().orElse(Double.NaN);
        }
        double sum = 0;
        double counts = 0;
        for (int i = 0; i < column.length; i++) {
            sum += roots[i] * roots[i] * column[i];
            counts += roots[i] * roots[i];
        }
        return sum / counts;
    }
}
