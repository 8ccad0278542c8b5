package org.cellarius.galaxy.azimuth;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a quantity changes with azimuth in a ring: a line by least squares of the stars.
 *
 * @param perDeg slope, unit of the quantity per degree
 * @param error one sigma, from the scatter about the line; of stars that count differently that of the sandwich
 */
public record RingSlope(double perDeg, double error) {

    /**
     * The slope.
     *
     * @param nuisance what else the quantity follows besides a constant
     * @return empty where the stars do not determine it
     */
    public static Optional<RingSlope> of(double[] betaDeg, double[] value, double[][] nuisance) {
        return of(betaDeg, value, nuisance, StarCounts.once(value.length));
    }

    /** The same of stars that count differently. */
    public static Optional<RingSlope> of(double[] betaDeg, double[] value, double[][] nuisance, StarCounts counts) {
        int n = value.length;
        int p = 2 + nuisance.length;
        if (n <= p) {
            return Optional.empty();
        }
        double[][] design = new double[p][];
        design[0] = new double[n];
        Arrays.fill(design[0], 1);
        System.arraycopy(nuisance, 0, design, 1, nuisance.length);
        design[p - 1] = betaDeg;
        var columns = OrthonormalColumns.of(counts.times(design));
        if (!columns.independent()) {
            return Optional.empty();
        }
        double[] scaled = counts.times(value);
        double[] along = columns.along(scaled);
        double[] left = columns.beside(scaled, along, p);
        double squared = counts.unlike()
                ? columns.covariance(left)[p - 1][p - 1]
                : OrthonormalColumns.dot(left, left) / (n - p) * columns.covariance()[p - 1][p - 1];
        return Optional.of(new RingSlope(columns.coefficients(along)[p - 1], Math.sqrt(squared)));
    }

    /** What is left of a quantity beside a constant and what else it follows; itself less its mean where that is not determined. */
    public static double[] beside(double[] value, double[][] nuisance) {
        return beside(value, nuisance, StarCounts.once(value.length));
    }

    /** The same of stars that count differently. */
    public static double[] beside(double[] value, double[][] nuisance, StarCounts counts) {
        double[][] design = new double[1 + nuisance.length][];
        design[0] = new double[value.length];
        Arrays.fill(design[0], 1);
        System.arraycopy(nuisance, 0, design, 1, nuisance.length);
        var columns = OrthonormalColumns.of(counts.times(design));
        double[] c = columns.coefficients(columns.along(counts.times(value)));
        if (!counts.unlike() || !columns.independent()) {
            return columns.beside(value, columns.along(value), design.length);
        }
        double[] left = value.clone();
        for (int k = 0; k < design.length; k++) {
            for (int i = 0; i < left.length; i++) {
                left[i] -= c[k] * design[k][i];
            }
        }
        return left;
    }
}
