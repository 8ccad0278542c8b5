package org.cellarius.galaxy.azimuth;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.RisingRows;

/** The mean of all stars at nearly the same radius, whatever their azimuth (Hawkins 2023, MNRAS 525, 3318, section 4.3). */
public final class SameRadius {

    private SameRadius() {}

    /**
     * Each value minus the mean of the values within a distance in radius, its own among them; NaN where radius or value is missing.
     *
     * @param withinKpc half the width of the ring about each star, kpc
     */
    public static double[] residuals(double[] radiusKpc, double[] value, double withinKpc) {
        return residuals(radiusKpc, value, new double[0], withinKpc);
    }

    /**
     * The same of stars that count differently.
     *
     * @param weights what they count; empty where all count the same
     */
    public static double[] residuals(double[] radiusKpc, double[] value, double[] weights, double withinKpc) {
        if (!(withinKpc > 0)) {
            throw new IllegalArgumentException("a ring of " + withinKpc + " kpc about each star");
        }
        int[] finite = IntStream.range(0, value.length)
                .filter(i -> Double.isFinite(radiusKpc[i]) && Double.isFinite(value[i]))
                .toArray();
        double[] radii = Arrays.stream(finite).mapToDouble(i -> radiusKpc[i]).toArray();
        int[] sorted = Arrays.stream(RisingRows.of(radii)).map(k -> finite[k]).toArray();
        double[] residual = new double[value.length];
        Arrays.fill(residual, Double.NaN);
        int low = 0;
        int high = 0;
        double sum = 0;
        double counts = 0;
        double shift = sorted.length == 0 ? 0 : value[sorted[0]];
        for (int i : sorted) {
            while (high < sorted.length && radiusKpc[sorted[high]] <= radiusKpc[i] + withinKpc) {
                int next = sorted[high++];
                double weight = weights.length == 0 ? 1 : weights[next];
                sum += weight * (value[next] - shift);
                counts += weight;
            }
            while (radiusKpc[sorted[low]] < radiusKpc[i] - withinKpc) {
                int next = sorted[low++];
                double weight = weights.length == 0 ? 1 : weights[next];
                sum -= weight * (value[next] - shift);
                counts -= weight;
            }
            residual[i] = value[i] - shift - sum / (weights.length == 0 ? high - low : counts);
        }
        return residual;
    }
}
